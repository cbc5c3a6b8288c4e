using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>One request written byte by byte, because a decent client would not send what is tried here.</summary>
internal static class RawExchange
{
    /// <summary>Posts a body with any Authorization headers.</summary>
    /// <returns>The status, the answer's head and body.</returns>
    public static async Task<(int Status, string Head, string Body)> PostAsync(Uri server, IEnumerable<string> authorization, string json, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return await SendAsync(server, authorization, "Content-Type: application/json; charset=utf-8", body.Length, body, cancellationToken);
    }

    /// <summary>Sends a head that announces a body, and of the body only what is given.</summary>
    public static async Task<(int Status, string Head, string Body)> SendAsync(
        Uri server, IEnumerable<string> authorization, string header, long announced, byte[] body, CancellationToken cancellationToken)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"POST /api/messages HTTP/1.1\r\nHost: bot.example\r\nConnection: close\r\n{header}\r\nContent-Length: {announced}\r\n");
        foreach (var value in authorization)
        {
            head.Append("Authorization: ").Append(value).Append("\r\n");
        }

        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + "\r\n"), cancellationToken);
        await stream.WriteAsync(body, cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await ReadAsync(reader, cancellationToken);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture), answer[..end], answer[(end + 4)..]);
    }

    /// <summary>Until the server closes, or has sent an empty body.</summary>
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var answer = new StringBuilder();
        var buffer = new char[4096];
        while (!answer.ToString().Contains("Content-Length: 0\r\n", StringComparison.Ordinal) || !answer.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var got = await reader.ReadAsync(buffer, cancellationToken);
            if (got == 0)
            {
                break;
            }

            answer.Append(buffer, 0, got);
        }

        return answer.ToString();
    }
}
