using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Concierge.LineSimulator;

/// <summary>One call of the bot to the platform, its body read.</summary>
internal sealed record Call(HttpContext Http, World World, byte[] Bytes, string RequestId)
{
    /// <summary>The body, when the route takes JSON.</summary>
    public JsonElement Json { get; init; }

    public string Path(string name) => (string?)Http.Request.RouteValues[name] ?? "";

    public string? Query(string name) => Http.Request.Query[name];

    public string? Header(string name) => Http.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A field of a form.</summary>
    public string? Field(string name) =>
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(Bytes)).TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The body as the place where the checks begin.</summary>
    public Part Body(Findings findings) => new(Json, Spot.Body, findings);
}
