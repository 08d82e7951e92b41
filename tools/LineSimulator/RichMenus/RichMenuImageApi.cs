namespace Concierge.LineSimulator;

/// <summary>A rich menu's picture: PNG or JPEG, at most 1 MB, once.</summary>
internal static class RichMenuImageApi
{
    private const int MostBytes = 1024 * 1024;

    public static readonly Route[] Routes =
    [
        new("POST", "/v2/bot/richmenu/{richMenuId}/content", Upload) { Takes = Takes.Bytes },
        new("GET", "/v2/bot/richmenu/{richMenuId}/content", Download),
    ];

    private static Answer Upload(Call call)
    {
        if (call.World.RichMenus.Find(call.Path("richMenuId")) is not { } menu) return RichMenuApi.Unknown;
        var type = call.Http.Request.ContentType;
        if (type is not ("image/png" or "image/jpeg")) return LineErrors.ContentType(type);
        if (call.Bytes.Length > MostBytes) return LineErrors.TooLarge;
        if (menu.Image is not null) return LineErrors.Plain(400, "An image has already been uploaded to the richmenu");
        if (Picture.Size(call.Bytes) is not var (width, height)) return LineErrors.Plain(400, "The image could not be read");
        if (!RichMenuRules.Fits(width, height)) return LineErrors.Plain(400, $"The image size {width}x{height} is not permitted");
        call.World.RichMenus.Keep(menu with { Image = Answer.Bytes(call.Bytes, type) });
        return Answer.Empty();
    }

    private static Answer Download(Call call) => call.World.RichMenus.Find(call.Path("richMenuId"))?.Image ?? LineErrors.NotFound;
}
