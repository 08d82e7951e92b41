using System.Net;
using System.Net.Sockets;
using System.Text;
using Concierge.Bot.Line;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Concierge.SystemTests.Line;

/// <summary>What the real HTTP client does on a real connection: here a handler of our own would only repeat our beliefs.</summary>
public sealed class WireTests : IDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-line-request-id: r1\r\nContent-Length: 2\r\n\r\n{}";
    private readonly TcpListener _line = new(IPAddress.Loopback, 0);
    private ServiceProvider? _services;
    private int _requests;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_door_is_certainly_not_accepted()
    {
        _line.Start();
        var client = Client();
        _line.Stop();
        var again = Assert.IsType<Sending.TryAgain>(await client.Reply("rt", "[]"u8.ToArray(), Cancel));
        Assert.True(again.CertainlyNotAccepted);
    }

    [Fact]
    public async Task Cut_after_reading_is_unknown_and_asked_once()
    {
        var serving = Serve("");
        Assert.IsType<Sending.Unknown>(await Client().Reply("rt", "[]"u8.ToArray(), Cancel));
        Assert.Equal(1, _requests);
        _line.Stop();
        await serving;
    }

    [Fact]
    public async Task Cut_on_a_connection_that_worked_before_is_not_silently_repeated()
    {
        var serving = Serve(Ok, "");
        var client = Client();
        Assert.Equal(new Sending.Delivered("r1"), await client.Reply("rt", "[]"u8.ToArray(), Cancel));
        Assert.IsType<Sending.Unknown>(await client.Reply("rt", "[]"u8.ToArray(), Cancel));
        Assert.Equal(2, _requests);
        _line.Stop();
        await serving;
    }

    [Fact]
    public async Task Garbage_is_unknown()
    {
        var serving = Serve("SSH-2.0-OpenSSH\r\n\r\n");
        Assert.IsType<Sending.Unknown>(await Client().Reply("rt", "[]"u8.ToArray(), Cancel));
        _line.Stop();
        await serving;
    }

    [Fact]
    public async Task A_status_counts_though_its_body_is_cut()
    {
        var serving = Serve("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-line-request-id: r9\r\nContent-Length: 900\r\n\r\n{");
        Assert.Equal(new Sending.Delivered("r9"), await Client().Push("U1", "[]"u8.ToArray(), Guid.Empty, Cancel));
        _line.Stop();
        await serving;
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var serving = Serve($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://{_line.LocalEndpoint}/elsewhere\r\nContent-Length: 0\r\n\r\n");
        Assert.True(Assert.IsType<Sending.TryAgain>(await Client().Reply("rt", "[]"u8.ToArray(), Cancel)).CertainlyNotAccepted);
        Assert.Equal(1, _requests);
        _line.Stop();
        await serving;
    }

    [Fact]
    public async Task Of_an_answer_without_end_only_the_beginning_is_read()
    {
        var serving = Serve("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-line-request-id: r2\r\nContent-Length: 99999999\r\n\r\n" + new string('{', 16 * 1024));
        Assert.Equal(new Sending.Delivered("r2"), await Client().Reply("rt", "[]"u8.ToArray(), Cancel));
        _line.Stop();
        await serving;
    }

    [Fact]
    public async Task An_answer_that_is_all_headers_is_unknown()
    {
        var serving = Serve("HTTP/1.1 200 OK\r\nx-junk: " + new string('a', 200_000) + "\r\n\r\n");
        Assert.IsType<Sending.Unknown>(await Client().Reply("rt", "[]"u8.ToArray(), Cancel));
        _line.Stop();
        await serving;
    }

    public void Dispose()
    {
        _line.Dispose();
        _services?.Dispose();
    }

    private LineClient Client()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Line:ChannelSecrets:0"] = "s",
            ["Line:ChannelAccessToken"] = "t",
            ["Line:ApiBase"] = $"http://{_line.LocalEndpoint}",
        };
        _services = new ServiceCollection().AddLogging().AddMetrics()
            .AddLine(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        return _services.GetRequiredService<LineClient>();
    }

    // One connection after the other; an empty answer, or the last one, closes it.
    private Task Serve(params string[] answers)
    {
        _line.Start();
        return Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    using var socket = await _line.AcceptSocketAsync();
                    foreach (var answer in answers)
                    {
                        if (!await ReadRequest(socket)) break;
                        _requests++;
                        if (answer == "") break;
                        await socket.SendAsync(Encoding.ASCII.GetBytes(answer));
                    }

                    socket.Shutdown(SocketShutdown.Send);
                }
            }
            catch (Exception e) when (e is SocketException or InvalidOperationException)
            {
                // The test is over.
            }
        }, Cancel);
    }

    private static async Task<bool> ReadRequest(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().EndsWith("[]}", StringComparison.Ordinal))
        {
            var count = await socket.ReceiveAsync(buffer);
            if (count == 0) return false;
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return true;
    }
}
