using Concierge.LineSimulator;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

public sealed class ClockTests
{
    private readonly FakeTimeProvider below = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_turned_clock_is_ahead_and_goes_on()
    {
        var time = new TurnableTime(below);
        time.Advance(TimeSpan.FromHours(1));
        below.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(below.GetUtcNow().AddHours(1), time.GetUtcNow());
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(60, 0)]
    [InlineData(0, 60)]
    public async Task What_is_due_comes_by_either_clock(int turned, int passed)
    {
        var time = new TurnableTime(below);
        var due = Task.Delay(TimeSpan.FromSeconds(60), time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(turned));
        Assert.False(due.IsCompleted && passed > 0);
        below.Advance(TimeSpan.FromSeconds(passed));
        await due;
    }

    [Fact]
    public void Clocks_run_forward_only() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TurnableTime(below).Advance(TimeSpan.FromSeconds(-1)));
}
