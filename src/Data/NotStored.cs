namespace Concierge.Data;

/// <summary>
/// The transaction failed, not this piece of work: the disk was full, the server went away, or another writer kept it
/// busy. Nothing was stored; the same work may be tried again.
/// </summary>
public sealed class NotStored(Exception because)
    : Exception($"The transaction was not committed and nothing was stored ({because.Message}); it may be tried again.", because);
