using System.Globalization;

namespace Concierge.Bench;

/// <summary>What was measured between <see cref="Begin"/> and <see cref="End"/>.</summary>
public sealed class Figures
{
    private readonly Lock _lock = new();
    private readonly List<double> _webhook = [], _reply = [];
    private bool _on;
    private int _failed;
    private TimeSpan _time, _cpu;
    private (double Now, double Peak) _memory;

    public void Begin()
    {
        lock (_lock) _on = true;
    }

    public void Add(TimeSpan webhook, TimeSpan reply)
    {
        lock (_lock)
        {
            if (!_on) return;
            _webhook.Add(webhook.TotalMilliseconds);
            _reply.Add(reply.TotalMilliseconds);
        }
    }

    public void Fail()
    {
        lock (_lock) _failed++;
    }

    public void End(TimeSpan time, TimeSpan cpu, (double Now, double Peak) memory)
    {
        lock (_lock) (_on, _time, _cpu, _memory) = (false, time, cpu, memory);
    }

    public static string Head => "| database | stored | people | turns/s | CPU µs/turn | webhook p50/p99 ms | reply p50/p99 ms | memory MB | cold start s | failed |";

    public string Row(string provider, int stored, int people, BotProcess bot) => string.Create(CultureInfo.InvariantCulture,
        $"| {provider} | {stored:N0} | {people} | {_reply.Count / _time.TotalSeconds:N0} | {_cpu.TotalMicroseconds / Math.Max(1, _reply.Count):N0} | {At(_webhook, .5):N1} / {At(_webhook, .99):N1} | {At(_reply, .5):N1} / {At(_reply, .99):N1} | {_memory.Now:N0} | {bot.ColdStart.TotalSeconds:N2} | {_failed} |");

    private static double At(List<double> values, double share)
    {
        if (values.Count == 0) return double.NaN;
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)(values.Count * share))];
    }
}
