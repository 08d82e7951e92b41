namespace Concierge.Core.Staff;

/// <summary>What somebody is at the desk. Stored by name; programs write it in small letters (<c>desk</c>).</summary>
public enum Role
{
    /// <summary>窓口: the clerks of かしわ生涯現役窓口.</summary>
    Desk,

    /// <summary>事務局: the council's secretariat. What the desk may, and what binds the council.</summary>
    Secretariat,

    /// <summary>地域パートナー: a body that offers work or takes referrals. Sees its own area alone.</summary>
    Partner,

    /// <summary>研究: pseudonymous export of those who agreed to research, and nothing else.</summary>
    Research,

    /// <summary>監査: who did and saw what, and nothing of a person.</summary>
    Auditor,

    /// <summary>管理者: settings and accounts, no health data.</summary>
    Administrator,
}
