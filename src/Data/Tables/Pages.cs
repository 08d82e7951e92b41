namespace Concierge.Data;

/// <summary>Links to pages of our own. Only the hash of their token is stored.</summary>
public sealed class PageLinks
{
    private readonly Statement add, openFirst, openAgain;

    internal PageLinks(Unit unit)
    {
        add = unit.Make(
            "INSERT INTO page_link (token_hash, member_id, page, expires_at) VALUES (@hash, @member, @page, @expires)",
            "hash bytes, member text, page text, expires long");
        openFirst = unit.Make(
            "UPDATE page_link SET used_at = @now WHERE token_hash = @hash AND used_at IS NULL AND expires_at > @now RETURNING member_id, page",
            "hash bytes, now long");
        openAgain = unit.Make("SELECT member_id, page FROM page_link WHERE token_hash = @hash", "hash bytes");
    }

    public void Add(byte[] tokenHash, string memberId, string page, DateTimeOffset expiresAt) => add.Run(tokenHash, memberId, page, expiresAt);

    /// <summary>
    /// Null when it is unknown. Only the first who opens it in time opens it for the first time; for all others, and when it
    /// is too old, it merely tells whose it is.
    /// </summary>
    public OpenedLink? Open(byte[] tokenHash, DateTimeOffset now) =>
        openFirst.First(static row => new OpenedLink(row.GetString(0), row.GetString(1), FirstTime: true), tokenHash, now)
        ?? openAgain.First(static row => new OpenedLink(row.GetString(0), row.GetString(1), FirstTime: false), tokenHash);
}

/// <summary>Browsers that opened a link: whose they are. Only the hash of their cookie is stored.</summary>
public sealed class PageSessions
{
    private readonly Statement add, find, move;

    internal PageSessions(Unit unit)
    {
        add = unit.Make(
            "INSERT INTO page_session (cookie_hash, member_id, expires_at) VALUES (@hash, @member, @expires)",
            "hash bytes, member text, expires long");
        move = unit.Make("UPDATE page_session SET member_id = @to WHERE member_id = @from", "from text, to text");
        find = unit.Make("SELECT member_id FROM page_session WHERE cookie_hash = @hash AND expires_at > @now", "hash bytes, now long");
    }

    /// <summary>The browsers of one member are another's from now on.</summary>
    public void Move(string from, string to) => move.Run(from, to);

    public void Add(byte[] cookieHash, string memberId, DateTimeOffset expiresAt) => add.Run(cookieHash, memberId, expiresAt);

    /// <summary>The member; null when the cookie is unknown or too old.</summary>
    public string? Find(byte[] cookieHash, DateTimeOffset now) => (string?)find.Value(cookieHash, now);
}
