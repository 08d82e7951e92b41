using System.Collections.Immutable;

namespace Concierge.Core.Staff;

/// <summary>
/// Who may do what: the whole of it, in one table. Whoever stands in no row may nothing. What a role may do with an object that is not its
/// own is decided where the object is read.
/// </summary>
public static class Rights
{
    private static readonly ImmutableDictionary<Right, Role[]> Table = new Dictionary<Right, Role[]>
    {
        [Right.TryOut] = [Role.Desk, Role.Secretariat, Role.Administrator],
        [Right.SeeMembers] = [Role.Desk, Role.Secretariat],
        [Right.ReadTalk] = [Role.Desk, Role.Secretariat],
        [Right.WorkCases] = [Role.Desk, Role.Secretariat],
        [Right.SeeHealth] = [Role.Desk, Role.Secretariat],
        [Right.SeeSeminars] = [Role.Desk, Role.Secretariat, Role.Partner],
        [Right.RunSeminars] = [Role.Desk, Role.Secretariat],
        [Right.SeePosts] = [Role.Desk, Role.Secretariat, Role.Partner],
        [Right.RunPosts] = [Role.Desk, Role.Secretariat],
        [Right.SeeReferrals] = [Role.Desk, Role.Secretariat, Role.Partner],
        [Right.KeepLog] = [Role.Desk, Role.Secretariat],
        [Right.SeeFigures] = [Role.Desk, Role.Secretariat, Role.Research, Role.Auditor, Role.Administrator],
        [Right.KeepFigures] = [Role.Desk, Role.Secretariat],
        [Right.WriteBroadcasts] = [Role.Desk, Role.Secretariat],
        [Right.ApproveBroadcasts] = [Role.Secretariat],
        [Right.MendQueues] = [Role.Secretariat, Role.Administrator],
        [Right.AnswerRequests] = [Role.Secretariat],
        [Right.FollowUp] = [Role.Desk, Role.Secretariat],
        [Right.ExportStudy] = [Role.Research],
        [Right.SeeAudit] = [Role.Auditor],
        [Right.SeeStaff] = [Role.Desk, Role.Secretariat, Role.Administrator],
        [Right.RunAccounts] = [Role.Administrator],
    }.ToImmutableDictionary();

    public static bool Has(this Role role, Right right) => Table[right].Contains(role);

    /// <summary>As programs write it, e.g. <c>desk</c>.</summary>
    public static string Name(this Role role) => role.ToString().ToLowerInvariant();

    /// <summary>Null when there is none of that name.</summary>
    public static Role? Named(string? name) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role!.Value.Name() == name);
}
