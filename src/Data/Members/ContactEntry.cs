using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What somebody is called whom staff have written down: on the telephone, on paper, at the counter.</summary>
public sealed class ContactEntry
{
    public required string MemberId { get; init; }
    public required Sealed Name { get; set; }

    /// <summary>Null when none was said.</summary>
    public Sealed? Phone { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>Id of the member of staff.</summary>
    public required string WrittenBy { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var contact = model.Entity<ContactEntry>().ToTable("contact");
        contact.HasKey(c => c.MemberId);
        Mapping.OfMember(contact, nameof(MemberId));
    }
}
