using System.Collections.Immutable;
using Concierge.Core.Frailty;

namespace Concierge.Core.Conversations;

public sealed partial record Facts
{
    /// <summary>The checks this person has done, oldest first.</summary>
    public Lazy<ImmutableArray<Finding>> Findings { get; init; } = new(() => []);
}

public abstract partial record Effect
{
    /// <summary>What からだチェック wants done.</summary>
    public abstract record OfFrailty : Effect;

    public sealed record KeepFinding(Finding Finding) : OfFrailty;
}
