using System.Net.Http.Headers;
using System.Text;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;

namespace Concierge.SystemTests.Reception;

/// <summary>The bot's webhook address, knocked at with whatever a test likes.</summary>
internal sealed class Gate(Town town) : IDisposable
{
    private const string Secret = "development-secret-not-for-production";
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public static string Sign(byte[] body, string secret = Secret) => Signature.Of(secret, body);

    /// <summary>Signed, as LINE does it.</summary>
    public Task<int> Takes(string body) => Takes(Encoding.UTF8.GetBytes(body));

    public Task<int> Takes(byte[] body) => Takes(body, [Sign(body)]);

    public Task<int> Takes(byte[] body, string[] signatures, bool chunked = false, string? encoding = null)
    {
        var content = chunked ? new Unmeasured(body) : (HttpContent)new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        return Send(content, signatures);
    }

    private async Task<int> Send(HttpContent content, string[] signatures)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{town.BotUrl}/line/webhook") { Content = content };
        if (content is Unmeasured) request.Headers.TransferEncodingChunked = true;
        foreach (var signature in signatures) request.Headers.TryAddWithoutValidation("x-line-signature", signature);
        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>The inbox as staff see it, in the order of arrival.</summary>
    public IReadOnlyList<InboxEntry> Inbox => town.Database.Reader.Read(unit => unit.Db.Inbox.AsNoTracking().OrderBy(row => row.Seq).ToList());

    public void Dispose() => _http.Dispose();

    /// <summary>A body whose length nobody knows before it ends.</summary>
    private sealed class Unmeasured(byte[] body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => stream.WriteAsync(body).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
