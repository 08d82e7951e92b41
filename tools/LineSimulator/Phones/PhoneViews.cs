namespace Concierge.LineSimulator;

/// <summary>What the phone page is told, in the form it relies on.</summary>
internal static class PhoneViews
{
    public static object Person(Person person) => new
    {
        id = person.Id, name = person.Name, following = person.Following, blocked = person.Blocked, unread = person.Unread,
    };

    public static object Chat(World world, Person person, long after) => new
    {
        seq = person.Log.Seq,
        botName = world.Options.BotName,
        following = person.Following,
        blocked = person.Blocked,
        loadingUntil = person.LoadingUntil is { } until && until > world.Time.GetUtcNow() ? until : (DateTimeOffset?)null,
        richMenu = world.RichMenus.For(person.Id) is { } menu && !person.Blocked ? RichMenu(world, menu) : null,
        items = person.Log.After(after).Select(Item),
    };

    private static object Item(ChatItem item) => new
    {
        seq = item.Seq,
        id = item.Id,
        from = item.From,
        at = item.At,
        message = item.Message,
        sender = item.Message.Part("sender"),
        read = item.Read,
        unsent = item.Unsent,
        via = item.Via,
    };

    private static object RichMenu(World world, RichMenu menu) => new
    {
        id = menu.Id,
        size = menu.Json.Part("size"),
        chatBarText = menu.Json.String("chatBarText"),
        selected = menu.Json.Part("selected"),
        areas = menu.Json.Part("areas"),
        imageUrl = $"/phone/api/richmenus/{menu.Id}/image",
        aliases = world.RichMenus.Aliases,
    };
}
