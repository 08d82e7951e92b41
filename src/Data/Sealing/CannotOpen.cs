namespace Concierge.Data;

/// <summary>A sealed value does not open: wrong key, wrong field, wrong member, or changed bytes.</summary>
public sealed class CannotOpen(string field, string owner, string why)
    : Exception($"The sealed value of {field} of {owner} does not open: {why}.");
