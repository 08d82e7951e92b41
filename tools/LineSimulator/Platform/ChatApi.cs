namespace Concierge.LineSimulator;

/// <summary>Loading animation and read marks.</summary>
internal static class ChatApi
{
    public static readonly Route[] Routes =
    [
        new("POST", "/v2/bot/chat/loading/start", Load) { Takes = Takes.Json, Rate = Rate.Loading },
        new("POST", "/v2/bot/chat/markAsRead", MarkAsRead) { Takes = Takes.Json },
    ];

    private static Answer Load(Call call)
    {
        var findings = new Findings();
        var body = call.Body(findings);
        var chat = body.Text("chatId", 100, required: true);
        var seconds = body.Whole("loadingSeconds", 5, 60) ?? 20;
        if (seconds % 5 != 0) body.Wrong("loadingSeconds", "must be a multiple of 5");
        body.NothingElse();
        if (!findings.None) return findings.Answer();
        if (call.World.People.Find(chat!) is not { } person) return LineErrors.InvalidProperty("chatId");
        if (!person.Blocked) person.Loads(TimeSpan.FromSeconds(seconds));
        return Answer.Empty(202);
    }

    private static Answer MarkAsRead(Call call)
    {
        var findings = new Findings();
        var body = call.Body(findings);
        var token = body.Text("markAsReadToken", 1000, required: true);
        body.NothingElse();
        if (!findings.None) return findings.Answer();
        if (call.World.People.ReadToken(token!) is not var (person, messageId)) return LineErrors.Plain(400, "Invalid markAsReadToken");
        person.IsReadUpTo(messageId);
        return Answer.Empty();
    }
}
