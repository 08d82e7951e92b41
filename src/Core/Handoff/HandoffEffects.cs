using Concierge.Core.Handoff;

namespace Concierge.Core.Handoff
{
    /// <summary>Where what staff write is read (<c>Privacy:StaffReplies</c>).</summary>
    public enum StaffReplies
    {
        /// <summary>On the city's own page; LINE only says that there is an answer.</summary>
        Private,

        /// <summary>In LINE, under the name of the member of staff.</summary>
        Chat,
    }

    /// <summary>How staff let go of a conversation.</summary>
    public enum Leaving { Resolved, Returned, Declined, Released, Escalated }

    /// <summary>A person's handoffs as far as the bot need know them.</summary>
    /// <param name="Newest">The last case; null when there never was one.</param>
    /// <param name="Proposal">What staff would like to pass on to a partner and the person has not answered yet.</param>
    public sealed record HandoffFacts(HandoffCase? Newest, Proposal? Proposal)
    {
        public static readonly HandoffFacts None = new(null, null);

        public HandoffCase? Open => Newest is { IsOpen: true } open ? open : null;
    }

    /// <summary>A referral that waits for the person's yes.</summary>
    /// <param name="Slip">What would be passed on, in the words that the partner would read.</param>
    public sealed record Proposal(long Id, string Partner, string Slip)
    {
        // Records print themselves, and a slip must reach no log.
        public override string ToString() => $"{nameof(Proposal)} {Id}";
    }
}

namespace Concierge.Core.Conversations
{
    public sealed partial record Facts
    {
        public Lazy<HandoffFacts> Handoff { get; init; } = new(() => HandoffFacts.None);

        /// <summary>Where what staff write is read, unless they chose.</summary>
        public StaffReplies StaffReplies { get; init; }
    }

    public abstract partial record Incoming
    {
        /// <summary>A member of staff wrote to the person. It is stored already; what is left is to let it be read.</summary>
        /// <param name="Name">As the person is to see it.</param>
        /// <param name="Where">Null: as the setting says.</param>
        public sealed record StaffSaid(string Name, string Text, StaffReplies? Where) : Incoming
        {
            // Records print themselves, and what was written must reach no log.
            public override string ToString() => nameof(StaffSaid);
        }

        /// <summary>Staff let go of the conversation; owner and case are changed already.</summary>
        public sealed record StaffLeft(int Case, Leaving How) : Incoming;

        /// <summary>Staff would like to lead the person on to a partner.</summary>
        public sealed record ReferralProposed : Incoming;
    }

    public abstract partial record Effect
    {
        /// <summary>What is wished for about a handoff.</summary>
        public abstract record OfHandoff : Effect;

        /// <param name="Asks">Whether staff may see the answers is being asked.</param>
        public sealed record OpenCase(CaseTrigger Trigger, bool Asks) : OfHandoff;

        /// <summary>The question whether staff may see the answers is answered.</summary>
        public sealed record QueueCase : OfHandoff;

        /// <summary>The open case cannot wait.</summary>
        public sealed record HastenCase : OfHandoff;

        public sealed record WithdrawCase : OfHandoff;

        /// <summary>The person said something while staff have the conversation.</summary>
        public sealed record CitizenSpoke : OfHandoff;

        /// <summary>The open case's time has come.</summary>
        public sealed record RingCase : OfHandoff;

        public sealed record RateCase(int Case, Rating Rating) : OfHandoff;

        /// <summary>The person's answer to a referral.</summary>
        public sealed record AnswerReferral(long Referral, bool Given) : OfHandoff;

        /// <summary>Send over LINE what is stored already.</summary>
        public sealed record PassOn(Reply Reply) : OfHandoff;
    }
}
