using Concierge.Core.Consultation;
using Concierge.Core.Conversations;
using Concierge.CoreTests.Conversations;

namespace Concierge.CoreTests.Consultation;

/// <summary>A shell that keeps what was handed in.</summary>
internal static class TalkTroubles
{
    public static Talk WithTroubles(this Talk talk)
    {
        var troubles = new List<Trouble>();
        talk.Knows.Add(facts => facts with { Troubles = new(() => [.. troubles]) });
        talk.Does.Add(effect =>
        {
            if (effect is Effect.HandIn handed) troubles.Add(handed.Trouble);
            if (effect is Effect.TakeBack taken) troubles.RemoveAll(trouble => trouble.Id == taken.Trouble);
        });
        return talk;
    }
}
