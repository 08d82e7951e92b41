using Concierge.Bot.Jobs;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Concierge.SystemTests.WebChat;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Members;

/// <summary>Who only looked at the city's page is forgotten after a month.</summary>
public sealed class VisitorTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_said_nothing_or_declined_is_gone_after_thirty_days_and_not_before(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var looked = new Visitor(town);
        await looked.Comes();
        var declined = new WebPerson(town);
        await declined.Sends("/chat");
        await declined.Presses("いまは しない");

        await town.Passes(TimeSpan.FromDays(29));
        Assert.Equal(2, await MembersAfterTidying(town));
        await town.Passes(TimeSpan.FromDays(2));
        Assert.Equal(0, await MembersAfterTidying(town));
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Messages.Count() + unit.Db.Conversations.Count()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_answered_or_is_on_LINE_or_has_a_seat_stays(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var answered = new WebPerson(town);
        await answered.Sends("/chat");
        await answered.Presses("はい、よいです");
        await town.Line.Person("花子").Follows();
        await town.Settles();
        await town.Database.Writer.Write(unit =>
        {
            var seated = unit.Members.AddAnonymous(town.Clock.GetUtcNow(), () => "seated");
            Rosters.Do(unit, seated, new Effect.Reserve("demo-1", Attendance.OnSite, 1), town.Clock.GetUtcNow());
        });
        await town.Passes(TimeSpan.FromDays(400));
        Assert.Equal(3, await MembersAfterTidying(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_days_count_from_when_somebody_was_last_heard_of(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        // The window of the chat stays open: its token is renewed.
        for (var i = 0; i < 35 * 3; i++)
        {
            await town.Passes(TimeSpan.FromHours(8));
            await visitor.Returns((await visitor.Ask(HttpMethod.Post, "tokens/refresh", 200)).GetProperty("token").GetString()!);
        }
        Assert.Equal(1, await MembersAfterTidying(town));
        await visitor.Says("メニュー");
        await town.Passes(TimeSpan.FromDays(20));
        Assert.Equal(1, await MembersAfterTidying(town));
        await town.Passes(TimeSpan.FromDays(11));
        Assert.Equal(0, await MembersAfterTidying(town));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_link_is_forgotten_a_week_after_it_ran_out(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.PageFor();
        await town.Passes(TimeSpan.FromDays(7));
        await town.PageFor();
        Assert.Equal(2, await LinksAfterTidying(town));
        await town.Passes(TimeSpan.FromHours(1));
        Assert.Equal(1, await LinksAfterTidying(town));
    }

    private static async Task<int> LinksAfterTidying(Town town)
    {
        await MembersAfterTidying(town);
        return town.Database.Reader.Read(unit => unit.Db.Set<PageLinkEntry>().Count());
    }

    private static async Task<int> MembersAfterTidying(Town town)
    {
        await town.Part<TidyVisitors>().Tidy(TestContext.Current.CancellationToken);
        return town.Database.Reader.Read(unit => unit.Db.Members.Count());
    }
}
