namespace Concierge.Core.FollowUp;

/// <summary>
/// Which values of a column are hidden, so that no group of fewer than ten can be counted: neither directly nor by taking what is shown
/// from the total. What is hidden is hidden together, and together it is twenty or more: with less than that the size of the smallest could
/// be worked out again.
/// </summary>
public static class SmallCells
{
    public const int Least = 10;

    /// <summary>Stands in place of what is hidden.</summary>
    public const string Hidden = "*";

    public static IReadOnlySet<string> ToHide(IEnumerable<string> values)
    {
        var (hidden, people) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var (value, count) in values.CountBy(value => value).OrderBy(cell => cell.Value).ThenBy(cell => cell.Key, StringComparer.Ordinal))
        {
            if (count >= Least && people is 0 or >= 2 * Least) break;
            hidden.Add(value);
            people += count;
        }
        return hidden;
    }
}
