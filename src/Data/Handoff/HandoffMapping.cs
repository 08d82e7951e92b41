using Concierge.Core.Handoff;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

internal static class HandoffMapping
{
    /// <summary>What is passed on, and what came of it; sealed, so they are not the entity's own.</summary>
    public const string Slip = "Slip", Outcome = "Outcome";

    public static void Map(ModelBuilder model)
    {
        var one = model.Entity<HandoffCase>().ToTable("handoff_case");
        one.HasKey(c => c.Id);
        one.Property(c => c.State).HasConversion<string>();
        one.Property(c => c.Trigger).HasConversion<string>();
        one.Property(c => c.Level).HasConversion<string>();
        one.Property(c => c.Rating).HasConversion<string>();
        one.Property(c => c.Revision).IsConcurrencyToken();
        one.HasIndex(c => new { c.MemberId, c.Number });
        // Nobody has two open at once, whatever happens in the same moment.
        one.HasIndex(c => c.MemberId, "handoff_case_open").IsUnique().HasFilter($"state IN ({string.Join(", ", HandoffCase.Open.Select(state => $"'{state}'"))})");
        Mapping.OfMember(one, nameof(HandoffCase.MemberId));

        var happened = model.Entity<CaseEventEntry>().ToTable("case_event");
        happened.HasKey(e => e.Id);
        happened.HasIndex(e => e.CaseId);
        OfCase(happened, nameof(CaseEventEntry.CaseId));
        Mapping.OfMember(happened, nameof(CaseEventEntry.MemberId));

        var note = model.Entity<CaseNoteEntry>().ToTable("case_note");
        note.HasKey(n => n.Id);
        note.HasIndex(n => n.CaseId);
        OfCase(note, nameof(CaseNoteEntry.CaseId));
        Mapping.OfMember(note, nameof(CaseNoteEntry.MemberId));

        var referral = model.Entity<Referral>().ToTable("referral");
        referral.HasKey(r => r.Id);
        referral.Property(r => r.State).HasConversion<string>();
        referral.Property(r => r.Revision).IsConcurrencyToken();
        referral.Property<Sealed>(Slip);
        referral.Property<Sealed?>(Outcome);
        referral.HasIndex(r => r.CaseId);
        referral.HasIndex(r => r.MemberId);
        OfCase(referral, nameof(Referral.CaseId));
        Mapping.OfMember(referral, nameof(Referral.MemberId));

        var token = model.Entity<ReplyTokenEntry>().ToTable("reply_token");
        token.HasKey(t => t.MemberId);
        Mapping.OfMember(token, nameof(ReplyTokenEntry.MemberId));
    }

    private static void OfCase<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> entity, string column)
        where T : class =>
        entity.HasOne<HandoffCase>().WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.Restrict);
}
