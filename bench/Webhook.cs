using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Concierge.Bench;

/// <summary>A signed webhook request.</summary>
public static class Webhook
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(BotProcess.Secret);

    public static HttpRequestMessage Of(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/line/webhook") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("x-line-signature", Convert.ToBase64String(HMACSHA256.HashData(Key, body)));
        return request;
    }
}
