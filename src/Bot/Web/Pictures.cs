namespace Concierge.Bot.Web;

/// <summary>The drawings of <c>data/pictures</c>, and our icon. They are the same for everybody.</summary>
public static class Pictures
{
    public const string Icon = "/assets/icon.svg";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/pictures/{file}", (string file) => Give("pictures/" + file, "image/svg+xml"));
        routes.MapGet(Icon, () => Give("icon.svg", "image/svg+xml"));
        // Browsers ask for it unbidden, and old ones know no other.
        routes.MapGet("/favicon.ico", () => Give("favicon.ico", "image/x-icon"));
    }

    public static string PathOf(string file) => "/assets/pictures/" + file;

    private static IResult Give(string name, string type) => typeof(Pictures).Assembly.GetManifestResourceStream(name) is { } picture
        ? Results.Stream(picture, type)
        : Results.NotFound();
}
