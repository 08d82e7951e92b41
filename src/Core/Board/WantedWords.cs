using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>「近所で草むしりみたいな仕事ない？」: kinds, places, times and forms, by the table and nothing else.</summary>
public static class WantedWords
{
    /// <summary>A longer text tells a story.</summary>
    private const int Longest = 60;

    private static readonly string[] Particles = ["だけ", "から", "の", "は", "なら", "に", "が", "しか"];

    /// <summary>Particles before a word.</summary>
    private const string Before = "のはがをにでともやへ", Polite = "ます";

    private static readonly DayPart[] Morning = [DayPart.Early, DayPart.Morning];

    private static readonly (string Key, string Name)[] Groups = [("north", "北部"), ("centre", "中央"), ("south", "南部"), ("shonan", "沼南")];

    /// <summary>The longest first, so that 「園の花壇」 is no 花.</summary>
    private static readonly (string Word, Wanted Means)[] Table =
    [
        .. Kinds().Concat(Places()).Concat(Times()).Concat(Ways())
            .SelectMany(row => row.Words.Select(word => (Word: Normal.Bare(word), row.Means)))
            .Where(row => row.Word.Length > 0)
            .DistinctBy(row => row.Word)
            .OrderByDescending(row => row.Word.Length),
    ];

    public static Wanted Read(string text)
    {
        var bare = Utterance.Of(text).Bare;
        if (bare.Length > Longest) return default;
        Wanted wanted = default;
        var (denied, days) = (0u, 0UL);
        Span<bool> taken = stackalloc bool[bare.Length];
        foreach (var (word, means) in Table)
        {
            for (var at = bare.IndexOf(word, StringComparison.Ordinal); at >= 0; at = bare.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                if (!StandsAlone(bare, at, word) || taken.Slice(at, word.Length).Contains(true)) continue;
                taken.Slice(at, word.Length).Fill(true);
                if (Negation.Follows(bare.AsSpan(at + word.Length))) denied |= means.Kinds;
                else if (IsDays(means.Times)) days |= means.Times.Bits;
                else wanted = And(wanted, means);
            }
        }
        wanted = OnDays(wanted, days);
        return denied == 0 ? wanted : wanted with { Kinds = (wanted.Kinds == 0 ? Tasks.AllKinds : wanted.Kinds) & ~denied };
    }

    /// <summary>What was understood, to say it back: 「草むしり・庭や畑」「北部」.</summary>
    public static string Say(Wanted wanted)
    {
        var kinds = Tasks.Kinds.Where(kind => (wanted.Kinds & Tasks.Bits([kind.Key])) != 0).Select(kind => kind.Label).ToArray();
        var group = Groups.FirstOrDefault(g => Areas.Of(g.Key) == wanted.Areas).Name;
        var areas = group is not null ? [group] : Areas.All.Where(area => (wanted.Areas & Areas.Bits([area])) != 0).Select(area => area.Name);
        var parts = Enum.GetValues<DayPart>().Where(part => !wanted.Times.And(Slots.Of(Enum.GetValues<Day>(), [part])).IsEmpty).ToArray();
        string[] all =
        [
            .. kinds.Length > 3 ? [] : kinds, .. areas, .. wanted.Near ? [Words.Say("find_near")] : Array.Empty<string>(),
            .. parts.Length is 0 or 6 ? [] : parts.Select(Slots.Say), .. wanted.Light ? [Words.Say("find_light")] : Array.Empty<string>(),
            .. wanted.Seated ? [Words.Say("find_seated")] : Array.Empty<string>(),
        ];
        return string.Concat(all.Select(one => $"「{one}」"));
    }

    private static IEnumerable<(string[] Words, Wanted Means)> Kinds() =>
        Tasks.Kinds.Select(kind => (kind.Words.Append(kind.Label).ToArray(), default(Wanted) with { Kinds = Tasks.Bits([kind.Key]) }));

    /// <summary>Parts of the city before the areas: 南部 is both.</summary>
    private static IEnumerable<(string[] Words, Wanted Means)> Places() =>
    [
        .. Groups.Select(g => (new[] { g.Name, g.Name + "方面" }, default(Wanted) with { Areas = Areas.Of(g.Key) })),
        .. Areas.All.Select(area => (area.Also.Prepend(area.Reading).Prepend(area.Name).ToArray(), default(Wanted) with { Areas = Areas.Bits([area]) })),
        (["近所", "近く", "近場", "家のそば", "すぐそば", "ご近所", "歩いて行ける", "歩いていける", "徒歩"], default(Wanted) with { Near = true }),
    ];

