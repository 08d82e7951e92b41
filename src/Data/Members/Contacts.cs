using System.Text;
using Concierge.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Names and numbers of people, sealed.</summary>
public static class Contacts
{
    public static void Keep(Unit unit, string memberId, Contact contact, string by, DateTimeOffset now)
    {
        var key = unit.Members.Key(memberId);
        unit.Db.Add(new ContactEntry
        {
            MemberId = memberId,
            Name = Seal(unit, key, Fields.ContactName, contact.Name),
            Phone = contact.Phone is { } phone ? Seal(unit, key, Fields.ContactPhone, phone) : null,
            At = now,
            WrittenBy = by,
        });
        MemberIndex.Add(unit, unit.Vault, memberId, contact);
    }

    /// <summary>Null when nobody has written one down.</summary>
    public static Contact? Of(Unit unit, string memberId) =>
        unit.Db.Set<ContactEntry>().AsNoTracking().FirstOrDefault(c => c.MemberId == memberId) is { } entry && unit.Members.KeyIfAny(memberId) is { } key
            ? new Contact(Open(unit, key, Fields.ContactName, entry.Name), entry.Phone is { } phone ? Open(unit, key, Fields.ContactPhone, phone) : null)
            : null;

    /// <summary>Who was written down with this name and this number, however both were spelled. By a name alone nobody is known.</summary>
    public static string? Find(Unit unit, Contact contact) => contact.HasNumber && SearchWords.Of($"{contact.Name} {contact.Phone}") is { } words
        ? MemberIndex.Find(unit, words, before: null).FirstOrDefault(found => found.Contact.IsAs(contact)).Member
        : null;

    private static Sealed Seal(Unit unit, MemberKey key, string field, string text) => unit.Vault.Seal(key, field, Encoding.UTF8.GetBytes(text));

    private static string Open(Unit unit, MemberKey key, string field, Sealed value) => Encoding.UTF8.GetString(unit.Vault.Open(key, field, value));
}

/// <param name="Phone">As it was said; null when none was.</param>
public sealed record Contact(string Name, string? Phone)
{
    /// <summary>Digits of the shortest number within Japan, with its area code.</summary>
    private const int Shortest = 10;

    public bool HasNumber => Digits.Length >= Shortest;

    private string Digits => string.Concat(SearchText.Of(Phone ?? "").Folded.Where(char.IsAsciiDigit));

    public bool IsAs(Contact other) => Digits == other.Digits && SearchText.Of(Name).Folded == SearchText.Of(other.Name).Folded;

    // Records print themselves, and neither of the two may reach a log.
    public override string ToString() => nameof(Contact);
}
