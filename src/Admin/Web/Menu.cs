using Concierge.Core.Staff;

namespace Concierge.Admin.Web;

/// <summary>Where one can go, in the order of the day.</summary>
public static class Menu
{
    private static readonly MenuItem[] All =
    [
        new("/", "console_home", null),
        new("/inbox", "console_desk", Right.WorkCases) { Under = "/cases" },
        new("/desk", "console_log", Right.KeepLog),
        new("/referrals", "console_referrals", Right.SeeReferrals),
        new("/search", "console_search", Right.ReadTalk),
        new("/members", "console_members", Right.SeeMembers),
        new("/seminars", "console_seminars", Right.SeeSeminars),
        new("/posts", "console_posts", Right.SeePosts),
        new("/broadcasts", "console_broadcasts", Right.WriteBroadcasts),
        new("/follow-ups", "console_follow_ups", Right.FollowUp),
        new("/points", "console_points", Right.SeeMembers),
        new("/kpi", "console_kpi", Right.SeeFigures),
        new("/study", "console_study", Right.ExportStudy),
        new("/unsent", "console_unsent", Right.MendQueues),
        new("/schedule", "console_schedule", Right.MendQueues),
        new("/requests", "console_requests", Right.AnswerRequests),
        new("/audit", "console_audit", Right.SeeAudit),
        new("/accounts", "console_accounts", Right.RunAccounts),
        new("/tokens", "console_tokens", Right.RunAccounts),
    ];

    public static IEnumerable<MenuItem> Of(Role role) => All.Where(item => item.Needs is not { } right || role.Has(right));
}

/// <param name="Name">The key of what it is called.</param>
/// <param name="Needs">Null: everybody who is signed in has it.</param>
public sealed record MenuItem(string Path, string Name, Right? Needs)
{
    /// <summary>Where pages lie that belong to it but do not stand below it; null: nowhere.</summary>
    public string? Under { get; init; }
}
