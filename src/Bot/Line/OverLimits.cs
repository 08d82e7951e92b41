using System.Collections.Immutable;

namespace Concierge.Bot.Line;

/// <summary>
/// We were about to say what LINE would refuse: a bug of ours. Better found before the turn is stored than by a person who
/// hears nothing: the turn is not taken, and its event is parked and shown to staff.
/// </summary>
public sealed class OverLimits(ImmutableArray<string> over) : Exception($"LINE would refuse this: {string.Join("; ", over)}.");
