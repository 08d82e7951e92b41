using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Concierge.Core.Board;

namespace Concierge.CoreTests.Board;

/// <summary>
/// A believable town: eight posts of each type, over all areas, always the same. Places are invented; private homes are known by their area
/// alone. Writes <c>data/demo/posts.json</c> (see <see cref="DemoTownTests"/>).
/// </summary>
internal static class DemoTown
{
    public static readonly DateOnly Day = new(2026, 11, 24);

    private const int OfEach = 8;

    private static readonly string[] Homes = ["あさつゆ", "ゆうなぎ", "いろは", "まつかぜ", "ほのか", "とんぼ", "わたぐも", "つゆくさ", "やまびこ", "しらさぎ", "こはる", "ふきのとう"];

    private static readonly string[] Nurseries = ["かざぐるま", "そらまめ", "しゃぼんだま", "てんとうむし", "おむすび", "ことり", "くれよん", "まつぼっくり", "なないろ", "たけうま"];

    private static readonly string[] Fields = ["tega", "tanaka", "tomise", "kazahayakita", "kazahayaminami", "masuo"];

    private static readonly string[] Centre = ["chuo", "asahicho", "toyoshikidai", "kashiwanoha", "kazahayakita", "hikarigaoka"];

    /// <param name="Parts">Parts of the day, one of which a post takes; several at once are joined by +.</param>
    /// <param name="Forms">E やとわれて, S 請負, K お礼つき, V ボランティア; each with what it pays.</param>
    private sealed record Usual(string Task, string Requesters, string Parts, string Minutes, string Forms, string Days = "15 135 24 1 6 67", string[]? In = null);

    private static readonly Usual[] All =
    [
        new("T01", "特養 老健 デイ", "morning noon evening", "90 120 150", "E1150 E1180 E1200"),
        new("T02", "特養 老健", "morning", "120 150 180", "E1140 E1160"),
        new("T03", "特養 老健 病院", "morning", "120 180", "E1160 E1190"),
        new("T04", "特養 グループホーム", "morning afternoon", "120 150", "E1140 E1150 K500"),
        new("T05", "特養 デイ", "morning evening", "60 90 120", "E1140 E1160"),
        new("T06", "特養 デイ 老健", "noon evening", "90 120", "E1140 E1170"),
        new("T07", "デイ 特養", "afternoon", "90 120", "K500 V E1150"),
        new("T08", "デイ 特養", "afternoon", "60 90", "V K300"),
        new("T09", "デイ", "early+morning evening", "120 180", "E1200 E1250"),
        new("T10", "特養 デイ", "morning", "120", "S1100 K800"),
        new("T11", "特養 デイ", "morning+afternoon morning", "180 240", "E1180 E1220"),
        new("T12", "特養 老健", "early noon", "180 240", "E1180 E1210"),
        new("T20", "個人 町会", "early morning", "15 20 30", "K100 K200 V", "1 14 25 135"),
        new("T21", "個人", "morning afternoon", "30 60 90", "K200 K400", "2 5 135 0"),
        new("T22", "個人 町会", "morning", "60 120 180", "S1000 K800", "6 67 3 0"),
        new("T23", "個人", "morning+afternoon", "30 60", "K500 S1000", "0 6"),
        new("T24", "個人 訪問", "morning afternoon", "60", "K900 K400", "1 24 135"),
        new("T25", "個人", "morning morning+afternoon", "60 120 180", "K600 K800", "15 3 0"),
        new("T26", "社協", "morning+afternoon afternoon", "30", "V", "0 135 24"),
        new("T27", "町会 近隣", "afternoon", "120", "V K1000", "2 4 6"),
        new("T28", "会", "morning", "120", "V", "1 2 3 4 5 6"),
        new("T30", "保育園", "early morning evening", "90 120 180", "E1140 E1160"),
        new("T31", "保育園", "noon afternoon", "90 120", "E1140 E1160"),
        new("T32", "保育園", "morning", "90 120", "E1150 K500"),
        new("T33", "保育園", "afternoon", "60 90 120", "V E1150", "1 3 5 24"),
        new("T34", "こども", "afternoon+evening", "180 240", "E1304 E1250", "15 135 24"),
        new("T35", "ファミリー", "morning evening", "60 120", "K800 K700", "0 135 24"),
        new("T36", "学校 町会", "morning afternoon", "60", "V", "0 135 24 15"),
        new("T37", "学校", "morning morning+noon", "180 240 300", "E1160 E1200", "135 24 0"),
        new("T38", "中学校", "evening morning", "120 180", "E1600 K1000", "6 67 3"),
        new("T39", "学校", "morning", "60 120", "V S1000", "6 3 1"),
        new("T40", "市役所", "morning morning+afternoon", "120 180 240", "S1150 E1150", "0 135 24", Centre),
        new("T41", "広報 町会", "morning afternoon", "120 180", "S1150", "4 5 3"),
        new("T42", "市役所", "morning+afternoon morning", "180 240", "E1180 E1200", "0 15", Centre),
        new("T43", "市役所", "morning afternoon", "180 240", "E1200 E1230", "135 24", Centre),
        new("T44", "投票所", "early+morning+noon+afternoon+evening", "480 720", "D", "7"),
        new("T45", "統計", "morning+afternoon+evening", "120", "P", "0 67"),
        new("T46", "公園 図書館", "morning", "120 180", "S1100 E1140", "135 24 15"),
        new("T50", "農家", "early+morning morning", "90 120 180", "S1140 E1140", "15 135 6", Fields),
        new("T51", "会社", "morning+afternoon afternoon", "120 180 240", "T", "2 4 1", Centre),
        new("T52", "ふるさと", "morning+noon+afternoon", "240", "V", "6 7"),
    ];

