using Concierge.Core.Conversations;
using Concierge.Core.Frailty;
using Concierge.Core.Members;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Members;

/// <summary>What staff may know of a member. Answers only as long as the person lets them see them, and never those of a frailty check.</summary>
public static class MemberReading
{
    private const int Batch = 200;

    /// <exception cref="Problem">There is nobody of that id.</exception>
    public static void Require(Unit unit, string id)
    {
        if (!unit.Members.Exists(id)) throw Problem.NotFound();
    }

    /// <summary>Live consent: what was withdrawn does not count.</summary>
    public static bool LetsStaffSee(Unit unit, string id) => unit.Consents.Of(id).Has(Purpose.Staff);

    /// <exception cref="Problem">There is nobody of that id.</exception>
    public static MemberShown Of(Unit unit, string id) => Of(unit, unit.Db.Members.AsNoTracking().FirstOrDefault(member => member.Id == id) ?? throw Problem.NotFound());

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<MemberShown> Find(Unit unit, MemberFilter filter, Last? after, int max)
    {
        var found = new List<MemberShown>();
        var size = filter.IsAny ? Math.Max(max, Batch) : max;
        while (found.Count < max)
        {
            var members = After(unit, after, size);
            found.AddRange(members.Select(member => Of(unit, member)).Where(filter.Fits));
            if (members.Count < size) break;
            after = new Last(members[^1].CreatedAt, members[^1].Id);
        }
        return [.. found.Take(max)];
    }

    /// <summary>The newest answer to each question, in the order of the questions' last answers.</summary>
    public static MemberAnswers AnswersOf(Unit unit, string id)
    {
        Require(unit, id);
        if (!LetsStaffSee(unit, id)) return new MemberAnswers([], null, MemberShown.NoConsent);
        var shown = Answers(unit, id).GroupBy(answer => answer.Question).Select(same => same.Last()).OrderBy(answer => answer.Id).Select(AnswerShown.Of);
        return new MemberAnswers([.. shown.OfType<AnswerShown>()], null, null);
    }

    private static List<MemberEntry> After(Unit unit, Last? after, int max) =>
    [
        .. unit.Db.Members.AsNoTracking()
            .Where(m => after == null || m.CreatedAt < after.At || (m.CreatedAt == after.At && m.Id.CompareTo(after.Id) < 0))
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(max),
    ];

    private static MemberShown Of(Unit unit, MemberEntry member)
    {
        var consents = unit.Consents.Of(member.Id);
        var answers = consents.Has(Purpose.Staff) ? Answers(unit, member.Id) : [];
        return new MemberShown(
            member.Id,
            member.CreatedAt,
            Reach(unit, member.Id),
            member.Reachable,
            new ConsentsNow(consents.Has(Purpose.Service), consents.Has(Purpose.Staff), consents.Has(Purpose.Research), consents.TakesNews),
            Chosen(answers, "age"),
            Chosen(answers, "area"),
            Chosen(answers, Enter.Source),
            consents.Has(Purpose.Staff) ? null : MemberShown.NoConsent);
    }

    private static string Reach(Unit unit, string id) =>
        unit.Members.LineUserId(id) is not null ? "line" : unit.Db.Set<ContactEntry>().Any(contact => contact.MemberId == id) ? "desk" : "page";

    private static Answer[] Answers(Unit unit, string id) => unit.Members.KeyIfAny(id) is { } key
        ? [.. unit.Answers.Of(id, key).Where(answer => Instruments.Find(answer.Questionnaire.Split('@')[0]) is null)]
        : [];

    private static string? Chosen(IEnumerable<Answer> answers, string question) =>
        answers.LastOrDefault(a => a.Question == question)?.Value is AnswerValue.Chosen { Options: [var key, ..] } ? key : null;
}
