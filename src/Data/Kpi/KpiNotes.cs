using System.Text;

namespace Concierge.Data;

/// <summary>What staff wrote beside a number.</summary>
public static class KpiNotes
{
    /// <summary>Null takes the note out.</summary>
    public static void Write(Unit unit, KpiEntry entry, string? note) =>
        entry.Note = note is null ? null : unit.Vault.SealForSystem(Fields.KpiNote, Encoding.UTF8.GetBytes(note));

    public static string? Read(Unit unit, KpiEntry entry) => entry.Note is { } note ? Encoding.UTF8.GetString(unit.Vault.OpenForSystem(Fields.KpiNote, note)) : null;
}
