using System.Buffers;
using System.Net;
using System.Text.Json;

namespace Concierge.Bot.Line;

/// <summary>The menu at the foot of the chat. What LINE refuses is false or null; nothing here is worth more than a later try.</summary>
public sealed partial class LineClient
{
    /// <summary>All menus that were made by the API; null when LINE did not say.</summary>
    public async Task<IReadOnlyList<RichMenuName>?> RichMenus(CancellationToken cancel)
    {
        if (await Ask(LineCall.RichMenuList, cancel) is not { } json || !json.TryRead("richmenus", out var all) || all.ValueKind != JsonValueKind.Array) return null;
        return [.. all.EnumerateArray().Where(m => m.Name("richMenuId") is not null).Select(m => new RichMenuName(m.Name("richMenuId")!, m.Text("name") ?? ""))];
    }

    /// <returns>Its id.</returns>
    public async Task<string?> CreateRichMenu(byte[] body, CancellationToken cancel) =>
        (await Ask(LineCall.RichMenuCreate, cancel, new WatchedContent(body)))?.Name("richMenuId");

    /// <summary>Once only: LINE never replaces a picture.</summary>
    public Task<bool> UploadRichMenu(string id, byte[] png, CancellationToken cancel) =>
        Does(LineCall.RichMenuUpload, id, new WatchedContent(png, "image/png"), cancel);

    public Task<bool> SetDefaultRichMenu(string id, CancellationToken cancel) => Does(LineCall.RichMenuDefault, id, new WatchedContent(default), cancel);

    public Task<bool> DeleteRichMenu(string id, CancellationToken cancel) => Does(LineCall.RichMenuDelete, id, null, cancel);

    /// <summary>False when there is no such alias yet.</summary>
    public Task<bool> PointRichMenuAlias(string alias, string id, CancellationToken cancel) =>
        Does(LineCall.RichMenuAliasPoint, alias, Object(("richMenuId", id)), cancel);

    public Task<bool> CreateRichMenuAlias(string alias, string id, CancellationToken cancel) =>
        Does(LineCall.RichMenuAliasCreate, null, Object(("richMenuAliasId", alias), ("richMenuId", id)), cancel);

    private async Task<bool> Does(LineCall call, string? id, WatchedContent? content, CancellationToken cancel)
    {
        var (answer, token) = await WithToken(call, content, null, cancel, id);
        if (answer is not LineAnswer.Got got) return false;
        if (got.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && token is not null) tokens.Invalidate(token);
        return (int)got.Status is >= 200 and < 300;
    }

    private static WatchedContent Object(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var (name, value) in fields) writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.Flush();
        return new WatchedContent(buffer.WrittenMemory);
    }
}

/// <summary>A menu as LINE lists it.</summary>
public sealed record RichMenuName(string Id, string Name);
