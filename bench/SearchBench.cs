using System.Diagnostics;
using System.Globalization;
using Concierge.Core.Conversations;
using Concierge.Core.Search;
using Concierge.Data;

namespace Concierge.Bench;

/// <summary>So many messages of made-up words, indexed as the bot does it, and how long a search takes until its first page is opened and verified.</summary>
public static class SearchBench
{
    private const int Members = 20_000, AtOnce = 500, Page = 50, Rounds = 40;

    private static readonly string[] Common = ["の", "です", "予約", "お願いします", "体操", "病院", "電話", "孫", "庭", "仕事", "木曜日", "ありがとうございます", "膝", "教室", "市役所", "バス"];

    /// <summary>What is searched for, by how it is found.</summary>
    private static readonly (string Kind, string[] Words)[] Kinds =
    [
        ("one letter, common", ["の", "庭", "孫", "膝"]),
        ("one kanji, rare", ["鷺", "鮨"]),
        ("two letters, common", ["予約", "病院", "電話", "仕事"]),
        ("two kanji, rare", ["鷺沼", "鮨屋"]),
        ("longer, common", ["お願いします", "木曜日", "ありがとうございます"]),
        ("longer, rare", ["鷺沼の鮨屋", "鮨屋で会いました"]),
        ("two words, each common", ["膝 市役所", "孫 バス"]),
        ("not there", ["蕎麦打ち", "鰻"]),
    ];

    public static async Task Run(Settings settings, int messages)
    {
        using var place = new Place(settings);
        using var database = Database.Open(place.Options);
        database.Migrate();
        await Store(database, messages);
        var clock = Stopwatch.StartNew();
        await MessageIndex.CatchUp(database, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{settings.Provider}, {messages:N0} messages, indexed in {clock.Elapsed.TotalSeconds:N0} s"));
        Console.WriteLine("| words | found on the first page | p50 ms | p95 ms |\n|---|---|---|---|");
        foreach (var (kind, words) in Kinds) Measure(database, kind, words);
    }

    private static async Task Store(Database database, int messages)
    {
        var chance = new Random(7);
        for (var done = 0; done < messages; done += AtOnce)
        {
            var from = done;
            await database.Writer.Write(unit =>
            {
                for (var i = from; i < Math.Min(messages, from + AtOnce); i++) Say(unit, chance, i);
            });
        }
    }

    private static void Say(Unit unit, Random chance, int i)
    {
        var member = $"stored{i % Members:D20}";
        if (i < Members) unit.Members.AddAnonymous(DateTimeOffset.UnixEpoch, () => member);
        var key = unit.Members.Key(member);
        var (from, text) = (i % 2 == 0 ? Speaker.Person : Speaker.Bot, Text(chance, i));
        var body = from == Speaker.Person ? StoredMessage.Of(new Incoming.Words(text, $"{i}") { At = DateTimeOffset.UnixEpoch }) : StoredMessage.Of(new Reply([new Bubble.Say(text)], []));
        unit.Messages.Add(new MessageRow(0, member, DateTimeOffset.UnixEpoch.AddSeconds(i), from, Channel.Line, $"{i}", 0, null, 0, unit.Vault.Seal(key, Fields.MessageBody, body)));
    }

    /// <summary>Six words that many say and four that nobody else does; every hundred-thousandth message speaks of something rare.</summary>
    private static string Text(Random chance, int i)
    {
        var said = Enumerable.Range(0, 6).Select(_ => Common[chance.Next(Common.Length)]).Concat(Enumerable.Range(0, 4).Select(_ => $"{(char)chance.Next('一', '龠')}{(char)chance.Next('ぁ', 'ん')}"));
        return string.Concat(said) + (i % 100_000 == 50_000 ? "鷺沼の鮨屋で会いました" : "");
    }

    private static void Measure(Database database, string kind, string[] words)
    {
        var (times, found) = (new List<double>(), 0);
        for (var round = -3; round < Rounds; round++)
        {
            var sought = SearchWords.Of(words[(round + 3) % words.Length])!;
            var began = Stopwatch.GetTimestamp();
            found = database.Reader.Read(unit => new MessageSearch(unit, sought, withBot: true).Before(long.MaxValue).Take(Page + 1).Count());
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {found} | {times[times.Count / 2]:N1} | {times[(int)(times.Count * .95)]:N1} |"));
    }
}