    private static IEnumerable<(string[] Words, Wanted Means)> Times() =>
    [
        (["早朝", "朝早く", "早起き"], At(DayPart.Early)),
        (["朝", "あさ"], At(Morning)),
        (["午前", "午前中"], At(DayPart.Morning)),
        (["昼", "お昼", "昼間", "日中"], At(DayPart.Noon, DayPart.Morning, DayPart.Afternoon)),
        (["午後", "昼過ぎ", "昼すぎ"], At(DayPart.Afternoon)),
        (["夕方", "夕がた"], At(DayPart.Evening)),
        (["夜", "晩"], At(DayPart.Night)),
        (["平日"], On(Slots.Weekdays)),
        (["土日", "週末", "休みの日"], On(Slots.Weekend)),
        .. Enum.GetValues<Day>().Select(day => (new[] { "月火水木金土日"[(int)day] + "曜" }, On([day]))),
    ];

    private static IEnumerable<(string[] Words, Wanted Means)> Ways() =>
    [
        (["ボランティア", "無償", "奉仕"], By(Engagement.Volunteer, Engagement.Thanked)),
        (["お礼", "有償ボランティア", "助け合い"], By(Engagement.Thanked)),
        (["アルバイト", "バイト", "パート", "時給", "給料", "雇われ", "やとわれ", "雇用"], By(Engagement.Employed)),
        (["シルバー", "請負", "請け負", "業務委託"], By(Engagement.Entrusted)),
        (["お金になる", "稼げる", "稼ぎ", "収入"], By(Engagement.Employed, Engagement.Entrusted)),
        (["座って", "すわって", "座ったまま", "座り仕事"], default(Wanted) with { Seated = true }),
        (["軽い", "かるい", "楽な", "らくな", "負担の少ない", "力のいらない", "重くない", "体にやさしい"], default(Wanted) with { Light = true }),
    ];

    private static Wanted At(params DayPart[] parts) => default(Wanted) with { Times = Slots.Of(Enum.GetValues<Day>(), parts) };

    private static Wanted On(IEnumerable<Day> days) => default(Wanted) with { Times = Slots.Of(days, Enum.GetValues<DayPart>()) };

    private static Wanted By(params Engagement[] forms) => default(Wanted) with { Forms = forms.Aggregate(0u, (bits, form) => bits | (1u << (int)form)) };

    private static Wanted And(Wanted one, Wanted other) => new(
        one.Kinds | other.Kinds, one.Areas | other.Areas, new Slots(one.Times.Bits | other.Times.Bits), one.Forms | other.Forms,
        one.Near || other.Near, one.Light || other.Light, one.Seated || other.Seated);

    /// <summary>Days hold for the parts of the day that were named: 「土日の午前」.</summary>
    private static Wanted OnDays(Wanted wanted, ulong days)
    {
        if (days == 0) return wanted;
        return wanted with { Times = wanted.Times.IsEmpty ? new Slots(days) : wanted.Times.And(new Slots(days)) };
    }

    private static bool IsDays(Slots times) => !times.IsEmpty && times.Count % 6 == 0 && Enum.GetValues<Day>().Any(day => times == Slots.Of([day], Enum.GetValues<DayPart>())
        || times == Slots.Of(Slots.Weekdays, Enum.GetValues<DayPart>()) || times == Slots.Of(Slots.Weekend, Enum.GetValues<DayPart>()));

    /// <summary>「花」 is not in 「花野井」, and two kana are in everything, but not where they begin: 「あさだけがいい」.</summary>
    private static bool StandsAlone(string bare, int at, string word)
    {
        var before = at > 0 ? bare[at - 1] : ' ';
        var after = at + word.Length < bare.Length ? bare[at + word.Length] : ' ';
        if (word.Length == 1) return Normal.IsKanji(word[0]) && !Normal.IsKanji(before) && !Normal.IsKanji(after);
        // 「しておきます、お願いします」 does not speak of 増尾.
        if (word.StartsWith(Polite, StringComparison.Ordinal) && Normal.IsHiragana(before) && !Before.Contains(before)) return false;
        return word.Length > 2 || !word.All(Normal.IsHiragana) || (at == 0 && Particles.Any(particle => bare.AsSpan(word.Length).StartsWith(particle)));
    }
}
