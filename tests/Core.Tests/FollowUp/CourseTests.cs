using Concierge.Core.Calendar;
using Concierge.Core.FollowUp;
using Xunit;

namespace Concierge.CoreTests.FollowUp;

public sealed class CourseTests
{
    private static readonly DateTimeOffset Entry = new(2026, 6, 1, 15, 0, 0, TimeSpan.FromHours(9));

    private readonly List<Happened> _happened = [];
    private readonly List<Wave> _waves = [];

    [Fact]
    public void At_entry_there_is_one_wave_and_it_is_asked_the_next_morning()
    {
        PlansAt(Entry);
        var only = Assert.Single(_waves);
        Assert.Equal((Occasion.Entry, 0, At(2026, 6, 2)), (only.Occasion, only.Weeks, only.DueAt));
        PlansAt(Entry.AddDays(40));
        Assert.Single(_waves);
    }

    [Fact]
    public void After_a_seminar_five_more_in_the_morning_2_4_8_12_and_24_weeks_later()
    {
        Attends(Entry.AddDays(7));
        PlansAt(Entry.AddDays(8));
        Assert.Equal(
            [(2, At(2026, 6, 22)), (4, At(2026, 7, 6)), (8, At(2026, 8, 3)), (12, At(2026, 8, 31)), (24, At(2026, 11, 23))],
            Running().Select(wave => (wave.Weeks, wave.DueAt)));
    }

    [Fact]
    public void Several_seminars_are_followed_up_once()
    {
        foreach (var day in new[] { 7, 8, 30, 100 }) Attends(Entry.AddDays(day));
        PlansAt(Entry.AddDays(8));
        PlansAt(Entry.AddDays(31));
        PlansAt(Entry.AddDays(101));
        Assert.Equal(5, Running().Count());
        Assert.All(Running(), wave => Assert.Equal(Entry.AddDays(7), wave.StartedAt));
    }

    [Fact]
    public void A_placement_begins_anew_and_what_was_planned_gives_way()
    {
        Attends(Entry.AddDays(7));
        PlansAt(Entry.AddDays(8));
        Next().Wave.Move(Wave.On.Answer, Entry.AddDays(9));
        Next().Wave.Move(Wave.On.Answer, Entry.AddDays(22));
        Happens(Occasion.Placement, Entry.AddDays(40));
        PlansAt(Entry.AddDays(41));
        Assert.Equal(["0/0", "1/2", "2/2", "2/4", "2/8", "2/12", "2/24"], _waves.Select(wave => wave.Key));
        Happens(Occasion.Placement, Entry.AddDays(60));
        PlansAt(Entry.AddDays(61));
        Assert.Equal(7, _waves.Count);
    }

    [Fact]
    public void When_all_is_over_another_seminar_is_followed_up()
    {
        Attends(Entry.AddDays(7));
        PlansAt(Entry.AddDays(8));
        Attends(Entry.AddDays(7 + (24 * 7)));
        PlansAt(Entry.AddDays(7 + (24 * 7)));
        Assert.Contains(_waves, wave => wave.Key == "2/2");
    }

    /// <summary>Whoever agrees at the door, or when back at home, is followed up from that seminar on; of earlier ones nobody asks.</summary>
    [Theory]
    [InlineData(-1, 6)]
    [InlineData(-20, 1)]
    public void What_was_shortly_before_counts(int day, int waves)
    {
        Attends(Entry.AddDays(day));
        PlansAt(Entry);
        Assert.Equal(waves, _waves.Count);
    }

    [Fact]
    public void A_plan_that_comes_late_asks_nothing_of_weeks_that_are_over()
    {
        Attends(Entry.AddDays(7));
        PlansAt(Entry.AddDays(7 + 29));
        Assert.Equal([4, 8, 12, 24], Running().Select(wave => wave.Weeks));
    }

