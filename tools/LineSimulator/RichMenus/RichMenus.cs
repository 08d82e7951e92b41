namespace Concierge.LineSimulator;

/// <summary>All rich menus, who is shown which, and their aliases.</summary>
internal sealed class RichMenus
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, RichMenu> menus = [];
    private readonly Dictionary<string, string> aliases = [];
    private readonly Dictionary<string, string> linked = [];
    private string? standard;

    public IReadOnlyList<RichMenu> All { get { lock (gate) return [.. menus.Values]; } }

    public IReadOnlyDictionary<string, string> Aliases { get { lock (gate) return aliases.ToDictionary(); } }

    public string? Default
    {
        get { lock (gate) return standard; }
        set { lock (gate) standard = value; }
    }

    public RichMenu? Find(string id) { lock (gate) return menus.GetValueOrDefault(id); }

    public void Keep(RichMenu menu) { lock (gate) menus[menu.Id] = menu; }

    public bool Remove(string id)
    {
        lock (gate)
        {
            if (standard == id) standard = null;
            foreach (var person in linked.Where(link => link.Value == id).Select(link => link.Key).ToArray()) linked.Remove(person);
            return menus.Remove(id);
        }
    }

    public string? LinkOf(string userId) { lock (gate) return linked.GetValueOrDefault(userId); }

    public void Link(string userId, string menuId) { lock (gate) linked[userId] = menuId; }

    public void Unlink(string userId) { lock (gate) linked.Remove(userId); }

    /// <summary>What the person is shown: their own menu, else the default one.</summary>
    public RichMenu? For(string userId)
    {
        lock (gate) return menus.GetValueOrDefault(linked.GetValueOrDefault(userId) ?? standard ?? "");
    }

    public string? Alias(string alias) { lock (gate) return aliases.GetValueOrDefault(alias); }

    public void Name(string alias, string menuId) { lock (gate) aliases[alias] = menuId; }

    public bool Unname(string alias) { lock (gate) return aliases.Remove(alias); }
}
