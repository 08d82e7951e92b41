namespace Concierge.Bot.Line;

/// <summary>
/// Puts our menu up: makes it when LINE has none of this name, points the alias to it, shows it to everybody, and takes away
/// the ones before it. Every step may be done again; a crash in between is made good by the next run.
/// </summary>
public sealed class RichMenuSetup(LineClient line, RichMenu menu)
{
    /// <returns>True when it stands; false when LINE did not take a step, to be tried again later.</returns>
    public async Task<bool> PutUp(CancellationToken cancel)
    {
        if (await line.RichMenus(cancel) is not { } all) return false;
        var ours = all.Where(m => m.Name.StartsWith(RichMenu.Prefix, StringComparison.Ordinal)).ToArray();
        var id = ours.FirstOrDefault(m => m.Name == menu.Name)?.Id ?? await Make(cancel);
        if (id is null || !await Show(id, cancel) || !await Name(id, cancel)) return false;
        foreach (var old in ours.Where(m => m.Id != id)) await line.DeleteRichMenu(old.Id, cancel);
        return true;
    }

    private async Task<string?> Make(CancellationToken cancel) =>
        await line.CreateRichMenu(menu.Body, cancel) is { } id && await line.UploadRichMenu(id, RichMenu.Picture, cancel) ? id : null;

    /// <summary>A menu without a picture is refused: a run before was cut off after making it.</summary>
    private async Task<bool> Show(string id, CancellationToken cancel) =>
        await line.SetDefaultRichMenu(id, cancel)
        || (await line.UploadRichMenu(id, RichMenu.Picture, cancel) && await line.SetDefaultRichMenu(id, cancel));

    private async Task<bool> Name(string id, CancellationToken cancel) =>
        await line.PointRichMenuAlias(RichMenu.Alias, id, cancel) || await line.CreateRichMenuAlias(RichMenu.Alias, id, cancel);
}
