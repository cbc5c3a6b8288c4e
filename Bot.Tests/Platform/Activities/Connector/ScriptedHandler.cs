using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>Answers as the script says, without a network; when it is at its end, with success.</summary>
internal sealed class ScriptedHandler(TimeProvider time, params string[] script) : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> left = new(script);
    private readonly ConcurrentQueue<(string Method, Uri Address, string Body, DateTimeOffset At)> asked = new();

    /// <summary>What was asked, and when.</summary>
    public IReadOnlyList<(string Method, Uri Address, string Body, DateTimeOffset At)> Asked => [.. asked];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        asked.Enqueue((request.Method.Method, request.RequestUri!, body, time.GetUtcNow()));
        return left.TryDequeue(out var line) ? Answer(line) : Answer("201");
    }

    /// <summary><c>429 Throttled 7</c>: status, code, seconds of Retry-After; <c>reset</c>.</summary>
    private static HttpResponseMessage Answer(string line)
    {
        if (line is "reset")
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }

        var parts = line.Split(' ');
        var answer = new HttpResponseMessage((HttpStatusCode)int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture))
        {
            Content = new StringContent(
                parts.Length > 1 ? "{\"error\":{\"code\":\"" + parts[1] + "\"}}" : """{"id":"1"}""", Encoding.UTF8, "application/json"),
        };
        if (parts.Length > 2)
        {
            answer.Headers.Add("Retry-After", parts[2]);
        }

        return answer;
    }
}
