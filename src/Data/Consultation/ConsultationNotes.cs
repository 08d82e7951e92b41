using System.Text;

namespace Concierge.Data;

/// <summary>What staff wrote down of a consultation.</summary>
public static class ConsultationNotes
{
    /// <summary>Null takes the note out.</summary>
    public static void Write(Unit unit, ConsultationEntry entry, string? note) => entry.Note = note is null ? null : Seal(unit, entry.MemberId, Encoding.UTF8.GetBytes(note));

    public static string? Read(Unit unit, ConsultationEntry entry) => entry.Note is { } note ? Encoding.UTF8.GetString(Open(unit, entry.MemberId, note)) : null;

    private static Sealed Seal(Unit unit, string? memberId, byte[] note) => memberId is null
        ? unit.Vault.SealForSystem(Fields.ConsultationNote, note)
        : unit.Vault.Seal(unit.Members.Key(memberId), Fields.ConsultationNote, note);

    private static byte[] Open(Unit unit, string? memberId, Sealed note) => memberId is null
        ? unit.Vault.OpenForSystem(Fields.ConsultationNote, note)
        : unit.Vault.Open(unit.Members.Key(memberId), Fields.ConsultationNote, note);
}