    public static string Write()
    {
        var chance = new Chance(20261124);
        var posts = All.SelectMany(usual => Enumerable.Range(0, OfEach).Select(_ => Make(usual, chance))).Select((post, at) => post with { Id = at + 1 });
        var options = new JsonSerializerOptions(BoardData.Strict) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var lines = posts.Select(post => "    " + JsonSerializer.Serialize(post, options));
        return $"{{\n  \"about\": \"An invented town, written by tests/Core.Tests/Board/DemoTown.cs: do not edit. Dates move to the day of seeding.\",\n  \"day\": \"{Day:yyyy-MM-dd}\",\n  \"posts\": [\n{string.Join(",\n", lines)}\n  ]\n}}\n";
    }

    private static Post Make(Usual usual, Chance chance)
    {
        var type = Tasks.Get(usual.Task);
        var area = usual.In is { } some ? Areas.Find(chance.Of(some))! : Areas.All[chance.Below(Areas.All.Length)];
        var (requester, place) = Place(chance.Of(usual.Requesters.Split(' ')), area, chance);
        var (form, pay) = Terms(chance.Of(usual.Forms.Split(' ')));
        var minutes = int.Parse(chance.Of(usual.Minutes.Split(' ')));
        var days = chance.Of(usual.Days.Split(' '));
        var from = Day.AddDays(chance.Below(30) - 10);
        var once = usual.Task is "T44" or "T52" || (usual.Task is "T22" or "T23" && chance.Below(2) == 0);
        return new Post
        {
            Id = 0,
            Task = usual.Task,
            Place = place,
            Requester = requester,
            Area = area.Key,
            Latitude = Math.Round(area.Latitude + ((chance.Below(1200) - 600) / 100_000.0), 5),
            Longitude = Math.Round(area.Longitude + ((chance.Below(1400) - 700) / 100_000.0), 5),
            Days = days == "0" ? Slots.Weekdays : [.. days.Select(d => (Day)(d - '1'))],
            Parts = [.. chance.Of(usual.Parts.Split(' ')).Split('+').Select(part => Enum.Parse<DayPart>(part, ignoreCase: true))],
            Minutes = minutes,
            Rhythm = once ? Rhythm.Once : days.Length == 1 && days != "0" ? Rhythm.Weekly : Rhythm.Some,
            Engagement = form,
            Pay = pay,
            From = once ? Day.AddDays(14 + chance.Below(40)) : from,
            Until = once ? Day.AddDays(60) : from.AddDays(90 + (chance.Below(6) * 30)),
            Scope = usual.Task is "T20" ? Scope.Area : form == Engagement.Employed ? Scope.Anybody : chance.Below(4) == 0 ? Scope.City : Scope.Anybody,
            PlaceChecks = type.Child,
        };
    }

