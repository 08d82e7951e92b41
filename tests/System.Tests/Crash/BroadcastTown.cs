using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Concierge.Core.Broadcasts;
using Concierge.Core.Members;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>A town that is sent a broadcast by bots that die, over a LINE of which a tenth of all answers goes wrong.</summary>
internal sealed class BroadcastTown : IAsyncDisposable
{
    private const int AtOnce = 1_000, OneInSoMany = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TestDatabase _database;
    private readonly int _seed;
    private readonly Random _chance;
    private readonly List<BotProcess> _bots = [];
    private readonly Dictionary<string, string> _members = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _withdrawn = new();
    private Simulator _line = null!;
    private long _id;
    private int _calls;
    private TaskCompletionSource _bell = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BroadcastTown(TestDatabase database, int seed) => (_database, _seed, _chance) = (database, seed, new Random(seed));

    public string Story => string.Create(CultureInfo.InvariantCulture, $"CONCIERGE_SEED={_seed}: {_members.Count} people, {_calls} calls, {Kills} kills, {_withdrawn.Count} withdrew");

    public int Kills { get; private set; }

    public static async Task<BroadcastTown> Settles(DatabaseProvider provider, int people)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONCIERGE_SEED"), out var given) ? given : Random.Shared.Next(1_000_000);
        var town = new BroadcastTown(TestDatabase.Fresh(provider), seed);
        town._line = await Simulator.Start(new SimulatorOptions { Seed = $"broadcast {seed}" });
        town._line.Called += town.Hears;
        town._database.Database.Bell.Rang += town.Rings;
        for (var first = 0; first < people; first += AtOnce) await town.Come(first, Math.Min(AtOnce, people - first));
        await town.Approves();
        foreach (var (fault, share) in new[]
        {
            (Fault.ApiErrorBefore, 0.02), (Fault.ApiErrorAfter, 0.03), (Fault.ApiCutBefore, 0.02), (Fault.ApiCutAfter, 0.03), (Fault.ApiRateLimited, 0.01),
            // Slow, so that it is still under way when a bot is back: half of them do it first and answer then, when the bot may be dead.
            (Fault.ApiSlowAfter, 0.5), (Fault.ApiSlow, 1),
        })
            town._line.Faults.Sometimes(fault, share, town._chance.Next(), "/v2/bot/message/multicast", TimeSpan.FromSeconds(2));
        return town;
    }

    public async Task BotStarts()
    {
        var bot = BotProcess.Start(_database.Options, new Dictionary<string, string>
        {
            ["Line:ChannelSecrets:0"] = "secret", ["Line:ChannelId"] = "1234567890", ["Line:ChannelAccessToken"] = "development-token", ["Line:RichMenu"] = "false",
            ["Line:ApiBase"] = _line.Url, ["Line:DataApiBase"] = _line.Url, ["Broadcasts:QuietFrom"] = "00:00", ["Broadcasts:QuietTo"] = "00:00",
        });
        _bots.Add(bot);
        await bot.IsReady();
    }

    /// <summary>Until everybody has it who is to have it; on the way the bots are killed, mostly while LINE is about to answer, and people withdraw.</summary>
    public async Task IsSent(int kills)
    {
        for (; Kills < kills && !IsOver(); Kills++)
        {
            var until = _calls + _chance.Next(1, 3);
            await Until(() => _calls >= until || IsOver());
            await SomeWithdraw(_members.Count / OneInSoMany / kills);
            var bot = _bots[_chance.Next(_bots.Count)];
            await bot.IsKilled();
            _bots.Remove(bot);
            bot.Dispose();
            await BotStarts();
        }
        _line.Faults.Clear();
        await Until(IsOver);
    }

    public IEnumerable<string> Broken()
    {
        var tried = Read(unit => unit.Db.Set<BroadcastChunk>().Where(c => c.BroadcastId == _id).ToDictionary(c => c.Number, c => c.FirstTryAt));
        var people = Read(unit => unit.Db.Set<BroadcastRecipient>().Where(r => r.BroadcastId == _id).AsEnumerable()
            .Select(r => new Meant(_members[r.MemberId], _withdrawn.TryGetValue(r.MemberId, out var at) ? at : null, tried[r.Chunk], r.State == RecipientState.Sent)).ToList());
        Assert.Equal(_members.Count, people.Count);
        return new BroadcastHistory(people, [.. _line.Requests.Where(IsMulticast).Select(Read)]).Broken().Take(20);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots) bot.Dispose();
        await _line.DisposeAsync();
        _database.Dispose();
    }

    private Task Come(int first, int number)
    {
        var people = Enumerable.Range(first, number).Select(n => (Member: $"m-{n}", Line: _line.Person($"市民{n}").Id)).ToList();
        foreach (var (member, line) in people) _members[member] = line;
        return _database.Database.Writer.Write(unit =>
        {
            foreach (var (member, line) in people)
            {
                unit.Members.FindOrAddByLine(line, DateTimeOffset.UtcNow, () => member);
                unit.Members.Key(member);
                Consents(unit, member, true);
            }
        });
    }

    private async Task Approves()
    {
        var people = Read(unit => AudienceReading.People(unit, Audience.Everybody)).Select(one => one.MemberId).ToList();
        await _database.Database.Writer.Write(unit =>
        {
            var (now, none) = (DateTimeOffset.UtcNow, new QuietHours(TimeOnly.MinValue, TimeOnly.MinValue));
            var broadcast = BroadcastBook.Add(unit, Broadcasts.TownBroadcasts.Draft(window: Broadcast.LongestWindow));
            Assert.IsType<BroadcastMove.Done>(broadcast.Submit(1, none, now));
            Assert.IsType<BroadcastMove.Done>(BroadcastBook.Approve(unit, broadcast, Broadcasts.TownBroadcasts.Suzuki, people, none, now));
            _id = broadcast.Id;
        });
    }

    private async Task SomeWithdraw(int number)
    {
        var some = Enumerable.Range(0, number).Select(_ => $"m-{_chance.Next(_members.Count)}").Where(member => !_withdrawn.ContainsKey(member)).Distinct().ToList();
        await _database.Database.Writer.Write(unit => some.ForEach(member => Consents(unit, member, false)));
        foreach (var member in some) _withdrawn[member] = DateTimeOffset.UtcNow;
    }

    private bool IsOver() => Read(unit => unit.Db.Set<Broadcast>().Single(b => b.Id == _id).State) == BroadcastState.Sent;

    private T Read<T>(Func<Unit, T> read) => _database.Database.Reader.Read(read);

    private async Task Until(Func<bool> condition)
    {
        using var tooLong = new CancellationTokenSource(Patience);
        while (true)
        {
            var rings = _bell.Task;
            if (condition()) return;
            await rings.WaitAsync(tooLong.Token);
        }
    }

    private void Hears(RecordedRequest request)
    {
        if (!IsMulticast(request)) return;
        Interlocked.Increment(ref _calls);
        Rings();
    }

    private void Rings() => Interlocked.Exchange(ref _bell, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private static bool IsMulticast(RecordedRequest request) => request.Path.EndsWith("/multicast", StringComparison.Ordinal);

    private static Multicast Read(RecordedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return new Multicast(request.Headers["X-Line-Retry-Key"], request.Body, [.. body.RootElement.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)], request.Done);
    }

    private static void Consents(Unit unit, string member, bool given) =>
        unit.Consents.Add(member, new Consent(Purpose.Service, "entry@1/consent_service", given, DateTimeOffset.UtcNow, Core.Members.Consents.Member));
}
