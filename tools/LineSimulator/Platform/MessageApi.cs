namespace Concierge.LineSimulator;

/// <summary>Reply, push, multicast, narrowcast, broadcast.</summary>
internal static class MessageApi
{
    public static readonly Route[] Routes =
    [
        new("POST", "/v2/bot/message/reply", Reply) { Takes = Takes.Json },
        new("POST", "/v2/bot/message/push", Push) { Takes = Takes.Json, Retries = true },
        new("POST", "/v2/bot/message/multicast", Multicast) { Takes = Takes.Json, Retries = true, Rate = Rate.Multicast },
        new("POST", "/v2/bot/message/narrowcast", Narrowcast) { Takes = Takes.Json, Retries = true, Rate = Rate.Hourly },
        new("POST", "/v2/bot/message/broadcast", Broadcast) { Takes = Takes.Json, Retries = true, Rate = Rate.Hourly },
    ];

    private static Answer Reply(Call call)
    {
        var findings = new Findings();
        var token = MessageRequests.Reply(call.Body(findings));
        if (!findings.None) return findings.Answer();
        if (call.World.ReplyTokens.Redeem(token!) is not { } person) return LineErrors.InvalidReplyToken;
        var sent = Delivery.To(call.World, person, call.Json, Via.Reply);
        call.World.Usage.Take(Via.Reply, person.IsReachable ? 1 : 0);
        return Answer.Json(new { sentMessages = sent });
    }

    private static Answer Push(Call call)
    {
        var findings = new Findings();
        var to = MessageRequests.Push(call.Body(findings));
        if (!findings.None) return findings.Answer();
        return call.World.RetryKeys.Once(call, () => PushOnce(call, to!));
    }

    private static (Answer, IReadOnlyList<object>?) PushOnce(Call call, string to)
    {
        if (call.World.People.Find(to) is not { } person) return (LineErrors.FailedToSend, null);
        // Blocked, or neither friend nor recent writer: accepted, not delivered, not counted.
        if (!call.World.Usage.Take(Via.Push, person.IsReachable ? 1 : 0)) return (LineErrors.QuotaReached, null);
        var sent = Delivery.To(call.World, person, call.Json, Via.Push);
        return (Answer.Json(new { sentMessages = sent }), sent);
    }

    private static Answer Multicast(Call call)
    {
        var findings = new Findings();
        var to = MessageRequests.Multicast(call.Body(findings));
        if (!findings.None) return findings.Answer();
        var unknown = to.TakeWhile(id => call.World.People.Find(id) is not null).Count();
        if (unknown < to.Count) return LineErrors.InvalidProperty($"to[{unknown}]");
        return ToMany(call, Via.Multicast, to.Distinct().Select(id => call.World.People.Find(id)!));
    }

    private static Answer Narrowcast(Call call)
    {
        var findings = new Findings();
        MessageRequests.Narrowcast(call.Body(findings));
        if (!findings.None) return findings.Answer();
        var answer = ToMany(call, Via.Narrowcast, call.World.People.All.Where(person => person.Following));
        return answer.Status == 200 ? answer with { Status = 202 } : answer;
    }

    private static Answer Broadcast(Call call)
    {
        var findings = new Findings();
        MessageRequests.Broadcast(call.Body(findings));
        return findings.None
            ? ToMany(call, Via.Broadcast, call.World.People.All.Where(person => person.Following))
            : findings.Answer();
    }

    private static Answer ToMany(Call call, string via, IEnumerable<Person> people) => call.World.RetryKeys.Once(call, () =>
    {
        var reached = people.Where(person => person.IsReachable).ToArray();
        if (!call.World.Usage.Take(via, reached.Length)) return (LineErrors.QuotaReached, null);
        foreach (var person in reached) Delivery.To(call.World, person, call.Json, via);
        return (Answer.Empty(), null);
    });
}
