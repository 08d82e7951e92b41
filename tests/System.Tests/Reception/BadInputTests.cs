using System.IO.Compression;
using System.Text;
using Concierge.Bot.Line;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Concierge.SystemTests.Reception;

/// <summary>Whatever arrives at the real host: refused when it is not LINE's, kept when it is, and nobody else is hurt.</summary>
public sealed class BadInputTests
{
    private static readonly byte[] Verify = Encoding.UTF8.GetBytes(Written.Body());

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_body_of_a_megabyte_passes_and_one_byte_more_does_not(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        foreach (var chunked in new[] { false, true })
        {
            var body = Padded(LineEndpoint.MaxBody);
            Assert.Equal(200, await gate.Takes(body, [Gate.Sign(body)], chunked));
            body = Padded(LineEndpoint.MaxBody + 1);
            Assert.Equal(413, await gate.Takes(body, [Gate.Sign(body)], chunked));
        }
        Assert.Empty(gate.Inbox);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Something_packed_is_never_unpacked(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(Padded(LineEndpoint.MaxBody * 20));
        var body = packed.ToArray();

        Assert.Equal(200, await gate.Takes(body, [Gate.Sign(body)], encoding: "gzip"));
        Assert.Equal((InboxState.Parked, LineFault.NotJson), gate.Inbox.Select(row => (row.State, row.ErrorCode)).Single());
    }

    public static TheoryData<string, string[]> Forged => new()
    {
        { "missing", [] },
        { "empty", [""] },
        { "of another secret", [Gate.Sign(Verify, "another")] },
        { "of another body", [Gate.Sign("{}"u8.ToArray())] },
        { "twice", [Gate.Sign(Verify), Gate.Sign(Verify)] },
        { "right and wrong", [Gate.Sign(Verify), Gate.Sign(Verify, "another")] },
        { "no base64", ["!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"] },
        { "cut", [Gate.Sign(Verify)[..43]] },
        { "very long", [new string('A', 8_000)] },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task Without_LINEs_own_signature_nothing_is_taken(string what, string[] signatures)
    {
        Assert.NotEmpty(what);
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var gate = new Gate(town);
        var body = Encoding.UTF8.GetBytes(Written.Body(Written.Words("e1", Written.User(1), "こんにちは", town.Clock.GetUtcNow())));
        Assert.Equal(401, await gate.Takes(body, signatures));
        Assert.Empty(gate.Inbox);
    }

    [Fact]
    public async Task A_new_secret_can_be_staged_and_the_old_one_taken_out_while_the_bot_runs()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var gate = new Gate(town);
        Assert.Equal((200, 401), await OldAndNew());
        Set("Line:ChannelSecrets:1", "new secret");
        Assert.Equal((200, 200), await OldAndNew());
        Set("Line:ChannelSecrets:0", "new secret");
        Assert.Equal((401, 200), await OldAndNew());

        async Task<(int Old, int New)> OldAndNew() => (await gate.Takes(Verify), await gate.Takes(Verify, [Gate.Sign(Verify, "new secret")]));

        void Set(string key, string value)
        {
            var settings = (IConfigurationRoot)town.Part<IConfiguration>();
            settings[key] = value;
            settings.Reload();
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_signed_and_cannot_be_read_is_kept_once_and_answered_200(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        foreach (var body in Unreadable)
        {
            Assert.Equal(200, await gate.Takes(body));
            Assert.Equal(200, await gate.Takes(body));
        }
        await town.Settles();

        Assert.Equal(Unreadable.Count, gate.Inbox.Count);
        Assert.All(gate.Inbox, row => Assert.Equal((InboxState.Parked, true), (row.State, row.ErrorCode is { Length: > 0 })));
        var seen = town.Database.Reader.Read(unit => unit.Feed.After(0, 100)).Count(row => row.Kind == "parked");
        Assert.Equal(Unreadable.Count, seen);
    }

    private static List<byte[]> Unreadable =>
    [
        [],
        "   "u8.ToArray(),
        "hello"u8.ToArray(),
        "[]"u8.ToArray(),
        "5"u8.ToArray(),
        "{}"u8.ToArray(),
        "{\"events\":null}"u8.ToArray(),
        "{\"events\":{\"a\":1}}"u8.ToArray(),
        "{\"events\":[{\"type\":\"mess"u8.ToArray(),
        [0],
        [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'],
        [0xFF, 0xFE, 0x00],
        Encoding.UTF8.GetBytes(new string('[', 400_000) + new string(']', 400_000)),
        Encoding.UTF8.GetBytes("""{"\ud800":1}"""),
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_broken_event_in_the_body_hurts_nobody_beside_it(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var (before, after) = (await Friend(town, "花子"), await Friend(town, "太郎"));
        var broken = Broken(town.Clock.GetUtcNow());
        var body = Written.Body([
            Written.Words("e-before", before.Id, "こんにちは", town.Clock.GetUtcNow()),
            .. broken,
            Written.Words("e-after", after.Id, "こんにちは", town.Clock.GetUtcNow())]);

        Assert.Equal(200, await gate.Takes(body));
        await town.Settles();

        Assert.Equal(5, before.FromBot.Count);
        Assert.Equal(5, after.FromBot.Count);
        Assert.Equal(broken.Count + 4, gate.Inbox.Count);
        Assert.Equal(broken.Count, gate.Inbox.Count(row => row.State == InboxState.Parked));
    }

    private static List<string> Broken(DateTimeOffset now) =>
    [
        "5",
        "null",
        "\"event\"",
        "[1]",
        "{}",
        Written.Words("a b", Written.User(3), "id with a blank", now),
        Written.Words(new string('e', 65), Written.User(3), "long id", now),
        """{"type":"message","webhookEventId":"no-time","source":{"type":"user","userId":"U3"}}""",
        """{"type":"message","webhookEventId":"big-time","timestamp":1e999,"source":{"type":"user","userId":"U3"}}""",
        """{"type":"message","webhookEventId":"minus-time","timestamp":-5,"source":{"type":"user","userId":"U3"}}""",
        """{"type":"message","webhookEventId":"\ud800","timestamp":1}""",
        Written.Words("lone-user", "\\ud800", "half a surrogate as user", now),
        Written.Words("nul-user", "U\\u0000", "NUL as user", now),
        Written.Words("deep", Written.User(3), "deep", now, $",\"more\":{Nested(40)}"),
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Strange_words_are_answered_like_any_words(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var texts = new[]
        {
            "\"\\u0000\"", "\"\\ud800\"", "\"a\\udc00b\"", "\"\\u0007\\u001b[31m\"", "\"\"", $"\"{new string('あ', 200_000)}\"", "7", "null", "{}",
            "\"\\u202e\\u200b\\u2066\"", $"\"か{new string('\u3099', 10_000)}\"",
        };
        var now = town.Clock.GetUtcNow();
        foreach (var (number, text) in texts.Index())
        {
            var event_ = Written.Event($"e{number}", Written.User(100 + number), "message", now, $$""","message":{"type":"text","id":"m{{number}}","text":{{text}}}""");
            Assert.Equal(200, await gate.Takes(Written.Body(event_)));
        }
        var broken = Encoding.UTF8.GetBytes(Written.Body(Written.Words("e-utf8", Written.User(99), "aXb", now)));
        broken[Array.LastIndexOf(broken, (byte)'X')] = 0xFF;
        Assert.Equal(200, await gate.Takes(broken));
        await town.Settles();

        Assert.All(gate.Inbox, row => Assert.Equal((InboxState.Done, true), (row.State, row.Raw is null)));
        Assert.Equal(texts.Length + 1, gate.Inbox.Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_a_property_that_stands_twice_the_last_one_counts_and_nothing_breaks(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var event_ = Written.Words("first", Written.User(1), "一", town.Clock.GetUtcNow(), ",\"webhookEventId\":\"second\",\"webhookEventId\":\"second\"");
        Assert.Equal(200, await gate.Takes(Written.Body(event_)));
        await town.Settles();
        Assert.Equal(("second", InboxState.Done), gate.Inbox.Select(row => (row.EventId, row.State)).Single());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_megabyte_full_of_people_reaches_everybody(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var gate = new Gate(town);
        var now = town.Clock.GetUtcNow();
        // As short as an event of LINE can be, so that as many as possible fit.
        var events = Enumerable.Range(0, 10_000).Select(i =>
            $$"""{"type":"whatever","webhookEventId":"{{i:d6}}","timestamp":{{now.ToUnixTimeMilliseconds()}},"source":{"userId":"U{{i % 50}}"} }""").ToList();
        var last = await Friend(town, "花子");
        events[^1] = Written.Words("e-last", last.Id, "こんにちは", now);
        var body = Written.Body(events);
        Assert.InRange(body.Length, 900_000, LineEndpoint.MaxBody);

        Assert.Equal(200, await gate.Takes(body));
        await town.Settles();
        Assert.Equal(10_001, gate.Inbox.Count(row => row.State == InboxState.Done));
        Assert.Equal(5, last.FromBot.Count);
    }

    /// <summary>Somebody who follows us and has read the three bubbles of the welcome.</summary>
    private static async Task<Person> Friend(Town town, string name)
    {
        var person = town.Line.Person(name);
        await person.Follows();
        await town.Settles();
        return person;
    }

    private static byte[] Padded(int length)
    {
        var body = new byte[length];
        body.AsSpan().Fill((byte)' ');
        Verify.CopyTo(body, 0);
        return body;
    }

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
}
