using System.Collections.Immutable;
using Concierge.Core.FollowUp;

namespace Concierge.Core.Conversations
{
    public sealed partial record Facts
    {
        public Lazy<FollowUpFacts> FollowUp { get; init; } = new(() => FollowUpFacts.None);
    }

    public abstract partial record Effect
    {
        /// <summary>Goes on with a wave, unless it has gone on meanwhile.</summary>
        /// <param name="Key"><see cref="Wave.Key"/>.</param>
        /// <param name="BegunAt">Of an answer: when its first question was asked.</param>
        public sealed record MoveWave(string Key, Wave.On On, DateTimeOffset? BegunAt = null) : Effect;
    }
}

namespace Concierge.Core.FollowUp
{
    /// <summary>What this person is asked later on.</summary>
    /// <param name="Reached">Over LINE; whoever is not is telephoned.</param>
    public sealed record FollowUpFacts(ImmutableArray<Wave> Waves, bool Reached)
    {
        public static readonly FollowUpFacts None = new([], false);

        /// <summary>The one that may be answered now; the first may be before it is asked.</summary>
        public Wave? Waiting => Waves.FirstOrDefault(wave => wave.IsOpen) ?? Waves.FirstOrDefault(wave => wave is { State: WaveState.Planned, Occasion: Occasion.Entry });

        public Wave? Find(string key) => Waves.FirstOrDefault(wave => wave.Key == key);
    }
}
