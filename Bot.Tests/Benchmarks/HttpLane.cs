using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Benchmarks;

/// <summary>One HTTP/1.1 connection that is kept open, as cheap as it can be: on two cores, what the load costs the measured server does not get.</summary>
/// <remarks>Knows only answers with a Content-Length below 64 KB.</remarks>
internal sealed class HttpLane : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LengthHeader = "Content-Length: "u8.ToArray();

    private readonly Socket socket;
    private readonly byte[] buffer = new byte[80 * 1024];
    private (int From, int Length) body;

    private HttpLane(Socket socket) => this.socket = socket;

    /// <summary>Body of the last answer, valid until the next request.</summary>
    public ReadOnlySpan<byte> Body => buffer.AsSpan(body.From, body.Length);

    /// <summary>Connects.</summary>
    public static async Task<HttpLane> OpenAsync(Uri server, CancellationToken cancellationToken)
    {
        var connected = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await connected.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), cancellationToken);
        return new HttpLane(connected);
    }

    /// <summary>A JSON body as a whole request.</summary>
    public static byte[] Post(string path, byte[] json, string? authorization = null)
    {
        var header = authorization is null ? string.Empty : $"Authorization: {authorization}\r\n";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; charset=utf-8\r\n{header}Content-Length: {json.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. json];
    }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <returns>The status.</returns>
    public async Task<int> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await socket.SendAsync(request, cancellationToken);
        var filled = 0;
        while (!IsWhole(filled))
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken);
            filled += got > 0 ? got : throw new EndOfStreamException("The server closed the connection.");
        }

        return int.Parse(buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Whether the answer has arrived to its end; then <see cref="Body"/> is set.</summary>
    private bool IsWhole(int filled)
    {
        var endOfHead = buffer.AsSpan(0, filled).IndexOf(EndOfHead);
        if (endOfHead < 0)
        {
            return false;
        }

        body = (endOfHead + EndOfHead.Length, ContentLength(buffer.AsSpan(0, endOfHead)));
        return filled >= body.From + body.Length;
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf(LengthHeader);
        var value = at < 0 ? throw new InvalidDataException("The server answered without Content-Length.") : head[(at + LengthHeader.Length)..];
        var end = value.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
