namespace Concierge.Core.Conversations;

/// <summary>Where a person speaks with us. One conversation may use both by turns.</summary>
public enum Channel
{
    /// <summary>The 1:1 chat on LINE. What is said here is stored by LINE too.</summary>
    Line,

    /// <summary>The page on the city's own server (private page or public chat). LINE sees nothing of it.</summary>
    Web,
}

/// <summary>What a person sent that is not words.</summary>
public enum MediaKind { Sticker, Image, Video, Audio, File, Location, Unknown }

/// <summary>
/// Everything that can happen to a conversation: the one door. The shell makes it from a webhook event, a page answer,
/// a timer that came due or staff speaking; the engine never learns how it travelled, only by which channel.
/// </summary>
public abstract partial record Incoming
{
    private Incoming() { }

    /// <summary>When it happened by the sender's clock (LINE's <c>timestamp</c>), not when we received it.</summary>
    public required DateTimeOffset At { get; init; }

    public Channel Channel { get; init; } = Channel.Line;

    /// <summary>Typed or dictated words. <paramref name="MessageId"/> is LINE's, so that an unsend can find what came of them.</summary>
    public sealed record Words(string Text, string? MessageId) : Incoming;

    /// <summary>A button of ours. The shell has already opened the opaque token.</summary>
    public sealed record Tapped(Tap Tap) : Incoming;

    /// <summary>A button that we cannot read any more: made by a lost key, or by somebody else.</summary>
    public sealed record TappedUnknown : Incoming;

    /// <summary>A sticker, picture, voice message, place …</summary>
    public sealed record Media(MediaKind Kind, string? MessageId) : Incoming;

    /// <summary>Added as a friend, or unblocked (LINE does not guarantee which).</summary>
    public sealed record Followed(bool Unblocked) : Incoming;

    /// <summary>Blocked or removed: nothing we say arrives until the next <see cref="Followed"/>.</summary>
    public sealed record Unfollowed : Incoming;

    /// <summary>The person took a message back; it may arrive before the message itself.</summary>
    public sealed record Unsent(string MessageId) : Incoming;

    /// <summary>The person opened the private page by a link of ours.</summary>
    public sealed record PageOpened : Incoming;

    /// <summary>A place, sent from the phone's map. Used for this turn and kept nowhere.</summary>
    /// <param name="Latitude">Degrees north.</param>
    /// <param name="Longitude">Degrees east.</param>
    public sealed record Located(double Latitude, double Longitude, string? MessageId) : Incoming
    {
        // Records print themselves, and where somebody is must reach no log.
        public override string ToString() => nameof(Located);
    }

    /// <summary>A time that a flow had set is due.</summary>
    /// <param name="Flow">Name of the flow that set it.</param>
    /// <param name="Kind">The flow's own word, e.g. <c>remind</c>.</param>
    /// <param name="Subject">Id of what it is about; empty when it needs none.</param>
    public sealed record TimeCame(string Flow, string Kind, string Subject) : Incoming;
}
