using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Conversations;

/// <summary>
/// What a button means. Leads to the session, the step and the revision it was made for, so that an old button is
/// answered kindly and not obeyed. The shell seals it into an opaque token before it leaves us.
/// </summary>
/// <param name="Session">Id of the session that asked; empty for buttons that always work (menu).</param>
/// <param name="Step">Key of the question that was asked; empty when none.</param>
/// <param name="Revision">Revision of the conversation that made the button.</param>
/// <param name="Act">What to do.</param>
public sealed record Tap(string Session, string Step, int Revision, Act Act);

/// <summary>The closed set of things that a button does.</summary>
[JsonConverter(typeof(ActAsText))]
public abstract record Act
{
    private Act() { }

    /// <summary>Choose this option as the one answer.</summary>
    public sealed record Choose(string Option) : Act;

    /// <summary>Put this option of several on or off. Says which, so that a doubled tap changes nothing.</summary>
    public sealed record Put(string Option, bool On) : Act;

    /// <summary>決定: the options that are on are the answer.</summary>
    public sealed record Decide : Act;

    public sealed record Run(Command Command) : Act;

    /// <summary>Change the answer to this question, from the summary.</summary>
    public sealed record Change(string Question) : Act;

    public sealed record Open(MenuItem Item) : Act;

    /// <summary>Shows something of a flow, e.g. one seminar. Decides nothing, so it is obeyed however old the button is.</summary>
    /// <param name="Flow">Name of the flow.</param>
    /// <param name="Verb">What to show; the flow's own word.</param>
    /// <param name="Id">Of what; empty when it needs none.</param>
    public sealed record Go(string Flow, string Verb, string Id = "") : Act;

    /// <summary>One short line without secrets of its own; <see cref="Parse"/> reads it back.</summary>
    public string Write() => this switch
    {
        Choose c => "choose:" + c.Option,
        Put { On: true } p => "on:" + p.Option,
        Put p => "off:" + p.Option,
        Decide => "decide:",
        Run r => "run:" + r.Command,
        Change c => "change:" + c.Question,
        Open o => "open:" + o.Item,
        Go g => $"go:{g.Flow}/{g.Verb}/{g.Id}",
        _ => throw new InvalidOperationException($"Act.Write does not know {GetType().Name}."),
    };

    /// <summary>Null when the text is not one of ours.</summary>
    public static Act? Parse(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0) return null;
        var rest = text[(colon + 1)..];
        return text[..colon] switch
        {
            "choose" => new Choose(rest),
            "on" => new Put(rest, true),
            "off" => new Put(rest, false),
            "decide" => new Decide(),
            "run" => Enum.TryParse<Command>(rest, out var command) ? new Run(command) : null,
            "change" => new Change(rest),
            "open" => Enum.TryParse<MenuItem>(rest, out var item) ? new Open(item) : null,
            "go" => rest.Split('/', 3) is [var flow, var verb, var id] ? new Go(flow, verb, id) : null,
            _ => null,
        };
    }
}

/// <summary>Acts lie in stored replies in their one-line form.</summary>
public sealed class ActAsText : JsonConverter<Act>
{
    public override Act? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Act.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Act act, JsonSerializerOptions options) => writer.WriteStringValue(act.Write());
}
