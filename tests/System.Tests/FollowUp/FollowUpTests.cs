using Concierge.Admin.Seminars;
using Concierge.Bot.Jobs;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.FollowUp;

/// <summary>Somebody who agreed to research is asked weeks later, over LINE, on both databases.</summary>
public sealed class FollowUpTests
{
    private const string Asked = "おたずねしたいことが 3つ", Nudged = "先日の おたずね";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_seminars_the_waves_of_one_are_asked_each_with_one_nudge(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Agrees(town);
        await town.Attends(1);
        await town.Attends(2);
        await DayByDay(town, 230);
        Assert.Equal((6, 6), (Times(hanako, Asked), Times(hanako, Nudged)));
        Assert.Equal([0, 2, 4, 8, 12, 24], town.Waves().Select(wave => wave.Weeks));
        Assert.All(town.Waves(), wave => Assert.Equal(WaveState.Missed, wave.State));
        Assert.Empty(town.Timers());
    }

    /// <summary>Led on to work or volunteering, that is: whom 生活支援 helps has found nothing to do by that.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whom_a_body_has_taken_on_is_asked_how_it_went_on(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await Agrees(town);
        await town.IsTakenOnBy("life");
        Assert.Equal([0], town.Waves().Select(wave => wave.Weeks));
        await town.IsTakenOnBy("hello");
        Assert.Equal([0, 2, 4, 8, 12, 24], town.Waves().Select(wave => wave.Weeks));
        Assert.All(town.Waves().Skip(1), wave => Assert.Equal((1, Occasion.Placement), (wave.Series, wave.Occasion)));
        await town.IsTakenOnBy("silver");
        await town.Works();
        Assert.Equal(6, town.Waves().Count);
        Assert.Single(town.Timers());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whom_a_body_has_taken_on_and_who_did_not_agree_is_left_alone(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.Enters(town.Line.Person("花子"));
        await town.IsTakenOnBy("hello");
        Assert.Empty(town.Waves());
        await town.AgreesToResearch();
        await town.AgreesToResearch(given: false);
        await town.IsTakenOnBy("silver");
        Assert.Empty(town.Waves());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_seminar_a_body_that_takes_somebody_on_begins_anew(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await Agrees(town);
        await town.Attends(1);
        await town.Passes(TimeSpan.FromDays(30));
        await town.IsTakenOnBy("hello");
        Assert.Equal([2, 4, 8, 12, 24], town.Waves().Where(wave => wave.Series == 2).Select(wave => wave.Weeks));
        Assert.DoesNotContain(town.Waves(), wave => wave is { Series: 1, State: WaveState.Planned });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_was_ticked_by_mistake_is_followed_up_for_nothing(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await Agrees(town);
        await town.Attends(1);
        Assert.Equal(6, town.Waves().Count);
        var member = town.Waves()[0].MemberId;
        await town.Database.Writer.Write(unit => Booking.UndoAttend(unit, "demo-1", member, town.Clock.GetUtcNow()));
        Assert.Equal([0], town.Waves().Select(wave => wave.Weeks));
        Assert.Single(town.Timers());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_answered_is_stored_sealed_and_the_wave_knows_which_answers_are_its_own(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Privacy:PrivateQuestions", "Chat"));
        var hanako = await Agrees(town);
        await town.Passes(TimeSpan.FromDays(1));
        foreach (var label in new[] { "答える", "仕事", "5〜19時間", "まあ元気", "はい" }) await Presses(town, hanako, label);
        var wave = Assert.Single(town.Waves());
        Assert.Equal(WaveState.Answered, wave.State);
        var answers = town.Database.Reader.Read(unit => unit.Db.Answers.AsNoTracking().Where(a => a.At >= wave.BegunAt && a.At <= wave.ChangedAt).OrderBy(a => a.Id).ToList());
        Assert.Equal(["doing", "hours", "well", "consent_checks"], answers.Select(answer => answer.Question));
        Assert.True(town.Database.Reader.Read(unit => unit.Consents.Of(wave.MemberId).Has(Purpose.Checks)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Withdrawing_takes_back_what_waits_to_be_sent(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Agrees(town);
        await town.Works();
        town.Line.Faults.Next(Fault.ApiErrorBefore, "/v2/bot/message/push");
        await town.Passes(TimeSpan.FromDays(1));
        Assert.Equal(0, Times(hanako, Asked));
        await town.AgreesToResearch(given: false);
        await DayByDay(town, 200);
        Assert.Equal(0, Times(hanako, Asked));
        Assert.Empty(town.Waves());
        Assert.Empty(town.Timers());
        Assert.Equal("withdrawn", town.Database.Reader.Read(unit => unit.Db.Outbox.Single(row => row.State == OutboxState.Superseded).Reason));
    }

    [Fact]
    public async Task Staff_who_write_down_a_withdrawal_end_the_open_questions_too()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await Agrees(town);
        await town.Passes(TimeSpan.FromDays(1));
        await Presses(town, hanako, "答える");
        await town.AgreesToResearch(given: false, Purpose.Service);
        await Presses(town, hanako, "仕事");
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Answers.Count(answer => answer.Questionnaire.StartsWith("followup"))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Planning_twice_at_once_plans_once(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await Agrees(town);
        await town.Works();
        await Task.WhenAll(town.Part<PlanFollowUps>().Plan(Cancel), ActivatorUtilities.CreateInstance<PlanFollowUps>(town.Part<IServiceProvider>()).Plan(Cancel));
        Assert.Equal(6, town.Waves().Count);
        Assert.Single(town.Timers());
    }

    [Fact]
    public async Task What_came_due_while_the_bot_was_down_is_asked_once_when_it_is_back()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await Agrees(town);
        await town.IsDownFor(TimeSpan.FromDays(2));
        await town.Restarts();
        Assert.Equal(1, Times(hanako, Asked));
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_no_wave_and_no_timer()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = await Agrees(town);
        await town.Works();
        var member = town.Waves()[0].MemberId;
        await town.Database.Writer.Write(unit => Erasing.Everything(unit, member));
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Set<Wave>().Count()));
        Assert.Empty(town.Timers());
    }

    private static async Task<Person> Agrees(Town town)
    {
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        await town.AgreesToResearch();
        return hanako;
    }

    private static async Task Presses(Town town, Person hanako, string label)
    {
        await hanako.Taps(label);
        await town.Settles();
    }

    private static async Task DayByDay(Town town, int days)
    {
        for (var day = 0; day < days; day++) await town.Passes(TimeSpan.FromDays(1));
    }

    private static int Times(Person hanako, string said) => hanako.FromBot.Count(item => item.Text.Contains(said, StringComparison.Ordinal));
}
