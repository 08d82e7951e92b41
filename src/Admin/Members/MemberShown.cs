namespace Concierge.Admin.Members;

/// <summary>Somebody, as staff see them.</summary>
/// <param name="Reach">line, page or desk: where we can speak with them.</param>
/// <param name="Reachable">False after a block.</param>
/// <param name="AgeBand">The least of it, e.g. 65; as the person answered. So are the two after it.</param>
/// <param name="Withheld">no-consent when the person has not let staff see the answers; else null.</param>
public sealed record MemberShown(
    string Id, DateTimeOffset Since, string Reach, bool Reachable, ConsentsNow Consents, string? AgeBand, string? Area, string? Source, string? Withheld)
{
    public const string NoConsent = "no-consent";
}

/// <summary>To what somebody agrees now.</summary>
/// <param name="News">Gets broadcasts: agrees to the service and has not said that they want no news.</param>
public sealed record ConsentsNow(bool Service, bool Staff, bool Research, bool News);
