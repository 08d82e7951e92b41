using Concierge.Core.Board;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>A believable town to try things in (<c>data/demo</c>): development, tests and demonstrations. Its dates are counted from the day of seeding.</summary>
public static class DemoData
{
    /// <summary>What is there already stays as it is; a second time changes nothing.</summary>
    public static void Seed(Unit unit, DateTimeOffset now)
    {
        SeedSeminars(unit, now);
        SeedPosts(unit, DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(9)).DateTime));
    }

    private static void SeedSeminars(Unit unit, DateTimeOffset now)
    {
        if (!unit.Db.Set<Seminar>().Any()) unit.Db.AddRange(SeminarPlan.Read(Text("seminars")).Make(SeminarSeries.Embedded, now, number => $"demo-{number}"));
    }

    private static void SeedPosts(Unit unit, DateOnly today)
    {
        if (new Posts(unit).Version() > 0) return;
        var listings = PostFile.Read(Text("posts")).On(today).Select(Listing.Draft).ToArray();
        // One that may not be published stays a draft, as it would in the office.
        foreach (var listing in listings) listing.Move(Listing.On.Publish, Wages.Embedded, today);
        new Posts(unit).Add(listings);
    }

    internal static string Text(string name)
    {
        using var reader = new StreamReader(typeof(DemoData).Assembly.GetManifestResourceStream($"demo/{name}.json")!);
        return reader.ReadToEnd();
    }
}
