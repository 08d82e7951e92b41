using Concierge.Bot.Workers;
using Xunit;

namespace Concierge.SystemTests.Road;

/// <summary>Who rings is heard, whenever it is.</summary>
public sealed class OneAtATimeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>It has looked and found nothing, and has not said so yet.</summary>
    [Theory, InlineData(1), InlineData(OneAtATime.UntilEmpty)]
    public async Task Whoever_rings_just_after_it_has_looked_is_heard(int pieces)
    {
        var (looked, members) = (0, default(OneAtATime)!);
        members = new OneAtATime(
            member =>
            {
                if (++looked == 1) _ = members.Ring(member);
                return Task.FromResult(false);
            },
            (_, bug) => throw bug);
        await members.Ring("taro", pieces).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(2, looked);
        Assert.True(members.IsIdle);
    }

    [Fact]
    public async Task As_many_pieces_are_done_as_were_asked_for_and_no_more_when_nothing_is_left()
    {
        var left = 3;
        var looked = 0;
        var members = new OneAtATime(
            _ =>
            {
                looked++;
                return Task.FromResult(left-- > 0);
            },
            (_, bug) => throw bug);
        await members.Ring("taro", 2).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(2, looked);
        await members.Ring("taro", OneAtATime.UntilEmpty).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(4, looked);
    }

    [Fact]
    public async Task What_fails_is_told_and_leaves_nobody_waiting()
    {
        var told = new List<string>();
        var members = new OneAtATime(_ => throw new InvalidOperationException("broken"), (member, bug) => told.Add(member + " " + bug.Message));
        await members.Ring("taro", OneAtATime.UntilEmpty).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(["taro broken"], told);
        Assert.True(members.IsIdle);
    }
}
