using System.Globalization;
using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.FollowUp;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.FollowUp;

/// <summary>What research gets: codes under names that lead back to nobody. Every look is written down.</summary>
public static class StudiesApi
{
    private static readonly string[] CountHeads = ["column", "code", "people"], CodeHeads = ["column", "meaning", "code", "label"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/studies", List).Needs(Right.ExportStudy).WithSummary("The studies there are");
        api.MapGet("/studies/{study}/people", People).Needs(Right.ExportStudy).WithSummary("A row of codes for each person who takes part, small groups hidden; format=csv for a table");
        api.MapGet("/studies/{study}/counts", Counts).Needs(Right.ExportStudy).WithSummary("How many have each code, none fewer than ten; format=csv for a table");
        api.MapGet("/studies/{study}/code-book", Codes).Needs(Right.ExportStudy).WithSummary("What each column and code means; format=csv for a table");
    }

    public sealed record Shown(string Id, string Title);

    /// <param name="Person">The same at every export of this study, another in every other study.</param>
    /// <param name="Codes">By column; * where the group would be too small.</param>
    public sealed record PersonShown(string Person, IReadOnlyDictionary<string, string> Codes);

    public sealed record CodeShown(string Column, string Meaning, string Code, string Label);

    private static Listed<Shown> List() => new([.. Study.Embedded.Select(study => new Shown(study.Id, study.Title))], null);

    internal static async Task<Results<Ok<Listed<PersonShown>>, FileContentHttpResult>> People(string study, Format format, Actor actor, Database database, TimeProvider time)
    {
        var rows = (await Read(study, "people", actor, database, time)).Rows.Select(row => new PersonShown(row.Person, ByColumn(row)));
        string[] columns = [.. CodeBook.Columns.Select(column => column.Name)];
        return format.Answer(new Listed<PersonShown>([.. rows], null), $"{study}-people", ["person", .. columns], row => [row.Person, .. columns.Select(column => row.Codes[column])]);
    }

    internal static async Task<Results<Ok<Listed<StudyCount>>, FileContentHttpResult>> Counts(string study, Format format, Actor actor, Database database, TimeProvider time)
    {
        var counts = (await Read(study, "counts", actor, database, time)).Counts();
        return format.Answer(new Listed<StudyCount>([.. counts], null), $"{study}-counts", CountHeads, one => [one.Column, one.Code, one.People.ToString(CultureInfo.InvariantCulture)]);
    }

    internal static Results<Ok<Listed<CodeShown>>, FileContentHttpResult> Codes(string study, Format format)
    {
        var codes = CodeBook.Columns.SelectMany(column => column.Codes.Append(CodeBook.HiddenCode).Select(code => new CodeShown(column.Name, column.Meaning, code.Value, code.Meaning)));
        return format.Answer(new Listed<CodeShown>([.. codes], null), $"{Find(study).Id}-code-book", CodeHeads, one => [one.Column, one.Meaning, one.Code, one.Label]);
    }

    private static Task<StudyTable> Read(string study, string fields, Actor actor, Database database, TimeProvider time)
    {
        var found = Find(study);
        return database.Show(actor, time.GetUtcNow(), "study/" + found.Id, fields, unit => StudyReading.Of(unit, found));
    }

    private static Dictionary<string, string> ByColumn(StudyRow row) => CodeBook.Columns.Zip(row.Codes).ToDictionary(cell => cell.First.Name, cell => cell.Second);

    private static Study Find(string study) => Study.Find(study) ?? throw Problem.NotFound();
}
