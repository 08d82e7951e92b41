using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>A menu at the foot of the chat. Its picture comes once and is never replaced.</summary>
internal sealed record RichMenu(string Id, JsonElement Json, Answer? Image = null);
