namespace Concierge.LineSimulator;

/// <summary>A fault that is to happen. <paramref name="Path"/> narrows it to API paths that end so; <paramref name="By"/> is for slow and delayed ones.</summary>
public sealed record PlannedFault(Fault Kind, string? Path = null, TimeSpan By = default);

/// <summary>Faults on demand: the next so many times, or by chance with a seed, so that a run can be had again.</summary>
public sealed class Faults
{
    private readonly Lock gate = new();
    private readonly List<PlannedFault> next = [];
    private readonly List<(PlannedFault Fault, double Share, Random Chance)> chances = [];

    /// <summary>The next matching webhook or call fails so, as often as said.</summary>
    public void Next(Fault kind, string? path = null, TimeSpan by = default, int times = 1)
    {
        lock (gate) next.AddRange(Enumerable.Repeat(new PlannedFault(kind, path, by), times));
    }

    /// <summary>A share (0 to 1) of all matching webhooks or calls fails so.</summary>
    public void Sometimes(Fault kind, double share, int seed = 1, string? path = null, TimeSpan by = default)
    {
        lock (gate) chances.Add((new PlannedFault(kind, path, by), share, new Random(seed)));
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (gate)
        {
            next.Clear();
            chances.Clear();
        }
    }

    internal PlannedFault? ForWebhook(bool isMessage) => Pick(fault => fault.Kind <= Fault.WebhookOmitsOptional
        && (isMessage || fault.Kind != Fault.WebhookUnsendFirst));

    internal PlannedFault? ForApi(string path) => Pick(fault => fault.Kind > Fault.WebhookOmitsOptional
        && (fault.Path is not { } end || path.EndsWith(end, StringComparison.Ordinal)));

    private PlannedFault? Pick(Func<PlannedFault, bool> matches)
    {
        lock (gate)
        {
            if (next.FirstOrDefault(matches) is { } planned)
            {
                next.Remove(planned);
                return planned;
            }
            foreach (var (fault, share, chance) in chances)
                if (matches(fault) && chance.NextDouble() < share) return fault;
            return null;
        }
    }
}
