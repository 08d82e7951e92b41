namespace Concierge.Data;

/// <summary>The people we talk with, their line to LINE, and their data keys.</summary>
public sealed class Members
{
    private readonly Unit unit;
    private readonly Statement findByLine, add, addLine, lineUserId, reachable, setReachable, wrappedKey, addKey, exists;

    internal Members(Unit unit)
    {
        this.unit = unit;
        findByLine = unit.Make("SELECT member_id FROM line_user WHERE line_user_id = @line", "line text");
        add = unit.Make("INSERT INTO member (id, created_at, reachable, reachable_at) VALUES (@id, @now, TRUE, 0)", "id text, now long");
        addLine = unit.Make("INSERT INTO line_user (line_user_id, member_id) VALUES (@line, @member)", "line text, member text");
        lineUserId = unit.Make("SELECT line_user_id FROM line_user WHERE member_id = @member", "member text");
        reachable = unit.Make("SELECT id FROM member WHERE id = @member AND reachable", "member text");
        setReachable = unit.Make(
            "UPDATE member SET reachable = @reachable, reachable_at = @at WHERE id = @member AND reachable_at <= @at",
            "member text, reachable flag, at long");
        wrappedKey = unit.Make("SELECT wrapped FROM member_key WHERE member_id = @member", "member text");
        exists = unit.Make("SELECT 1 FROM member WHERE id = @member", "member text");
        addKey = unit.Make("INSERT INTO member_key (member_id, wrapped) VALUES (@member, @wrapped)", "member text, wrapped bytes");
    }

    /// <summary>Null when it was never seen, or was erased.</summary>
    public string? FindByLine(string lineUserId) => (string?)findByLine.Value(lineUserId);

    public bool Exists(string memberId) => exists.Value(memberId) is not null;

    /// <summary>The member behind a LINE user id; a new one when it was never seen.</summary>
    public string FindOrAddByLine(string lineUserId, DateTimeOffset now, Func<string> newId)
    {
        if (findByLine.Value(lineUserId) is string known) return known;
        var id = AddAnonymous(now, newId);
        addLine.Run(lineUserId, id);
        return id;
    }

    /// <summary>A visitor of the web page, unknown to LINE.</summary>
    public string AddAnonymous(DateTimeOffset now, Func<string> newId)
    {
        var id = newId();
        add.Run(id, now);
        return id;
    }

    /// <summary>The member's data key, made at its first use.</summary>
    /// <exception cref="InvalidOperationException">There is none yet, and a reader cannot make one.</exception>
    public MemberKey Key(string memberId) => KeyIfAny(memberId) ?? NewKey(memberId);

    /// <summary>Null when nothing of this member was ever sealed, or when the member was erased.</summary>
    public MemberKey? KeyIfAny(string memberId)
    {
        if (unit.Key(memberId) is { } known) return known;
        return wrappedKey.Value(memberId) is byte[] wrapped ? unit.Remember(unit.Vault.Unwrap(memberId, new Sealed(wrapped))) : null;
    }

    /// <summary>Null for members who only use the web page.</summary>
    public string? LineUserId(string memberId) => (string?)lineUserId.Value(memberId);

    /// <summary>Whether what we say over LINE can arrive.</summary>
    public bool Reachable(string memberId) => reachable.Value(memberId) is not null;

    /// <summary>The latest <paramref name="at"/> wins, in whatever order the events come.</summary>
    public void SetReachable(string memberId, bool isReachable, DateTimeOffset at) => setReachable.Run(memberId, isReachable, at);

    private MemberKey NewKey(string memberId)
    {
        if (unit.ReadOnly) throw new InvalidOperationException($"Member {memberId} has no data key yet; a reader cannot make one.");
        var (key, wrapped) = unit.Vault.NewKey(memberId);
        addKey.Run(memberId, wrapped);
        return unit.Remember(key);
    }
}
