using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Bot.Line;

/// <summary>
/// The menu of six at the foot of the chat: the picture that scripts/richmenu drew, and over each of its fields what it
/// opens. Its name holds a hash of both, so that a changed one is seen to be another.
/// </summary>
public sealed class RichMenu(TapTokens taps)
{
    /// <summary>LINE's name for it, behind which a new menu takes the place of an old one.</summary>
    public const string Alias = "main";

    /// <summary>Menus with other names are not ours: we neither change nor delete them.</summary>
    public const string Prefix = "concierge-main-";

    private const int Width = 2500, Height = 1686, Columns = 3;

    private static readonly Lazy<byte[]> Drawn = new(() =>
    {
        using var resource = typeof(RichMenu).Assembly.GetManifestResourceStream("richmenu.png")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    });

    public static byte[] Picture => Drawn.Value;

    public string Name => Prefix + Convert.ToHexStringLower(SHA256.HashData([.. Write(Prefix), .. Picture]))[..12];

    /// <summary>As LINE takes it.</summary>
    public byte[] Body => Write(Name);

    private byte[] Write(string name)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("size");
        json.WriteNumber("width", Width);
        json.WriteNumber("height", Height);
        json.WriteEndObject();
        json.WriteBoolean("selected", true);
        json.WriteString("name", name);
        json.WriteString("chatBarText", Words.Say("command_menu"));
        json.WriteStartArray("areas");
        for (var place = 0; place < Menu.Six.Length; place++) Area(json, place);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private void Area(Utf8JsonWriter json, int place)
    {
        var (column, row) = (place % Columns, place / Columns);
        var (left, right) = (Width * column / Columns, Width * (column + 1) / Columns);
        var label = Words.Say("menu_" + Menu.Six[place].ToString().ToLowerInvariant());
        json.WriteStartObject();
        json.WriteStartObject("bounds");
        json.WriteNumber("x", left);
        json.WriteNumber("y", Height / 2 * row);
        json.WriteNumber("width", right - left);
        json.WriteNumber("height", Height / 2);
        json.WriteEndObject();
        json.WriteStartObject("action");
        json.WriteString("type", "postback");
        json.WriteString("label", label);
        json.WriteString("data", taps.Seal(new Tap("", "", 0, new Act.Open(Menu.Six[place]))));
        json.WriteString("displayText", label);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
