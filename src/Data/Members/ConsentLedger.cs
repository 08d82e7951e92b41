using System.Data.Common;
using Concierge.Core.Members;

namespace Concierge.Data;

/// <summary>Each member's consents: only ever appended to. By hand: almost every turn asks for them, and EF takes twenty times as long.</summary>
public sealed class ConsentLedger
{
    private readonly Unit unit;
    private readonly Statement add, of;

    internal ConsentLedger(Unit unit)
    {
        this.unit = unit;
        add = unit.Make(
            "INSERT INTO consent (member_id, purpose, text, given, at, given_by) VALUES (@member, @purpose, @text, @given, @at, @by)",
            "member text, purpose text, text text, given flag, at long, by text");
        of = unit.Make("SELECT purpose, text, given, at, given_by FROM consent WHERE member_id = @member ORDER BY id", "member text");
    }

    public void Add(string memberId, Consent consent)
    {
        add.Run(memberId, consent.Purpose.ToString(), consent.Text, consent.Given, consent.At, consent.By);
        FollowUps.Heed(unit, memberId, consent);
    }

    /// <summary>Oldest first.</summary>
    public Consents Of(string memberId) => new(of.All(Row, memberId));

    private static Consent Row(DbDataReader row) =>
        new(Enum.Parse<Purpose>(row.GetString(0)), row.GetString(1), row.GetBoolean(2), row.Instant(3), row.GetString(4));
}
