using Concierge.Core.Members;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Each member's consents: only ever appended to.</summary>
public static class ConsentLedger
{
    public static void Add(Unit unit, string memberId, Consent consent) => unit.Db.Add(new ConsentEntry
    {
        MemberId = memberId,
        Purpose = consent.Purpose,
        Text = consent.Text,
        Given = consent.Given,
        At = consent.At,
        GivenBy = consent.By,
    });

    /// <summary>Oldest first.</summary>
    public static Consents Of(Unit unit, string memberId) => new([.. unit.Db.Set<ConsentEntry>().AsNoTracking()
        .Where(c => c.MemberId == memberId).OrderBy(c => c.Id).AsEnumerable()
        .Select(c => new Consent(c.Purpose, c.Text, c.Given, c.At, c.GivenBy))]);
}
