using System.Collections.Immutable;

namespace Concierge.Core.Consultation
{
    /// <summary>こまりごと: a small trouble of somebody's, handed in so that staff may make a post of it. Staff decide.</summary>
    /// <param name="Id">Unique among the member's.</param>
    /// <param name="Kind">Key of an option of <c>trouble_kind</c>; so are the two after it.</param>
    /// <param name="Words">What the person wrote, or null.</param>
    public sealed record Trouble(string Id, DateTimeOffset At, string Kind, string Area, string When, string? Words)
    {
        // Records print themselves, and what somebody wrote must reach no log.
        public override string ToString() => $"{nameof(Trouble)} {Id}";
    }
}

namespace Concierge.Core.Conversations
{
    public sealed partial record Facts
    {
        /// <summary>What the person has handed in and not taken back, oldest first.</summary>
        public Lazy<ImmutableArray<Consultation.Trouble>> Troubles { get; init; } = new(() => []);
    }

    public abstract partial record Effect
    {
        public abstract record OfTrouble : Effect;

        /// <summary>Keep it for staff.</summary>
        public sealed record HandIn(Consultation.Trouble Trouble) : OfTrouble;

        /// <summary>The person takes it back; staff see that, and no longer what it was about.</summary>
        public sealed record TakeBack(string Trouble) : OfTrouble;
    }
}
