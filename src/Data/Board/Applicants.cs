using System.Globalization;
using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Core.Members;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Those who have applied for a post and have not done it yet. Who is told of a change is told by a timer of theirs: told twice at once it is one timer.</summary>
public static class Applicants
{
    /// <summary>How they would hear of a change.</summary>
    public static Reached Reach(Unit unit, long post) => Reached.Of(unit, Of(unit, post));

    /// <summary>What this person has not been told of yet.</summary>
    public static PostNews News(Unit unit, string memberId, long post) =>
        unit.Db.Set<Listing>().AsNoTracking().Where(p => p.Id == post).Select(p => new { p.Changes, Version = EF.Property<long>(p, BoardMapping.Version) }).FirstOrDefault() is { } known
        && Applied(unit, post).Where(m => m.MemberId == memberId).Select(m => (long?)m.Knows).FirstOrDefault() is { } knows
            ? new PostNews(known.Changes.Since(knows), known.Version)
            : PostNews.None;

    public static void Hear(Unit unit, string memberId, long post, long version) =>
        Applied(unit, post).Where(m => m.MemberId == memberId && m.Knows < version).ExecuteUpdate(set => set.SetProperty(m => m.Knows, version));

    /// <summary>Everybody who has to be told is; how it was is asked when it can have been.</summary>
    internal static void Tell(Unit unit, Post post, DateTimeOffset now)
    {
        var subject = post.Id.ToString(CultureInfo.InvariantCulture);
        var asked = FindWork.TimerKey(FindWork.How, post.Id);
        foreach (var member in Of(unit, post.Id))
        {
            if (unit.Db.Set<TimerEntry>().Any(timer => timer.MemberId == member && timer.Key == asked))
                unit.Timers.Set(member, asked, FindWork.Find, FindWork.How, subject, HowItWas.When(post, now));
            if (News(unit, member, post.Id).Parts.Count > 0 && Reaching.LooksHere(unit, member))
                unit.Timers.Set(member, FindWork.TimerKey(FindWork.News, post.Id), FindWork.Find, FindWork.News, subject, Daytime.Soon(now));
        }
    }

    private static List<string> Of(Unit unit, long post) =>
    [
        .. Applied(unit, post).Select(m => m.MemberId).Except(unit.Db.Set<PostMarkEntry>().Where(m => m.PostId == post && m.Mark == Mark.Did).Select(m => m.MemberId))
            .OrderBy(id => id).ToList().Where(id => unit.Consents.Of(id).Has(Purpose.Service)),
    ];

    private static IQueryable<PostMarkEntry> Applied(Unit unit, long post) => unit.Db.Set<PostMarkEntry>().AsNoTracking().Where(m => m.PostId == post && m.Mark == Mark.Applied);
}
