using System.Text;
using System.Text.Json;

namespace Concierge.SystemTests.Reception;

/// <summary>Spoils webhook bodies by a seeded chance: first event by event, where JSON stays JSON, then byte by byte.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly string[] Nasty =
    [
        "null", "true", "0", "-1", "1e999", "-1e-999", "9223372036854775807", "9223372036854775808", "0.1", "[]", "{}", "[[]]", "\"\"", "\" \"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\ud83d\"", "\"\\u202eabc\"", "\"\\u0007\\u001b[2J\"", "\"'; DROP TABLE inbox; --\"",
        "\"{{0}}%s%n\"", "\"../../etc/passwd\"", "\"<script>\"", "\"Ａ\"", "\"か\\u3099\"", "\"user\"", "\"group\"", "\"standby\"", "\"text\"", "\"はい\"",
        "{\"type\":\"user\"}", "{\"\\ud800\":1}", "{\"type\":\"text\",\"type\":\"image\"}",
    ];

    private static readonly string[] Names =
    [
        "type", "mode", "timestamp", "source", "webhookEventId", "deliveryContext", "replyToken", "message", "postback", "follow", "unsend",
        "userId", "id", "text", "data", "\\ud800", "", "events", "destination", "__proto__",
    ];

    private readonly Random _random = new(seed);

    public bool Chance(int of) => _random.Next(of) == 0;

    public T Any<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];

    /// <summary>An event of LINE's with a few things wrong with it, still JSON.</summary>
    public string Event(string id, string user, DateTimeOffset at)
    {
        if (Chance(30)) return Value();
        while (true)
        {
            var fields = Fields(id, user, at);
            for (var times = 1 + _random.Next(3); times > 0; times--) Spoil(fields);
            var spoilt = $"{{{string.Join(',', fields.Select(field => $"\"{field.Name}\":{field.Value}"))}}}";
            if (IsJson(spoilt)) return spoilt;
        }
    }

    /// <summary>Bytes cut, flipped, doubled and put in, so that mostly no JSON is left.</summary>
    public byte[] Bytes(byte[] body)
    {
        var spoilt = body.ToList();
        for (var times = 1 + _random.Next(4); times > 0 && spoilt.Count > 0; times--)
        {
            var at = _random.Next(spoilt.Count);
            switch (_random.Next(5))
            {
                case 0: spoilt.RemoveRange(at, spoilt.Count - at); break;
                case 1: spoilt[at] ^= (byte)(1 << _random.Next(8)); break;
                case 2: spoilt[at] = (byte)_random.Next(256); break;
                case 3: spoilt.InsertRange(at, Encoding.UTF8.GetBytes(Value())); break;
                default: spoilt.RemoveRange(at, Math.Min(_random.Next(30), spoilt.Count - at)); break;
            }
        }
        return [.. spoilt];
    }

    private List<(string Name, string Value)> Fields(string id, string user, DateTimeOffset at)
    {
        var (kind, content) = Any<(string, string)>(
        [
            ("message", $$"""{"type":"text","id":"m-{{id}}","text":"はい"}"""),
            ("message", $$"""{"type":"{{Any(["sticker", "image", "video", "audio", "file", "location", "poll"])}}","id":"m-{{id}}"}"""),
            ("postback", """{"data":"x","params":{"date":"2026-11-24"}}"""),
            ("follow", """{"isUnblocked":true}"""),
            ("unsend", $$"""{"messageId":"m-{{id}}"}"""),
            ("unfollow", "{}"),
            ("accountLink", """{"result":"failed"}"""),
        ]);
        return
        [
            ("type", $"\"{kind}\""), (kind, content), ("webhookEventId", $"\"{id}\""), ("timestamp", $"{at.ToUnixTimeMilliseconds()}"),
            ("mode", "\"active\""), ("source", $$"""{"type":"user","userId":"{{user}}"}"""),
            ("deliveryContext", "{\"isRedelivery\":false}"), ("replyToken", $"\"token-{id}\""),
        ];
    }

    private void Spoil(List<(string Name, string Value)> fields)
    {
        if (fields.Count == 0) return;
        var at = _random.Next(fields.Count);
        switch (_random.Next(7))
        {
            case 0: fields.RemoveAt(at); break;
            case 1: fields[at] = (fields[at].Name, Value()); break;
            case 2: fields.Insert(at, fields[_random.Next(fields.Count)]); break;
            case 3: fields.Insert(at, (Any(Names), Value())); break;
            case 4: fields[at] = (Any(Names), fields[at].Value); break;
            case 5: fields[at] = (fields[at].Name, InsideOf(fields[at].Value)); break;
            default: fields.Reverse(); break;
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1_000 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The same object with one value in it replaced.</summary>
    private string InsideOf(string value)
    {
        var colon = value.IndexOf(':');
        if (colon < 0) return Value();
        var end = value.IndexOf(',', colon);
        return value[..(colon + 1)] + Value() + (end < 0 ? "}" : value[end..]);
    }

    private string Value() => _random.Next(12) switch
    {
        0 => Nested(_random.Next(200)),
        1 => $"\"{new string('長', _random.Next(3_000))}\"",
        2 => $"{_random.NextInt64(long.MinValue, long.MaxValue)}",
        _ => Any(Nasty),
    };

    private static string Nested(int levels) => new string('[', levels) + "1" + new string(']', levels);
}
