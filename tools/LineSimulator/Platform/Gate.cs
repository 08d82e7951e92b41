using System.Text;
using Microsoft.AspNetCore.Http;

namespace Concierge.LineSimulator;

/// <summary>The way into the platform: token, rate, size, form; then the operation; then what may go wrong on the way back.</summary>
internal sealed class Gate(World world)
{
    private const int MostBytes = 2 * 1024 * 1024;

    public async Task Pass(HttpContext http, Route route)
    {
        var requestId = world.Ids.Request().ToString();
        http.Response.Headers["x-line-request-id"] = requestId;
        var bytes = await Read(http);
        var call = new Call(http, world, bytes ?? [], requestId);
        var fault = world.Faults.ForApi(http.Request.Path);
        if (fault is { Kind: Fault.ApiSlow }) await Task.Delay(fault.By, world.Time, http.RequestAborted);
        var instead = ApiFaults.Instead(fault, call) ?? (bytes is null ? LineErrors.TooLarge : null);
        var done = instead ?? Decide(call, route);
        var answer = instead ?? ApiFaults.Afterwards(fault, done, call);
        var cut = fault is { Kind: Fault.ApiCutBefore or Fault.ApiCutAfter };
        world.Requests.Add(Record(call, answer) with { Cut = cut, Done = done.Status is >= 200 and < 300 });
        if (fault is { Kind: Fault.ApiSlowAfter }) await Task.Delay(fault.By, world.Time, http.RequestAborted);
        if (cut) http.Abort();
        else await Write(http, answer);
    }

    private Answer Decide(Call call, Route route)
    {
        if (!route.Open && Unauthorized(call) is { } refused) return refused;
        if (!world.Buckets.Take(route)) return LineErrors.RateLimited;
        if (!route.Retries && call.Header("X-Line-Retry-Key") is not null) return LineErrors.RetryKeyNotAllowed;
        var isJson = route.Takes == Takes.Json || (route.Takes == Takes.OptionalJson && call.Bytes.Length > 0);
        if (!isJson) return route.Handle(call);
        var type = call.Http.Request.ContentType;
        if (type?.Split(';')[0].Trim() != "application/json") return LineErrors.ContentType(type);
        return LineJson.Object(call.Bytes) is { } json ? route.Handle(call with { Json = json }) : LineErrors.NotJson;
    }

    private Answer? Unauthorized(Call call)
    {
        if (call.Header("Authorization") is not { } header) return LineErrors.MissingToken;
        return header.StartsWith("Bearer ", StringComparison.Ordinal) && world.Tokens.IsValid(header["Bearer ".Length..])
            ? null : LineErrors.InvalidToken;
    }

    private static async Task<byte[]?> Read(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes) return null;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.Length > MostBytes ? null : body.ToArray();
    }

    private static async Task Write(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        if (answer.AcceptedRequestId is { } accepted) http.Response.Headers["x-line-accepted-request-id"] = accepted;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private RecordedRequest Record(Call call, Answer answer)
    {
        var request = call.Http.Request;
        var isText = answer.ContentType == "application/json";
        return new RecordedRequest(
            world.Time.GetUtcNow(), request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "",
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(call.Bytes), answer.Status,
            isText ? Encoding.UTF8.GetString(answer.Body) : $"({answer.Body.Length} bytes)", call.RequestId);
    }
}
