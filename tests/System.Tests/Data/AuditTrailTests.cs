using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Data;

/// <summary>Whoever changes the audit trail afterwards is found out.</summary>
public sealed class AuditTrailTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_chain_that_nobody_touched_holds_also_when_two_processes_write_it(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        using var other = Database.Open(test.Options);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? test.Database : other).Writer.Write(unit => Append(unit, i))));
        Assert.Null(test.Database.Reader.Read(unit => AuditTrail.FirstFault(unit)));
        Assert.Equal(40, test.Database.Reader.Read(AuditTrail.Head).Seq);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_way_of_changing_it_is_found_at_its_place(DatabaseProvider provider)
    {
        var ways = new (string Sql, long At)[]
        {
            ("UPDATE audit SET actor = 'nobody' WHERE seq = 4", 4),
            ("UPDATE audit SET at = at + 1 WHERE seq = 4", 4),
            ("UPDATE audit SET fields = action, action = fields WHERE seq = 4", 4),
            ("DELETE FROM audit WHERE seq = 4", 4),
            ("DELETE FROM audit WHERE seq = 1", 1),
            ("DELETE FROM audit WHERE seq = 9", 9),
            ("UPDATE audit SET hash = previous WHERE seq = 5", 5),
            ("UPDATE audit_head SET seq = 8", 10),
        };
        foreach (var (sql, at) in ways)
        {
            using var test = TestDatabase.Fresh(provider);
            for (var i = 0; i < 9; i++) await test.Database.Writer.Write(unit => Append(unit, i));
            await test.Database.Writer.Write(unit => unit.Db.Database.ExecuteSqlRaw(sql));
            Assert.Equal(at, test.Database.Reader.Read(unit => AuditTrail.FirstFault(unit))?.Seq);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_end_that_was_cut_off_together_with_its_head_is_found_by_the_head_that_was_written_down(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        for (var i = 0; i < 9; i++) await test.Database.Writer.Write(unit => Append(unit, i));
        var known = test.Database.Reader.Read(AuditTrail.Head);
        await test.Database.Writer.Write(unit =>
        {
            unit.Db.Database.ExecuteSqlRaw("DELETE FROM audit WHERE seq > 6");
            unit.Db.Database.ExecuteSqlRaw("UPDATE audit_head SET seq = 6, hash = (SELECT hash FROM audit WHERE seq = 6)");
        });
        Assert.Null(test.Database.Reader.Read(unit => AuditTrail.FirstFault(unit)));
        Assert.Equal(7, test.Database.Reader.Read(unit => AuditTrail.FirstFault(unit, known))?.Seq);
    }

    private static void Append(Unit unit, int i) => AuditTrail.Append(unit, Some.At(i), "sato", "read", "member/" + i, "name");
}
