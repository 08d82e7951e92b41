using Concierge.Admin.Members;
using Concierge.Core.FollowUp;
using Concierge.Data;

namespace Concierge.Admin.FollowUp;

/// <summary>How it stands with somebody who has agreed to research.</summary>
/// <param name="Standing">enrolled, answered, lost or withdrew.</param>
/// <param name="Wave">The one that waits, else the next; null when none is to come.</param>
public sealed record FollowedShown(string Member, string Standing, WaveShown? Wave);

/// <param name="Occasion">entry, seminar or placement.</param>
/// <param name="Weeks">After it; 0 at entry.</param>
/// <param name="State">planned, asked, nudged or toRing.</param>
/// <param name="Since">When it came to that.</param>
public sealed record WaveShown(string Occasion, int Weeks, string State, DateTimeOffset DueAt, DateTimeOffset Since);

/// <summary>Somebody whom staff telephone.</summary>
/// <param name="Name">Null when nobody has written one down.</param>
/// <param name="Phone">As <paramref name="Name"/>.</param>
public sealed record ToRingShown(string Member, string? Name, string? Phone, WaveShown Wave)
{
    // Records print themselves, and neither name nor number may reach a log.
    public override string ToString() => nameof(ToRingShown);
}

public static class FollowUpReading
{
    /// <summary>In the order of their ids.</summary>
    /// <param name="standing">Null: all.</param>
    /// <param name="after">The last one of the part before.</param>
    public static IReadOnlyList<FollowedShown> Part(Unit unit, Standing? standing, string? after, int max) =>
        [.. FollowUps.Asked(unit, after).Select(member => Of(unit, member)).Where(shown => standing is null || shown.Standing == Names.Of(standing.Value)).Take(max)];

    /// <summary>Of somebody who has agreed at some time.</summary>
    public static FollowedShown Of(Unit unit, string member)
    {
        var waves = FollowUps.Waves(unit, member);
        return new FollowedShown(member, Names.Of(Standings.Of(unit.Consents.Of(member), waves)!.Value), Waiting(waves) is { } wave ? Show(wave) : null);
    }

    /// <summary>Who waits longest comes first.</summary>
    public static IReadOnlyList<ToRingShown> ToRing(Unit unit) => [.. FollowUps.ToRing(unit).Select(wave => Show(unit, wave))];

    /// <exception cref="Problem">There is nobody of that id, or nothing is asked of them now.</exception>
    public static ToRingShown One(Unit unit, string member) => Show(unit, Find(unit, member));

    /// <summary>Also at the counter, before anybody was written to.</summary>
    /// <exception cref="Problem">There is nobody of that id, or nothing is asked of them now.</exception>
    public static Wave Find(Unit unit, string member)
    {
        MemberReading.Require(unit, member);
        return FollowUps.Facts(unit, member).Waiting ?? throw Problem.Conflict("nothing-asked");
    }

    private static Wave? Waiting(IReadOnlyList<Wave> waves) => waves.FirstOrDefault(wave => wave.IsOpen) ?? waves.Where(wave => !wave.IsOver).MinBy(wave => wave.DueAt);

    private static ToRingShown Show(Unit unit, Wave wave) => new(wave.MemberId, Contacts.Of(unit, wave.MemberId)?.Name, Contacts.Of(unit, wave.MemberId)?.Phone, Show(wave));

    private static WaveShown Show(Wave wave) => new(Names.Of(wave.Occasion), wave.Weeks, Names.Of(wave.State), wave.DueAt, wave.ChangedAt);
}
