using System.Text;

namespace Concierge.Bench;

/// <summary>
/// Follows, begins the inventory and takes the first choice of every question by its button; at the door of the private page
/// becomes somebody new. So one turn in about thirty makes a member, the others save an answer.
/// </summary>
public sealed class Person(int number)
{
    private static int s_people;
    private static long s_events;

    private string _userId = NewUser(number);
    private string? _tap;
    private bool _decides;

    public (byte[] Body, string ReplyToken) Next()
    {
        var id = Interlocked.Increment(ref s_events);
        var token = id.ToString("x32");
        var what = _tap is null
            ? "\"type\":\"follow\",\"follow\":{\"isUnblocked\":false}"
            : $"\"type\":\"postback\",\"postback\":{{\"data\":\"{_tap}\"}}";
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var body = $"{{\"destination\":\"U00000000000000000000000000000000\",\"events\":[{{{what},\"webhookEventId\":\"01{id:D24}\",\"deliveryContext\":{{\"isRedelivery\":false}},\"timestamp\":{now},\"source\":{{\"type\":\"user\",\"userId\":\"{_userId}\"}},\"replyToken\":\"{token}\",\"mode\":\"active\"}}]}}";
        return (Encoding.UTF8.GetBytes(body), token);
    }

    /// <summary>Finds the button to press next: the first choice, or 決定 when one is already chosen.</summary>
    public void Hear(byte[] reply)
    {
        var text = Encoding.UTF8.GetString(reply);
        if (text.Contains("/p/", StringComparison.Ordinal) || FirstTap(text) is not { } first)
        {
            (_userId, _tap, _decides) = (NewUser(number), null, false);
            return;
        }
        var several = text.Contains("\"決定\"", StringComparison.Ordinal) || text.Contains("決定", StringComparison.Ordinal) && text.Contains('☐');
        _decides = several && !_decides;
        _tap = several && !_decides ? Tap(text, "\"決定\"") ?? first : first;
    }

    private static string? FirstTap(string text) => Data(text, 0);

    /// <summary>The data of the action that has this label, wherever in the action it stands.</summary>
    private static string? Tap(string text, string label)
    {
        var at = text.IndexOf("\"label\":" + label, StringComparison.Ordinal);
        if (at < 0) return null;
        var open = text.LastIndexOf('{', at);
        return Data(text, open);
    }

    private static string? Data(string text, int from)
    {
        const string key = "\"data\":\"";
        var start = text.IndexOf(key, from, StringComparison.Ordinal);
        if (start < 0) return null;
        start += key.Length;
        return text[start..text.IndexOf('"', start)];
    }

    private static string NewUser(int number) => $"U{number:x8}{Interlocked.Increment(ref s_people):x24}";
}
