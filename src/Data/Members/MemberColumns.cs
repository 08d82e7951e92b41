using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.Data;

/// <summary>Where members stand in the tables, read from the model: a table of a later feature is found without being named.</summary>
internal static class MemberColumns
{
    /// <summary>Tables with a column for a member, those that others refer to last; the member's own table is not among them.</summary>
    public static IReadOnlyList<(IEntityType Table, IProperty Column)> Of(IModel model) =>
    [
        .. TablesInOrder(model)
            .Where(table => table.ClrType != typeof(MemberEntry))
            .SelectMany(table => table.GetProperties().Where(IsMember).Select(column => (table, column))),
    ];

    public static string Name(this IProperty column) => column.GetColumnName();

    private static bool IsMember(IProperty column) =>
        column.Name == nameof(AnswerEntry.MemberId)
        || column.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(MemberEntry));

    /// <summary>Whoever refers to a table comes before it, so that rows go without breaking a reference.</summary>
    public static IEnumerable<IEntityType> TablesInOrder(IModel model)
    {
        var left = model.GetEntityTypes().ToList();
        while (left.Count > 0)
        {
            var free = left.Where(table => !left.Any(other => other != table && other.GetForeignKeys().Any(key => key.PrincipalEntityType == table))).ToArray();
            if (free.Length == 0) free = [left[0]];
            foreach (var table in free)
            {
                left.Remove(table);
                yield return table;
            }
        }
    }
}
