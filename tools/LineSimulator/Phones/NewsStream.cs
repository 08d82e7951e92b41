using Microsoft.AspNetCore.Http;

namespace Concierge.LineSimulator;

/// <summary>Server-sent events: the chat's number, now and at every change.</summary>
internal static class NewsStream
{
    public static async Task Write(HttpContext http, Person person, CancellationToken over)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            while (true)
            {
                var changed = person.Log.Changed;
                await http.Response.WriteAsync($"data: {{\"seq\":{person.Log.Seq}}}\n\n", over);
                await http.Response.Body.FlushAsync(over);
                await changed.WaitAsync(over);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the simulator stops.
        }
    }
}
