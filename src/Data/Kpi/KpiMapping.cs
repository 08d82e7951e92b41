using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

internal static class KpiMapping
{
    public static void Map(ModelBuilder model)
    {
        var entry = model.Entity<KpiEntry>().ToTable("kpi_entry");
        entry.HasKey(e => e.Id);
        entry.HasIndex(e => e.Day);
        entry.Property(e => e.Revision).IsConcurrencyToken();

        model.Entity<KpiTargetEntry>().ToTable("kpi_target").HasKey(t => new { t.Indicator, t.FiscalYear, t.Period });

        var indicator = model.Entity<KpiIndicatorEntry>().ToTable("kpi_indicator");
        indicator.HasKey(i => i.Key);
        indicator.Property(i => i.Kind).HasConversion<string>();

        model.Entity<KpiKept>().ToTable("kpi_kept").HasKey(k => new { k.Source, k.What, k.Day });
    }
}
