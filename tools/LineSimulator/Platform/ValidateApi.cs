namespace Concierge.LineSimulator;

/// <summary>The dry run: what would be refused, without sending.</summary>
internal static class ValidateApi
{
    public static readonly Route[] Routes =
        [.. new[] { Via.Reply, Via.Push, Via.Multicast, Via.Narrowcast, Via.Broadcast }
            .Select(via => new Route("POST", $"/v2/bot/message/validate/{via}", Validate) { Takes = Takes.Json })];

    private static Answer Validate(Call call)
    {
        var findings = new Findings();
        MessageRequests.Validate(call.Body(findings));
        return findings.None ? Answer.Empty() : findings.Answer();
    }
}
