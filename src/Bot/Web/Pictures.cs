namespace Concierge.Bot.Web;

/// <summary>The drawings of <c>data/pictures</c>. They are the same for everybody.</summary>
public static class Pictures
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/pictures/{file}", Show);

    public static string PathOf(string file) => "/assets/pictures/" + file;

    private static IResult Show(string file) => typeof(Pictures).Assembly.GetManifestResourceStream("pictures/" + file) is { } picture
        ? Results.Stream(picture, "image/svg+xml")
        : Results.NotFound();
}
