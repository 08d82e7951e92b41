using System.Text.RegularExpressions;

namespace Concierge.LineSimulator;

/// <summary>The bodies of the five ways to send.</summary>
internal static partial class MessageRequests
{
    public static string? Reply(Part body)
    {
        var token = body.Text("replyToken", 1000, required: true);
        Common(body);
        body.NothingElse();
        return token;
    }

    public static string? Push(Part body)
    {
        var to = body.Text("to", 1000, required: true);
        if (to is not null && !Recipient().IsMatch(to)) body.Findings.Invalid(body.At["to"]);
        Common(body);
        Units(body);
        body.NothingElse();
        return to;
    }

    public static IReadOnlyList<string> Multicast(Part body)
    {
        var to = body.Strings("to", 1, 500);
        Common(body);
        Units(body);
        body.NothingElse();
        return to;
    }

    public static void Broadcast(Part body)
    {
        Common(body);
        body.NothingElse();
    }

    public static void Narrowcast(Part body)
    {
        Common(body);
        // Audiences and attributes are taken as they are: the simulated town has none.
        body.Ignore("recipient", "filter", "limit");
        body.NothingElse();
    }

    public static void Validate(Part body)
    {
        MessageRules.Messages(body);
        body.NothingElse();
    }

    private static void Common(Part body)
    {
        MessageRules.Messages(body);
        body.Flag("notificationDisabled");
    }

    private static void Units(Part body)
    {
        foreach (var (index, unit) in body.Strings("customAggregationUnits", 0, 1, required: false).Index())
            if (!Unit().IsMatch(unit)) body.Findings.Add(body.At["customAggregationUnits"][index], "must match \"[a-zA-Z0-9_]{1,30}\"");
    }

    [GeneratedRegex("^[UCR][0-9a-f]{32}$")]
    private static partial Regex Recipient();

    [GeneratedRegex("^[a-zA-Z0-9_]{1,30}$")]
    private static partial Regex Unit();
}
