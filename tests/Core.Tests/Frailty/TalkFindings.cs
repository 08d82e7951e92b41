using Concierge.Core.Conversations;
using Concierge.Core.Frailty;

namespace Concierge.CoreTests.Conversations;

public sealed partial class Talk
{
    /// <summary>The checks that were kept, oldest first.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Remembers the checks as the shell does.</summary>
    public Talk WithFindings()
    {
        Knows.Add(facts => facts with { Findings = new(() => [.. Findings]) });
        Does.Add(effect => { if (effect is Effect.KeepFinding keep) Findings.Add(keep.Finding); });
        return this;
    }
}
