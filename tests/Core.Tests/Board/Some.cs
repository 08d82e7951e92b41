using System.Collections.Immutable;
using Concierge.Core.Board;
using Concierge.Core.Conversations;

namespace Concierge.CoreTests.Board;

/// <summary>People who look for something to do.</summary>
internal static class Some
{
    private static readonly DateTimeOffset Then = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9));

    public static ImmutableArray<Answer> Answers(params (string Question, string[] Options)[] all) =>
        [.. all.Select((a, at) => new Answer(at + 1, "inventory@1", a.Question, new AnswerValue.Chosen([.. a.Options]), Then))];

    /// <summary>She lives in 松葉, comes by bicycle in the mornings of weekdays and likes to talk with people.</summary>
    public static Seeker Hanako(params (string Question, string[] Options)[] besides) => Seeker.Of(
        [
            .. Answers(("area", ["north"]), ("home_area", ["matsuba"]), ("travel", ["bike"]), ("times", ["morning", "afternoon", "weekdays"]), ("motives", ["people", "useful"]), ("interest/talk", ["yes"]), ("interest/weeding", ["no"])),
            .. Answers(besides),
        ],
        Marks.None);

    /// <summary>Whoever comes: each question is answered in any way or not at all.</summary>
    public static Seeker Anybody(int seed)
    {
        var chance = new Random(seed);
        var answers = new List<(string, string[])>();
        foreach (var question in Questionnaires.Embedded.Newest("inventory").Questions.Concat(Questionnaires.Embedded.Newest(FindWork.Form).Questions))
        {
            if (question.Options.IsEmpty || chance.Next(3) == 0) continue;
            var count = question.Kind == QuestionKind.Several ? 1 + chance.Next(question.Options.Length) : 1;
            answers.Add((question.Key, [.. question.Options.Select(o => o.Key).OrderBy(_ => chance.Next()).Take(count)]));
        }
        var marks = Town.Posts.Where(_ => chance.Next(40) == 0).Select(post => new PostMark(chance.Next(20) == 0 ? 0 : post.Id, post.Type.Kind, (Mark)chance.Next(7), Then));
        var seeker = Seeker.Of(Answers([.. answers]), new Marks([.. marks]));
        var sent = chance.Next(4) == 0 ? seeker with { At = new GeoPoint(35.80 + (chance.NextDouble() * 0.12), 139.92 + (chance.NextDouble() * 0.16)), Origin = Origin.Sent } : seeker;
        return chance.Next(4) == 0 ? new Wanted((uint)chance.Next(1, 1 << 13), chance.Next(2) == 0 ? 0 : (ulong)chance.Next(1, 1 << 21), default, 0, chance.Next(2) == 0, chance.Next(4) == 0).By(sent) : sent;
    }
}
