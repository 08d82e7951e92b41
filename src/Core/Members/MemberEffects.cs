using Concierge.Core.Members;

namespace Concierge.Core.Conversations;

public abstract partial record Effect
{
    /// <summary>What concerns the person as a member: consents, counts, leaving.</summary>
    public abstract record OfMember : Effect;

    /// <summary>Append to the ledger of consents.</summary>
    /// <param name="Text">Version of the words that were read.</param>
    public sealed record RecordConsent(Purpose Purpose, string Text, bool Given) : OfMember;

    /// <summary>Counts one more of this kind today. Nothing of a person is kept with it.</summary>
    public sealed record Count(string Kind) : OfMember;

    /// <summary>
    /// Erases everything that is stored about the person and destroys their key. What the turn says is the last that
    /// reaches them under this name.
    /// </summary>
    /// <param name="Receipt">Number of the receipt, from <see cref="Facts.Receipt"/>.</param>
    public sealed record Erase(string Receipt) : OfMember;
}

public sealed partial record Facts
{
    /// <summary>The person's ledger of consents.</summary>
    public Lazy<Consents> Consents { get; init; } = new(() => Members.Consents.None);

    /// <summary>The number that a receipt for an erasure would have now; each is given once.</summary>
    public Lazy<string> Receipt { get; init; } = new(() => "");
}
