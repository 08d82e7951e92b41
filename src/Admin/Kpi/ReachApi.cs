using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Kpi;

/// <summary>How far we reach, where people leave a form, what they take of what is suggested. Whoever only sees figures sees them in tens.</summary>
public static class ReachApi
{
    private static readonly string[] SourceHeads = ["source", "title", "came", "entered", "reserved", "attended", "applied", "placed"];

    private static readonly string[] QuestionHeads = ["form", "question", "title", "started", "answered", "skipped", "left"];

    private static readonly string[] TaskHeads = ["kind", "title", "shown", "looked", "kept", "applied", "placed", "unwanted"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reach/sources", Sources).Needs(Right.SeeFigures).WithSummary("Per QR code: how often it was used, members, and what these went on to do; format=csv for a table");
        api.MapGet("/reach/questions", Questions).Needs(Right.SeeFigures).WithSummary("Per question of every form: began the form, answered, skipped, left there; format=csv for a table");
        api.MapGet("/reach/tasks", TasksTaken).Needs(Right.SeeFigures).WithSummary("Per kind of task: shown, looked at, kept, applied for, done, unwanted; format=csv for a table");
    }

    internal static ReachShown Read(Unit unit, Actor actor)
    {
        var exact = actor.Role.Has(Right.KeepFigures);
        return new ReachShown(
            exact,
            [.. Reach.BySource(unit).Select(one => exact ? one : one.Tens())],
            [.. Reach.ByQuestion(unit).Select(one => exact ? one : one.InTens())],
            [.. Reach.ByTask(unit).Select(one => exact ? one : one.Tens())]);
    }

    private static Results<Ok<Listed<SourceCount>>, FileContentHttpResult> Sources(Format format, Actor actor, Database database) => format.Answer(
        new Listed<SourceCount>(database.Reader.Read(unit => Read(unit, actor)).Sources, null), "sources", SourceHeads,
        one => [one.Source, one.Title, Written(one.Came), Written(one.Entered), Written(one.Reserved), Written(one.Attended), Written(one.Applied), Written(one.Placed)]);

    private static Results<Ok<Listed<QuestionCount>>, FileContentHttpResult> Questions(Format format, Actor actor, Database database) => format.Answer(
        new Listed<QuestionCount>(database.Reader.Read(unit => Read(unit, actor)).Questions, null), "questions", QuestionHeads,
        one => [one.Form, one.Question, one.Title, Written(one.Started), Written(one.Answered), Written(one.Skipped), Written(one.Left)]);

    private static Results<Ok<Listed<TaskCount>>, FileContentHttpResult> TasksTaken(Format format, Actor actor, Database database) => format.Answer(
        new Listed<TaskCount>(database.Reader.Read(unit => Read(unit, actor)).Tasks, null), "tasks", TaskHeads,
        one => [one.Kind, one.Title, Written(one.Shown), Written(one.Looked), Written(one.Kept), Written(one.Applied), Written(one.Placed), Written(one.Unwanted)]);

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="IsExact">False: every number is rounded down to tens.</param>
public sealed record ReachShown(bool IsExact, IReadOnlyList<SourceCount> Sources, IReadOnlyList<QuestionCount> Questions, IReadOnlyList<TaskCount> Tasks);
