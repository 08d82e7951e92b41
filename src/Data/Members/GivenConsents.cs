using Concierge.Core.Members;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>The consents of many at once, as they stand.</summary>
internal static class GivenConsents
{
    /// <summary>Of each member who has an entry.</summary>
    public static Dictionary<string, HashSet<Purpose>> Of(IQueryable<ConsentEntry> entries)
    {
        var all = new Dictionary<string, HashSet<Purpose>>();
        foreach (var entry in entries.AsNoTracking().OrderBy(c => c.Id).Select(c => new { c.MemberId, c.Purpose, c.Given }))
        {
            // Nobody is asked for news: they belong to the service until one says no.
            if (!all.TryGetValue(entry.MemberId, out var given)) all[entry.MemberId] = given = [Purpose.News];
            if (entry.Given) given.Add(entry.Purpose);
            else given.Remove(entry.Purpose);
        }
        return all;
    }

    /// <summary>As an audience asks for them.</summary>
    public static IEnumerable<string> NamesOf(HashSet<Purpose> given) => given.Select(purpose => purpose.ToString().ToLowerInvariant());

    /// <summary>As <see cref="Consents.TakesNews"/>.</summary>
    public static bool TakesNews(HashSet<Purpose> given) => given.Contains(Purpose.Service) && given.Contains(Purpose.News);
}
