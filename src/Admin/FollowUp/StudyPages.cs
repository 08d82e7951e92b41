using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.FollowUp;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.FollowUp;

/// <summary>研究用データ: the same three tables that a program takes from the API.</summary>
public static class StudyPages
{
    private const string Path = "/study";

    private static readonly Format Csv = new(IsCsv: true);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).Needs(Right.ExportStudy);
        routes.MapGet(Path + "/people", People).Needs(Right.ExportStudy);
        routes.MapGet(Path + "/counts", Counts).Needs(Right.ExportStudy);
        routes.MapGet(Path + "/code-book", Codes).Needs(Right.ExportStudy);
    }

    private static IResult Show() => PageView.Of<StudyPage>();

    private static async Task<IResult> People(string? study, Actor actor, Database database, TimeProvider time) => (await StudiesApi.People(Or(study), Csv, actor, database, time)).Result;

    private static async Task<IResult> Counts(string? study, Actor actor, Database database, TimeProvider time) => (await StudiesApi.Counts(Or(study), Csv, actor, database, time)).Result;

    private static IResult Codes(string? study) => StudiesApi.Codes(Or(study), Csv).Result;

    /// <summary>Without a name, the first.</summary>
    private static string Or(string? study) => study ?? Study.Embedded[0].Id;
}
