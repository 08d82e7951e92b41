namespace Concierge.LineSimulator;

/// <summary>At most thirteen buttons under the newest message.</summary>
internal static class QuickReplyRules
{
    public static void Check(Part quickReply)
    {
        foreach (var item in quickReply.List("items", 1, 13))
        {
            item.OneOf("type", ["action"], required: true);
            item.Url("imageUrl");
            if (item.Object("action", required: true) is { } action) ActionRules.Check(action, ActionPlace.QuickReply);
            item.NothingElse();
        }
        quickReply.NothingElse();
    }
}
