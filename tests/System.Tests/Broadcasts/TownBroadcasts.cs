using Concierge.Bot.Broadcasts;
using Concierge.Core.Broadcasts;
using Concierge.Core.Members;
using Concierge.Data;
using Concierge.LineSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Broadcasts;

/// <summary>Broadcasts in a town, without the desk's programs between.</summary>
internal static class TownBroadcasts
{
    public const string Sato = "sato", Suzuki = "suzuki";

    /// <summary>Friends of the account who have consented to the service.</summary>
    public static async Task<IReadOnlyList<Person>> Friends(this Town town, int number)
    {
        var people = Enumerable.Range(1, number).Select(n => town.Line.Person($"市民{n:00000}")).ToList();
        town.Line.WebhookUrl = town.Line.Url + "/nobody";
        foreach (var person in people) await person.Follows();
        town.Line.WebhookUrl = town.BotUrl + "/line/webhook";
        await town.Database.Writer.Write(unit =>
        {
            foreach (var person in people)
            {
                var member = unit.Members.FindOrAddByLine(person.Id, town.Clock.GetUtcNow(), () => MemberOf(person));
                unit.Members.Key(member);
                Consents(unit, member, true, town.Clock.GetUtcNow());
            }
        });
        return people;
    }

    /// <summary>A friend whom LINE does not know any more.</summary>
    /// <param name="name">Of the member; decides who comes first.</param>
    public static Task<string> Stranger(this Town town, string name = "m-stranger") => town.Database.Writer.Write(unit =>
    {
        var member = unit.Members.FindOrAddByLine("U" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)))[..32], town.Clock.GetUtcNow(), () => name);
        unit.Members.Key(member);
        Consents(unit, member, true, town.Clock.GetUtcNow());
        return member;
    });

    public static string MemberOf(Person person) => "m-" + person.Id;

    public static Task Withdraws(this Town town, Person person) => town.Database.Writer.Write(unit => Consents(unit, MemberOf(person), false, town.Clock.GetUtcNow()));

    public static Task WantsNews(this Town town, Person person, bool wanted) => town.Database.Writer.Write(unit =>
        unit.Consents.Add(MemberOf(person), new Consent(Purpose.News, News.Text, wanted, town.Clock.GetUtcNow(), Core.Members.Consents.Member)));

    private static int drafts;

    public static Broadcast Draft(string title = "教室のご案内", Audience? audience = null, Timing? timing = null, int window = 60, int cap = 100_000, BroadcastContent? content = null) => new()
    {
        Code = $"code-{Interlocked.Increment(ref drafts)}", Content = content ?? new BroadcastContent(title, "来週の 教室です。"), Audience = audience ?? Audience.Everybody,
        Timing = timing ?? new Timing.Once(null), WindowMinutes = window, Cap = cap, Writers = Sato,
    };

    public static async Task<long> Submitted(this Town town, Broadcast draft) => await town.Database.Writer.Write(unit =>
    {
        BroadcastBook.Add(unit, draft);
        Assert.IsType<BroadcastMove.Done>(draft.Submit(1, QuietHours.Usual, town.Clock.GetUtcNow()));
        return draft.Id;
    });

    public static Task<BroadcastMove> Approve(this Town town, long id, string staff = Suzuki) => Move(town.Database, id, (unit, one) =>
        BroadcastBook.Approve(unit, one, staff, [.. AudienceReading.People(unit, one.Audience).Select(person => person.MemberId)], QuietHours.Usual, town.Clock.GetUtcNow()));

    public static async Task<long> Approved(this Town town, Broadcast? draft = null)
    {
        var id = await town.Submitted(draft ?? Draft());
        Assert.IsType<BroadcastMove.Done>(await town.Approve(id));
        return id;
    }

    public static Task<BroadcastMove> MoveAll(this Town town, long id, Func<Unit, Broadcast, BroadcastMove> move) => Move(town.Database, id, move);

    public static Task<BroadcastMove> Move(this Town town, long id, Func<Broadcast, BroadcastMove> move) => Move(town.Database, id, (_, one) => move(one));

    /// <summary>A no takes back what was begun, as the API does.</summary>
    public static async Task<BroadcastMove> Move(Database database, long id, Func<Unit, Broadcast, BroadcastMove> move)
    {
        try
        {
            return await database.Writer.Write(unit =>
            {
                var done = move(unit, BroadcastBook.Find(unit, id)!);
                return done is BroadcastMove.Done ? done : throw new Refused(done);
            });
        }
        catch (Refused no)
        {
            return no.Move;
        }
    }

    /// <summary>As the bell rings it, which also rings by itself: done when nothing is on its way any more.</summary>
    public static async Task Rings(this Town town)
    {
        do await town.Part<BroadcastSender>().SendWhatIsDue(TestContext.Current.CancellationToken);
        while (town.Database.Reader.Read(IsBusy));
    }

    private static bool IsBusy(Unit unit)
    {
        var open = unit.Db.Set<BroadcastChunk>().Where(c => c.State == ChunkState.Waiting || c.State == ChunkState.Sending);
        return open.Any(c => c.State == ChunkState.Sending) || unit.Db.Set<Broadcast>().Any(b => b.State == BroadcastState.Sending && !open.Any(c => c.BroadcastId == b.Id));
    }

    public static async Task PassesTo(this Town town, DateTimeOffset then)
    {
        town.Clock.AdvanceTo(then);
        await town.Rings();
    }

    public static Task Rings(this WebApplication bot) => bot.Services.GetRequiredService<BroadcastSender>().SendWhatIsDue(TestContext.Current.CancellationToken);

    public static Broadcast Broadcast(this Town town, long id) => town.Database.Reader.Read(unit => unit.Db.Set<Broadcast>().AsNoTracking().Single(b => b.Id == id));

    public static BroadcastState State(this Town town, long id) => town.Broadcast(id).State;

    public static IReadOnlyList<BroadcastChunk> ChunksOf(this Town town, long id) =>
        town.Database.Reader.Read(unit => unit.Db.Set<BroadcastChunk>().AsNoTracking().Where(c => c.BroadcastId == id).OrderBy(c => c.Number).ToList());

    public static IReadOnlyList<RecordedRequest> Multicasts(this Town town) => [.. town.Line.Requests.Where(call => call.Path.EndsWith("/multicast", StringComparison.Ordinal))];

    /// <summary>Newest first: what staff were told.</summary>
    public static IReadOnlyList<string> Told(this Town town) =>
        town.Database.Reader.Read(unit => unit.Db.Feed.AsNoTracking().Where(f => f.Kind.StartsWith("broadcast-")).OrderByDescending(f => f.Seq).Select(f => f.Kind).ToList());

    private static void Consents(Unit unit, string member, bool given, DateTimeOffset now) =>
        unit.Consents.Add(member, new Consent(Purpose.Service, "entry@1/consent_service", given, now, Core.Members.Consents.Member));

    private sealed class Refused(BroadcastMove move) : Exception
    {
        public BroadcastMove Move => move;
    }
}
