namespace Concierge.Core.Staff;

/// <summary>What a call of the API or a page of the console needs; each needs exactly one.</summary>
public enum Right
{
    /// <summary>Dry runs that keep nothing: what is understood, what a sheet scores.</summary>
    TryOut,

    /// <summary>Who a member is, their consents, what they answered.</summary>
    SeeMembers,

    /// <summary>What was said, and what the concierge holds ready for staff.</summary>
    ReadTalk,

    /// <summary>Speak to a member, take a case, write notes, pass it on.</summary>
    WorkCases,

    /// <summary>Results of frailty checks and sheets on paper; each needs the member's own consent besides.</summary>
    SeeHealth,

    /// <summary>Seminars, and how many come.</summary>
    SeeSeminars,

    /// <summary>Who comes to a seminar; telephone bookings; publishing and cancelling.</summary>
    RunSeminars,

    /// <summary>Posts of the board; a partner sees those of its own area.</summary>
    SeePosts,

    /// <summary>Publishing and ending posts; who has applied.</summary>
    RunPosts,

    /// <summary>Slips to a partner body: a partner sees and answers those to itself.</summary>
    SeeReferrals,

    /// <summary>The desk's log of consultations.</summary>
    KeepLog,

    /// <summary>The plan's figures: counts, and nothing of anybody.</summary>
    SeeFigures,

    /// <summary>Writing down what happened elsewhere and counts in the plan's figures.</summary>
    KeepFigures,

    /// <summary>Broadcasts and audiences: writing, counting, testing, ending; what came of them.</summary>
    WriteBroadcasts,

    /// <summary>Letting a broadcast of somebody else go out.</summary>
    ApproveBroadcasts,

    /// <summary>Parked events and unsent messages, by id.</summary>
    MendQueues,

    /// <summary>Export and erasure on a person's request.</summary>
    AnswerRequests,

    /// <summary>How it stands with those who agreed to research, and whom to telephone; what they say on the telephone is written down.</summary>
    FollowUp,

    /// <summary>Pseudonymous export for research.</summary>
    ExportStudy,

    /// <summary>The audit trail.</summary>
    SeeAudit,

    /// <summary>Names of colleagues, to hand a case over.</summary>
    SeeStaff,

    /// <summary>Accounts, roles and tokens.</summary>
    RunAccounts,
}
