using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concierge.LineSimulator;

/// <summary>The clock and the faults, for the phone page and for tests.</summary>
internal static class Controls
{
    public static void MapClock(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("clock", () => PhoneApi.Shown(new { now = world.Time.GetUtcNow() }));
        app.MapPost("clock", (Turn turn) => Advance(world, turn));
    }

    public static void MapFaults(this IEndpointRouteBuilder app, World world)
    {
        app.MapGet("faults", () => PhoneApi.Shown(new { kinds = Enum.GetNames<Fault>() }));
        app.MapPost("faults", (Wish wish) => Plan(world, wish));
        app.MapDelete("faults", () => { world.Faults.Clear(); return PhoneApi.Shown(new { }); });
    }

    private static IResult Advance(World world, Turn turn)
    {
        if (turn.AdvanceSeconds < 0) return PhoneApi.Wrong(400, "advanceSeconds must not be negative: clocks here run forward only");
        world.Time.Advance(TimeSpan.FromSeconds(turn.AdvanceSeconds));
        return PhoneApi.Shown(new { now = world.Time.GetUtcNow() });
    }

    private static IResult Plan(World world, Wish wish)
    {
        if (!Enum.TryParse<Fault>(wish.Kind, ignoreCase: true, out var kind))
            return PhoneApi.Wrong(400, $"kind must be one of {string.Join(", ", Enum.GetNames<Fault>())}");
        var by = TimeSpan.FromSeconds(wish.Seconds);
        if (wish.Rate is { } rate) world.Faults.Sometimes(kind, rate, wish.Seed ?? 1, wish.Path, by);
        else world.Faults.Next(kind, wish.Path, by, wish.Times ?? 1);
        return PhoneApi.Shown(new { kind = kind.ToString() });
    }

    internal sealed record Turn(double AdvanceSeconds);

    /// <summary>{kind, path?, seconds?, times?} for the next ones, {kind, rate, seed?} for a share of all.</summary>
    internal sealed record Wish(string Kind, string? Path, double Seconds, int? Times, double? Rate, int? Seed);
}
