using System.Collections.Immutable;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Bot.Members;

/// <summary>What is stored about a member, as they read it: sentences where we have them, the bare rows besides.</summary>
public sealed class MemberSheet(Database database, SheetLines lines)
{
    /// <summary>Null when the member is gone.</summary>
    public ImmutableArray<SheetPart>? Of(string memberId) =>
        database.Reader.Read(unit => MemberRecord.Of(unit, memberId)) is { Count: > 0 } tables
            ? [.. tables.Select(Part).OrderBy(part => part.Lines.IsEmpty)]
            : null;

    private SheetPart Part(RecordTable table) => new(
        Words.Everything.GetValueOrDefault("mine_" + table.Name) ?? table.Name,
        [.. table.Rows.Select(row => lines.Of(table.Name, row)).OfType<string>()],
        table.Rows);
}

/// <summary>One part of the sheet.</summary>
/// <param name="Lines">To read; empty when there are only rows.</param>
public sealed record SheetPart(string Title, ImmutableArray<string> Lines, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);
