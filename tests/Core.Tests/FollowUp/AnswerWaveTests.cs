using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Concierge.CoreTests.Conversations;
using Xunit;

namespace Concierge.CoreTests.FollowUp;

public sealed class AnswerWaveTests
{
    private readonly Talk _talk = new Talk().WithFollowUp();

    public AnswerWaveTests()
    {
        _talk.Enters();
        _talk.AgreesToResearch();
    }

    [Fact]
    public void Nobody_is_asked_by_night_or_in_the_middle_of_something()
    {
        _talk.Passes(TimeSpan.FromHours(23.5));
        _talk.Says("さがす");
        var said = _talk.Replies.Count;
        _talk.Passes(TimeSpan.FromHours(1));
        Assert.Equal(said, _talk.Replies.Count);
        _talk.Passes(TimeSpan.FromHours(1));
        Assert.Equal(said + 1, _talk.Replies.Count);
        foreach (var reply in _talk.Replies.Skip(said)) Assert.NotNull(reply.Until);
        Assert.True(Daytime.IsNow(_talk.Waves[0].ChangedAt));
    }

    [Fact]
    public void Whoever_cannot_be_written_to_is_telephoned()
    {
        _talk.IsReached = false;
        var said = _talk.Replies.Count;
        _talk.Passes(TimeSpan.FromDays(1));
        Assert.Equal((WaveState.ToRing, said), (_talk.Waves[0].State, _talk.Replies.Count));
    }

    [Fact]
    public void Whoever_never_answers_is_written_to_twice_a_wave_and_no_more()
    {
        _talk.Happens(Occasion.Seminar);
        var said = _talk.Replies.Count;
        _talk.Passes(TimeSpan.FromDays(400));
        Assert.Equal(6 * 2, _talk.Replies.Count - said);
        Assert.All(_talk.Waves, wave => Assert.Equal(WaveState.Missed, wave.State));
        Assert.Equal(Standing.Lost, Stands());
    }

    [Fact]
    public void Over_line_nothing_says_what_it_is_about()
    {
        string[] facts = ["調査", "元気", "からだ", "教室", "仕事", "研究"];
        _talk.Happens(Occasion.Placement);
        var said = _talk.Replies.Count;
        _talk.Passes(TimeSpan.FromDays(200));
        Assert.NotEqual(said, _talk.Replies.Count);
        foreach (var text in _talk.Replies.Skip(said).SelectMany(reply => reply.Bubbles).OfType<Bubble.Ask>().Select(ask => ask.Text))
            Assert.DoesNotContain(facts, fact => text.Contains(fact, StringComparison.Ordinal));
    }

    [Fact]
    public void Withdrawing_stops_it_at_once()
    {
        _talk.Happens(Occasion.Seminar);
        _talk.Passes(TimeSpan.FromDays(1));
        _talk.Presses("答える");
        _talk.OpensPage();
        _talk.Says("同意の確認");
        _talk.Says("調査への協力");
        _talk.Says("はい");
        Assert.Empty(_talk.Waves);
        Assert.False(_talk.Conversation.Sessions.Any(session => session.Flow == AnswerWave.Id));
        var said = _talk.Replies.Count;
        _talk.Passes(TimeSpan.FromDays(400));
        Assert.Equal((said, Standing.Withdrew), (_talk.Replies.Count, Stands()));
    }

    /// <summary>A time that had been put into the inbox just before.</summary>
    [Fact]
    public void What_was_on_its_way_says_nothing_either()
    {
        var wave = _talk.Waves[0].Key;
        _talk.OpensPage();
        _talk.Says("同意の確認");
        _talk.Says("調査への協力");
        _talk.Says("はい");
        var said = _talk.Replies.Count;
        foreach (var kind in new[] { "ask", "nudge", "list", "miss" }) _talk.Take(new Incoming.TimeCame(AnswerWave.Id, kind, wave) { At = _talk.Now });
        Assert.Equal(said, _talk.Replies.Count);
        Assert.Empty(_talk.Effects);
    }

    [Fact]
    public void While_staff_speak_with_somebody_it_waits()
    {
        _talk.Passes(TimeSpan.FromHours(23.5));
        _talk.Says("職員と話す");
        _talk.Presses("はい、よいです");
        _talk.StaffClaim();
        var said = _talk.Replies.Count;
        _talk.Passes(TimeSpan.FromHours(1));
        Assert.Equal((WaveState.Planned, said), (_talk.Waves[0].State, _talk.Replies.Count));
    }

    [Fact]
    public void The_standing_is_that_of_what_was_over_last()
    {
        Assert.Equal(Standing.Enrolled, Stands());
        _talk.Passes(TimeSpan.FromDays(60));
        Assert.Equal(Standing.Lost, Stands());
        _talk.Happens(Occasion.Seminar);
        _talk.Waves[1].Move(Wave.On.Answer, _talk.Now);
        Assert.Equal(Standing.Answered, Stands());
        Assert.Null(Standings.Of(Consents.None, []));
    }

    private Standing? Stands() => Standings.Of(new Consents(_talk.Consents), _talk.Waves);
}
