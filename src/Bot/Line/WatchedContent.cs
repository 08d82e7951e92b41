using System.Net;
using System.Net.Http.Headers;

namespace Concierge.Bot.Line;

/// <summary>
/// A body that knows whether it began to leave us. When sending fails before that, whatever the reason (no address, no
/// connection, no TLS, no time), LINE cannot have accepted it; afterwards nobody knows.
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private volatile bool _begun;

    public WatchedContent(ReadOnlyMemory<byte> bytes, string mediaType = "application/json")
    {
        _bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    public bool Begun => _begun;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancel)
    {
        _begun = true;
        return stream.WriteAsync(_bytes, cancel).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
