namespace Concierge.Data;

/// <summary>Makes ids. Handed in, so that tests can tell what comes.</summary>
public delegate string NewId();
