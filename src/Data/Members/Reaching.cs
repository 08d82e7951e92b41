namespace Concierge.Data;

/// <summary>Whether what we say comes to somebody.</summary>
public static class Reaching
{
    /// <summary>What we send to them arrives.</summary>
    public static bool IsOnLine(Unit unit, string memberId) => unit.Members.LineUserId(memberId) is not null && unit.Members.Reachable(memberId);

    /// <summary>On LINE or on the page; whoever booked by telephone or on paper does not.</summary>
    public static bool LooksHere(Unit unit, string memberId) =>
        unit.Members.LineUserId(memberId) is null ? Contacts.Of(unit, memberId) is null : unit.Members.Reachable(memberId);
}

/// <param name="ByLine">What we send reaches them.</param>
/// <param name="ByTelephone">Staff have to ring.</param>
public sealed record Reached(int ByLine, int ByTelephone)
{
    public static Reached Of(Unit unit, IReadOnlyCollection<string> members)
    {
        var byLine = members.Count(member => Reaching.IsOnLine(unit, member));
        return new Reached(byLine, members.Count - byLine);
    }
}
