using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.TestSupport;

/// <summary>A connection on which anything can be said, right or wrong, and as slowly as one likes.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket socket;

    private RawConnection(Socket socket) => this.socket = socket;

    /// <summary>Connects to a server on this machine.</summary>
    public static async Task<RawConnection> OpenAsync(Uri server, CancellationToken cancellationToken)
    {
        var connected = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await connected.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), cancellationToken);
        return new RawConnection(connected);
    }

    /// <summary>Sends text as Latin-1, so that any byte can be sent.</summary>
    public async Task SayAsync(string text, CancellationToken cancellationToken) => await socket.SendAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    /// <summary>Everything the server says until it closes the connection, which a reset does as well.</summary>
    public async Task<string> HearToTheEndAsync(CancellationToken cancellationToken)
    {
        using var heard = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            while (await socket.ReceiveAsync(buffer, cancellationToken) is > 0 and var got)
            {
                heard.Write(buffer, 0, got);
            }
        }
        catch (SocketException reset) when (reset.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
            // Closed while something was still on its way.
        }

        return Encoding.Latin1.GetString(heard.ToArray());
    }

    /// <summary>The first bytes the server says; empty when it closes the connection.</summary>
    public async Task<string> HearAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        return Encoding.Latin1.GetString(buffer, 0, await socket.ReceiveAsync(buffer, cancellationToken));
    }

    /// <summary>Says nothing more; the server may still answer.</summary>
    public void Finish() => socket.Shutdown(SocketShutdown.Send);

    public void Dispose() => socket.Dispose();
}
