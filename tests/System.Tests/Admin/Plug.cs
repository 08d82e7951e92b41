using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Concierge.SystemTests.Admin;

/// <summary>The desk's line to the world: while it is out, nothing goes through, and what was open is gone.</summary>
public sealed class Plug
{
    private readonly ConcurrentDictionary<string, ConnectionContext> _open = new();
    private volatile bool _isOut;

    public ConnectionDelegate Carry(ConnectionDelegate next) => async connection =>
    {
        _open[connection.ConnectionId] = connection;
        try
        {
            if (_isOut) connection.Abort();
            else await next(connection);
        }
        finally
        {
            _open.TryRemove(connection.ConnectionId, out _);
        }
    };

    public void PullOut()
    {
        _isOut = true;
        foreach (var connection in _open.Values) connection.Abort();
    }

    public void PutIn() => _isOut = false;
}
