using System.Collections.Immutable;

namespace Concierge.Core.FollowUp;

/// <summary>One person under the name that the study has for them; columns in the order of the <see cref="CodeBook"/>.</summary>
public sealed record StudyRow(string Person, ImmutableArray<string> Codes);

/// <summary>How many have this code; nobody can be counted in a group of fewer than ten.</summary>
public sealed record StudyCount(string Column, string Code, int People);

/// <summary>What research gets: rows with small groups hidden, and counts that are made of these rows, so that neither says more than the other.</summary>
public sealed record StudyTable(ImmutableArray<StudyRow> Rows)
{
    /// <param name="people">By the name that the study has for them.</param>
    public static StudyTable Of(IReadOnlyDictionary<string, ImmutableDictionary<string, string>> people)
    {
        if (people.Count < SmallCells.Least) return new StudyTable([]);
        var names = people.Keys.Order(StringComparer.Ordinal).ToArray();
        var shown = names.ToDictionary(name => name, name => people[name].ToBuilder());
        foreach (var block in CodeBook.Blocks)
            foreach (var (name, column) in Hides(block, people)) shown[name][column.Name] = SmallCells.Hidden;
        return new StudyTable([.. names.Select(name => new StudyRow(name, [.. CodeBook.Columns.Select(column => shown[name][column.Name])]))]);
    }

    public IEnumerable<StudyCount> Counts() => CodeBook.Columns.SelectMany((column, at) => column.Codes.Select(code => code.Value).Append(SmallCells.Hidden)
        .Select(code => new StudyCount(column.Name, code, Rows.Count(row => row.Codes[at] == code)))
        .Where(count => count.People > 0));

    private static IEnumerable<(string Name, Column Column)> Hides(Block block, IReadOnlyDictionary<string, ImmutableDictionary<string, string>> people)
    {
        if (block.TellsWho) return Hides(people.Keys, name => string.Join('/', block.Columns.Select(column => people[name][column.Name])), block.Columns);
        // Those of whom nothing is known are counted apart: hidden together with others in one column, they would show in the next. So are those who
        // have no occasion: what is hidden of them is known all the same, and would leave the few that it was hidden for.
        var groups = people.Keys.GroupBy(name => (HasOccasion(name), IsKnown(name))).Select(group => group.ToArray()).ToArray();
        return groups.Any(group => group.Length < SmallCells.Least)
            ? people.Keys.SelectMany(name => block.Columns.Select(column => (name, column)))
            : block.Columns.SelectMany(column => groups.SelectMany(names => Hides(names, name => people[name][column.Name], [column])));

        bool HasOccasion(string name) => !block.NeedsOccasion || people[name][CodeBook.Occasion] != CodeBook.None;
        bool IsKnown(string name) => people[name][block.Columns[^1].Name] != CodeBook.None;
    }

    private static IEnumerable<(string Name, Column Column)> Hides(IEnumerable<string> names, Func<string, string> value, ImmutableArray<Column> columns)
    {
        var hidden = SmallCells.ToHide(names.Select(value));
        return names.Where(name => hidden.Contains(value(name))).SelectMany(name => columns.Select(column => (name, column)));
    }
}