    [Fact]
    public void One_is_asked_once_more_then_telephoned_then_left_alone()
    {
        PlansAt(Entry);
        Comes(Wave.On.Ask, At(2026, 6, 2)).Move(Wave.On.Ask, At(2026, 6, 2));
        Comes(Wave.On.Nudge, At(2026, 6, 5)).Move(Wave.On.Nudge, At(2026, 6, 5));
        Comes(Wave.On.List, At(2026, 6, 9)).Move(Wave.On.List, At(2026, 6, 9));
        Comes(Wave.On.Miss, At(2026, 6, 23)).Move(Wave.On.Miss, At(2026, 6, 23));
        Assert.Null(Course.Next(_waves));
    }

    [Fact]
    public void The_next_wave_ends_the_one_before_so_there_is_one_at_a_time()
    {
        Attends(Entry.AddDays(7));
        PlansAt(Entry.AddDays(8));
        Next().Wave.Move(Wave.On.Answer, At(2026, 6, 9));
        foreach (var (on, day) in new[] { (Wave.On.Ask, 22), (Wave.On.Nudge, 25), (Wave.On.List, 29) }) Comes(on, At(2026, 6, day)).Move(on, At(2026, 6, day));
        Comes(Wave.On.Miss, At(2026, 7, 6)).Move(Wave.On.Miss, At(2026, 7, 6));
        Assert.Equal("1/4", Comes(Wave.On.Ask, At(2026, 7, 6)).Key);
    }

    /// <summary>Nobody is lost who was not telephoned.</summary>
    [Theory]
    [InlineData(-13)]
    [InlineData(-12)]
    public void What_falls_due_while_the_start_is_asked_gives_way_to_it(int day)
    {
        Attends(Entry.AddDays(day));
        PlansAt(Entry);
        Assert.Contains(_waves, wave => wave.Weeks == 2);
        foreach (var (on, at) in new[] { (Wave.On.Ask, 2), (Wave.On.Nudge, 5), (Wave.On.List, 9) })
        {
            var asked = Comes(on, At(2026, 6, at));
            Assert.Equal(Occasion.Entry, asked.Occasion);
            asked.Move(on, At(2026, 6, at));
        }
        Next().Wave.Move(Wave.On.Miss, Next().At);
        Assert.Equal("1/4", Next().Wave.Key);
    }

    [Fact]
    public void When_the_start_is_over_the_next_is_asked_that_was_not_due_yet()
    {
        Attends(Entry.AddDays(-13));
        PlansAt(Entry);
        Next().Wave.Move(Wave.On.Ask, At(2026, 6, 2));
        Next().Wave.Move(Wave.On.Answer, At(2026, 6, 3));
        Assert.Equal("1/4", Comes(Wave.On.Ask, At(2026, 6, 16)).Key);
    }

    [Fact]
    public void Whoever_agrees_anew_begins_anew()
    {
        Attends(Entry.AddDays(7));
        PlansAt(Entry.AddDays(8));
        foreach (var wave in _waves.ToArray().Where(wave => !wave.IsOver)) _waves.Remove(wave);
        var again = Entry.AddDays(300);
        _waves.AddRange(Course.Plan("hanako", again, _waves, _happened, again).Add);
        Assert.Equal(Occasion.Entry, Assert.Single(_waves).Occasion);
    }

    private static DateTimeOffset At(int year, int month, int day) => Daytime.MorningOf(new DateOnly(year, month, day));

    private void Attends(DateTimeOffset at) => Happens(Occasion.Seminar, at);

    private void Happens(Occasion occasion, DateTimeOffset at) => _happened.Add(new Happened(occasion, at));

    private void PlansAt(DateTimeOffset now)
    {
        var plan = Course.Plan("hanako", Entry, _waves, _happened.Where(one => one.At <= now), now);
        foreach (var wave in plan.Drop) _waves.Remove(wave);
        _waves.AddRange(plan.Add);
    }

    private IEnumerable<Wave> Running() => _waves.Where(wave => wave.Occasion != Occasion.Entry);

    private Due Next() => Course.Next(_waves)!;

    private Wave Comes(Wave.On on, DateTimeOffset at)
    {
        Assert.Equal((on, at), (Next().On, Next().At));
        return Next().Wave;
    }
}