    private static (Engagement, Pay) Terms(string form) => (form[0], form[1..]) switch
    {
        ('E', var yen) => (Engagement.Employed, new Pay(PayKind.Hourly, int.Parse(yen))),
        ('S', var yen) => (Engagement.Entrusted, new Pay(PayKind.Piece, int.Parse(yen), "1時間")),
        ('K', var yen) => (Engagement.Thanked, new Pay(PayKind.Piece, int.Parse(yen), "1回")),
        ('D', _) => (Engagement.Employed, new Pay(PayKind.Piece, 15_000, "1日")),
        ('P', _) => (Engagement.Entrusted, new Pay(PayKind.Talk)),
        ('T', _) => (Engagement.Entrusted, new Pay(PayKind.Talk)),
        _ => (Engagement.Volunteer, new Pay(PayKind.Points)),
    };

    private static (string Requester, string Place) Place(string who, Area area, Chance chance) => who switch
    {
        "特養" => ("特別養護老人ホーム", $"特養ホーム {chance.Of(Homes)}の里"),
        "老健" => ("介護老人保健施設", $"老健 {chance.Of(Homes)}館"),
        "デイ" => ("デイサービス", $"デイサービス {chance.Of(Homes)}"),
        "病院" => ("病院", $"{area.Name}の 病院"),
        "グループホーム" => ("グループホーム", $"グループホーム {chance.Of(Homes)}"),
        "個人" => ("個人", $"{area.Name}の お宅"),
        "町会" => ("町会", $"{area.Name}の 町会"),
        "訪問" => ("訪問サービス", $"{area.Name}の お宅"),
        "社協" => ("社会福祉協議会", $"{area.Name}の 近隣センター"),
        "近隣" => ("近隣センター", $"{area.Name}の 近隣センター"),
        "会" => ("体操の会", $"{area.Name}の 体操の会"),
        "保育園" => ("保育園", $"{chance.Of(Nurseries)}園"),
        "こども" => ("こどもルーム", $"{area.Name}の こどもルーム"),
        "ファミリー" => ("ファミリーサポート", $"{area.Name}の お宅"),
        "学校" => ("小学校", $"{area.Name}の 小学校"),
        "中学校" => ("中学校", $"{area.Name}の 中学校"),
        "市役所" => ("市役所", area.Key == "chuo" ? "市役所" : $"市役所の {area.Name}の窓口"),
        "広報" => ("市役所", $"{area.Name}の 近隣センター"),
        "投票所" => ("選挙管理委員会", $"{area.Name}の 投票所"),
        "統計" => ("市役所", $"{area.Name}の 地区"),
        "公園" => ("公園", $"{area.Name}の 公園"),
        "図書館" => ("図書館", $"{area.Name}の 図書館"),
        "農家" => ("農家", $"{area.Name}の 畑"),
        "会社" => ("市内の会社", $"{area.Name}の 会社"),
        "ふるさと" => ("ふるさと協議会", $"{area.Name}の 広場"),
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "No such requester."),
    };

    /// <summary>Chance that is the same for everybody and for ever (the constants of Numerical Recipes).</summary>
    private sealed class Chance(uint seed)
    {
        private uint _state = seed;

        public int Below(int limit)
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)((_state >> 8) % (uint)limit);
        }

        public string Of(string[] all) => all[Below(all.Length)];
    }
}
