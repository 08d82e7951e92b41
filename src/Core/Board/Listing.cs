using Stateless;
using Stateless.Graph;

namespace Concierge.Core.Board;

/// <summary>Stored by name. Closed and Expired are over and stay as they are.</summary>
public enum PostState
{
    /// <summary>Being written; nobody but staff sees it.</summary>
    Draft,

    /// <summary>On the board.</summary>
    Open,

    /// <summary>Off the board for a while.</summary>
    Paused,

    /// <summary>Somebody was found.</summary>
    Filled,

    /// <summary>Taken off.</summary>
    Closed,

    /// <summary>Its last day of work has passed.</summary>
    Expired,
}

/// <summary>A post in the hands of the office: from the first draft to its end.</summary>
public sealed class Listing
{
    public enum On { Publish, Pause, Fill, Close, RunOut }

    private Listing(long id, PostState state, Post body, DateOnly until) => (Id, State, Body, Until) = (id, state, body, until);

    public long Id { get; }

    public PostState State { get; private set; }

    /// <summary>What it says.</summary>
    public Post Body { get; private set; }

    /// <summary>The last day of work, to be searched by.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>What has changed since people could apply.</summary>
    public PostChanges Changes { get; private set; } = PostChanges.None;

    public static Listing Draft(Post post) => new(post.Id, PostState.Draft, post, post.Until);

    /// <summary>What does not go changes nothing, and says why.</summary>
    /// <param name="today">In Tokyo.</param>
    public Moving Move(On on, Wages wages, DateOnly today)
    {
        var life = Life(wages, today);
        if (!life.CanFire(on)) return WhyNot(on, wages, today);
        life.Fire(on);
        return new Moving.Done();
    }

    /// <summary>Other words. What stands on the board must be right at once, and what is over stays as it was.</summary>
    /// <param name="today">In Tokyo.</param>
    /// <param name="version">Of the board, once this is written.</param>
    public Moving Rewrite(Post post, Wages wages, DateOnly today, long version)
    {
        if (post.Id != Id) throw new ArgumentException($"Post {post.Id} is not post {Id}.", nameof(post));
        if (State is PostState.Closed or PostState.Expired) return new Moving.NotNow(State);
        if (State == PostState.Open && PostCheck.Of(post, wages) is { } refused) return new Moving.Refused(refused);
        if (State == PostState.Open && post.Until < today) return new Moving.Over(post.Until);
        if (State != PostState.Draft) Changes = Changes.With(Body, post, version);
        (Body, Until) = (post, post.Until);
        return new Moving.Done();
    }

    /// <summary>The life-cycle as Mermaid, for docs/flows.md.</summary>
    public static string Draw() => MermaidGraph.Format(new Listing(0, PostState.Draft, null!, default).Life(null!, default).GetInfo());

    private Moving WhyNot(On on, Wages wages, DateOnly today)
    {
        if (on != On.Publish || State is not (PostState.Draft or PostState.Paused or PostState.Filled)) return new Moving.NotNow(State);
        return PostCheck.Of(Body, wages) is { } refused ? new Moving.Refused(refused) : new Moving.Over(Until);
    }

    private StateMachine<PostState, On> Life(Wages wages, DateOnly today)
    {
        var life = new StateMachine<PostState, On>(() => State, next => State = next);
        life.Configure(PostState.Draft)
            .PermitIf(On.Publish, PostState.Open, MayStand, "it may stand on the board")
            .Permit(On.Close, PostState.Closed);
        life.Configure(PostState.Open)
            .Permit(On.Pause, PostState.Paused)
            .Permit(On.Fill, PostState.Filled)
            .Permit(On.Close, PostState.Closed)
            .PermitIf(On.RunOut, PostState.Expired, IsOver, "its last day has passed");
        life.Configure(PostState.Paused)
            .PermitIf(On.Publish, PostState.Open, MayStand, "it may stand on the board")
            .Permit(On.Fill, PostState.Filled)
            .Permit(On.Close, PostState.Closed)
            .PermitIf(On.RunOut, PostState.Expired, IsOver, "its last day has passed");
        // Who was found may not come after all.
        life.Configure(PostState.Filled)
            .PermitIf(On.Publish, PostState.Open, MayStand, "it may stand on the board")
            .Permit(On.Close, PostState.Closed);
        return life;

        bool IsOver() => Until < today;

        bool MayStand() => !IsOver() && PostCheck.Of(Body, wages) is null;
    }
}

/// <summary>What came of moving a post: done, or a named no.</summary>
public abstract record Moving
{
    private Moving() { }

    public sealed record Done : Moving;

    /// <summary>Not from where it stands.</summary>
    public sealed record NotNow(PostState State) : Moving;

    /// <summary>It may not stand on the board.</summary>
    public sealed record Refused(Refusal Why) : Moving;

    /// <summary>Its last day has passed.</summary>
    public sealed record Over(DateOnly Until) : Moving;
}
