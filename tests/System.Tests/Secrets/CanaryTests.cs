using System.Text;
using Concierge.Core.Conversations;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.PointCardStandIn;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Members;
using Concierge.SystemTests.Road;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Secrets;

/// <summary>
/// A canary in every field where something of a person can go, carried through every journey; then everything that others can see is
/// searched for it. Which fields there are the product says: its written questions and its sealed columns.
/// </summary>
public sealed class CanaryTests
{
    /// <summary>Hold no word of a person: a member's own key, and the constant by which the master key is known.</summary>
    private static readonly string[] Keys = ["key_canary.value", "member_key.wrapped"];

    private static readonly string[] Kept = [".db", ".db-wal", ".db-shm", ".log"];

    private static readonly string[] Categories =
        ["Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System", "System.Net.Http", "Quartz", "Npgsql", "Concierge"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_canary_is_seen_by_anybody_else_and_every_sealed_column_has_held_one(DatabaseProvider provider)
    {
        var (held, asked) = (new HashSet<string>(), new HashSet<string>());
        var columns = new HashSet<string>();
        foreach (var mode in Enum.GetValues<PrivateQuestions>())
        {
            var canaries = new Canaries();
            using var logs = new EveryLog();
            using var traces = new EveryTrace();
            await using var card = await StandIn.Start("http://127.0.0.1:0", "token-1");
            await using var town = await Town.Start(provider, logs,
            [
                ("Privacy:PrivateQuestions", mode.ToString()), ("Points:Source", "Http"), ("Points:ApiBase", card.Url), ("Points:Token", "token-1"),
                .. Categories.Select(category => ($"Logging:LogLevel:{category}", "Trace")),
            ]);
            var life = new Life(town, card, mode, canaries)
            {
                Look = () =>
                {
                    held.UnionWith(SealedColumns.Holding(town, Secrets(town, canaries)));
                    Clean(canaries.Planted, Stored(town));
                },
            };
            await life.Live();
            life.Look();

            var figures = await Figures(town);
            Clean(canaries.Planted, [.. Seen(town.Line), ("log", logs.Seen), ("metric", [figures]), ("trace", traces.Seen), ("URL", life.Visited), ("URL", card.Requests.Select(r => r.Address))]);
            Clean(canaries.Planted.Where(canary => !canary.OnLine), [("LINE", Sinks.Bodies(town.Line))]);

            // What was searched was there.
            Assert.All(Seen(town.Line), sink => Assert.NotEmpty(sink.Texts));
            Assert.All(new[] { logs.Seen, traces.Seen, life.Visited }, Assert.NotEmpty);
            Assert.Contains("concierge_turn_duration_seconds", figures);
            asked.UnionWith(canaries.Planted.Select(canary => canary.Field));
            columns.UnionWith(SealedColumns.Of(town));
        }
        Assert.Equal(Canaries.Questions, asked.Intersect(Canaries.Questions).Order(StringComparer.Ordinal));
        Assert.Equal(columns.Except(Keys).Order(StringComparer.Ordinal), held.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("said kanaria.words.1 here")]
    [InlineData("q=kanaria%2Ewords%2E1")]
    [InlineData("KANARIA.WORDS.1")]
    [InlineData("a2FuYXJpYS53b3Jkcy4x")]
    [InlineData("6B616E617269612E776F7264732E31")]
    public void A_canary_is_found_however_it_is_spelled(string text) =>
        Assert.Equal(["words in log"], Leaks.Of([new Canary("words", ["kanaria.words.1"], false)], [("log", ["nothing", text])]).Select(leak => leak.Split(':')[0]));

    /// <summary>One line a field and place: a leak is usually in many texts.</summary>
    private static void Clean(IEnumerable<Canary> canaries, IEnumerable<(string Name, IEnumerable<string> Texts)> sinks)
    {
        var leaks = Leaks.Of(canaries, sinks).DistinctBy(leak => leak.Split(':')[0]).ToArray();
        Assert.True(leaks.Length == 0, string.Join('\n', leaks));
    }

    private static IEnumerable<(string Name, IEnumerable<string> Texts)> Seen(Simulator line) =>
        [("push", Sinks.Pushes(line)), ("altText", Sinks.AltTexts(line)), ("postback", Sinks.Postbacks(line)), ("URL", Sinks.Addresses(line))];

    /// <summary>Every cell of every table; and on SQLite every byte of its files, the write-ahead log among them.</summary>
    private static IEnumerable<(string Name, IEnumerable<string> Texts)> Stored(Town town)
    {
        yield return ("a cell", town.Database.Reader.Read(unit => Everywhere.Cells(unit, _ => true)));
        if (town.DatabaseOptions.Provider != DatabaseProvider.Sqlite) yield break;
        // The others are locks, which hold nothing, and the master key.
        var files = Directory.GetFiles(Path.GetDirectoryName(town.DatabaseOptions.MasterKeyFile)!).Where(file => Kept.Any(file.EndsWith)).ToArray();
        foreach (var encoding in new[] { Encoding.Latin1, Encoding.UTF8, Encoding.Unicode })
            yield return ("a file", files.Select(file => $"{Path.GetFileName(file)} {encoding.GetString(Bytes(file))}"));
    }

    /// <summary>The canaries, and what is LINE's to know: who she is there, and the tokens to answer with.</summary>
    private static List<string> Secrets(Town town, Canaries canaries) =>
    [
        .. canaries.Planted.SelectMany(canary => canary.Spellings), .. town.Line.People.Select(person => person.Id),
        .. town.Line.Webhooks.SelectMany(sent => Leaks.ReplyTokens(sent.Body)),
    ];

    private static async Task<string> Figures(Town town)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(town.BotUrl + "/metrics", TestContext.Current.CancellationToken);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
