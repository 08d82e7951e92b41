using Concierge.Bot.Line;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Concierge.SystemTests.Line;

public sealed class RateLimitsTests
{
    private readonly FakeTimeProvider _time = new();
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_burst_goes_through_then_a_short_wait_then_come_back_later()
    {
        var limits = new RateLimits(_time);
        for (var i = 0; i < 100; i++) Assert.Null(await limits.Enter(LineCall.Loading, Cancel));

        var waiting = Enumerable.Range(0, 25).Select(_ => limits.Enter(LineCall.Loading, Cancel).AsTask()).ToList();
        Assert.All(waiting, wait => Assert.False(wait.IsCompleted));
        Assert.Equal(TimeSpan.FromSeconds(0.26), await limits.Enter(LineCall.Loading, Cancel));

        _time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.All(await Task.WhenAll(waiting), Assert.Null);
    }

    [Fact]
    public async Task Each_operation_has_its_own_bucket()
    {
        var limits = new RateLimits(_time);
        for (var i = 0; i < 100; i++) await limits.Enter(LineCall.Loading, Cancel);
        Assert.Null(await limits.Enter(LineCall.Reply, Cancel));
    }

    [Fact]
    public void It_never_passes_what_LINE_takes_in_a_second()
    {
        var limits = new RateLimits(_time);
        _time.Advance(TimeSpan.FromHours(1));
        var passed = 0;
        for (var i = 0; i < 1_000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            for (var k = 0; k < 10; k++)
                if (limits.Enter(LineCall.Push, Cancel) is { IsCompletedSuccessfully: true, Result: null }) passed++;
        }

        // A full bucket, then one second of refilling.
        Assert.InRange(passed, 2_000, 4_000);
    }
}
