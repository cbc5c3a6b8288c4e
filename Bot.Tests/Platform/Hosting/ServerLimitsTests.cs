using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Hosting;

/// <summary>The whole bot on its real web server, spoken to by somebody who keeps no rules: over bare sockets, wrong, endless, or very slow.</summary>
/// <remarks>The web server's clock cannot be set, so its shortest times are used; what is slow is tried at the same time.</remarks>
public sealed partial class ServerLimitsTests : IDisposable
{
    private const string Head = "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfEveryWrongKind_AreRefusedWithoutAWord()
    {
        await using var bot = Start();
        foreach (var (request, status) in Wrong())
        {
            using var connection = await RawConnection.OpenAsync(bot.Client.BaseAddress!, Cancellation);
            await connection.SayAsync(request, Cancellation);
            AssertSilent(status, await connection.HearToTheEndAsync(Cancellation), request);
        }
    }

    [Fact]
    public async Task Bodies_AroundTheLimit_InOnePieceAndInChunks()
    {
        await using var bot = Start();
        foreach (var (length, status) in new[] { (ActivityReader.LongestBody, 200), (ActivityReader.LongestBody + 1, 413) })
        {
            Assert.Equal(status, await StatusAsync(bot, $"{Head}Connection: close\r\nContent-Length: {length}\r\n\r\n{Json(length)}"));
        }

        // The web server counts what frames the chunks as well.
        foreach (var (length, status) in new[] { (ActivityReader.LongestBody - 100, 200), (ActivityReader.LongestBody + 1, 413) })
        {
            var chunks = string.Concat(Json(length).Chunk(60_000).Select(chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n")) + "0\r\n\r\n";
            Assert.Equal(status, await StatusAsync(bot, $"{Head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"));
        }

        Assert.Equal(413, await StatusAsync(bot, $"{Head}Content-Length: 99999999\r\n\r\n"));
    }

    [Fact]
    public async Task Length_ThatIsALie_IsRefused()
    {
        await using var bot = Start();
        var json = Json(100);

        // Whoever says no more than half of it has gone, and hears nothing.
        Assert.Equal(string.Empty, await AnswerAsync(bot, $"{Head}Content-Length: 200\r\n\r\n{json}", finish: true));
        var tooShort = await AnswerAsync(bot, $"{Head}Content-Length: 50\r\n\r\n{json}\r\n\r\n");
        Assert.Equal(["400", "400"], Statuses().Matches(tooShort).Select(match => match.Groups["status"].Value));
    }

    [Fact]
    public async Task Connections_ThatCrawlOrSayNothing_AreClosedInTime()
    {
        await using var bot = Start(("Server:HeaderSeconds", "1"), ("Server:CrawlSeconds", "2"), ("Server:IdleSeconds", "1"));
        var slow = await Task.WhenAll(
            AnswerAsync(bot, "POST /api/messages HTTP/1.1\r\nHost:"),
            AnswerAsync(bot, $"{Head}Content-Length: 1000\r\n\r\n{{"),
            AnswerAsync(bot, $"{Head}Transfer-Encoding: chunked\r\n\r\n1\r\n{{\r\n"),
            AnswerAsync(bot, $"{Head}Content-Length: {Json(100).Length}\r\n\r\n{Json(100)}"));

        Assert.Equal(["408", "408", "408", "200"], slow.Select(answer => Statuses().Match(answer).Groups["status"].Value));
    }

    [Fact]
    public async Task Connections_MoreThanMayBe_AreClosedAtOnceUntilOthersGo()
    {
        await using var bot = Start(("Server:Connections", "10"));
        var good = $"{Head}Content-Length: {Json(100).Length}\r\n\r\n{Json(100)}";
        var last = $"{Head}Connection: close\r\nContent-Length: {Json(100).Length}\r\n\r\n{Json(100)}";
        var held = new List<RawConnection>();
        for (var i = 0; i < 10; i++)
        {
            held.Add(await RawConnection.OpenAsync(bot.Client.BaseAddress!, Cancellation));
            await held[^1].SayAsync(good, Cancellation);
            Assert.StartsWith("HTTP/1.1 200", await held[^1].HearAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.Equal(string.Empty, await AnswerAsync(bot, last));
        held.ForEach(connection => connection.Dispose());
        while (await AnswerAsync(bot, last) is not { Length: > 0 })
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<(string Request, int Status)> Wrong()
    {
        foreach (var method in new[] { "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW" })
        {
            yield return ($"{method} /api/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405);
        }

        foreach (var path in new[] { "/", "/api", "/api/messages/x", "/api/../x", "/%00", "/healthz", "/api/messages%2f", "//api/messages" })
        {
            yield return ($"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", path == "/%00" ? 400 : 404);
        }

        yield return ("POST /api/messages HTTP/1.1\r\n\r\n", 400);
        yield return ("POST /api/messages HTTP/9.9\r\nHost: x\r\n\r\n", 505);
        yield return ("hello\r\n\r\n", 400);
        yield return ($"POST /{new string('x', 5000)} HTTP/1.1\r\nHost: x\r\n\r\n", 414);
        yield return ($"{Head}X-Long: {new string('x', 17_000)}\r\n\r\n", 431);
        yield return ($"{Head}{string.Concat(Enumerable.Range(0, 120).Select(i => $"X-{i}: x\r\n"))}\r\n", 431);
        foreach (var wrong in new[]
        {
            "Content-Length: -1", "Content-Length: x", "Content-Length: 99999999999999999999", "Content-Length: 1\r\nContent-Length: 2", "Transfer-Encoding: chunked\r\n\r\nzz",
            "Transfer-Encoding: gzip", "X Y: z", "Connection: close",
        })
        {
            yield return ($"{Head}{wrong}\r\n\r\n", 400);
        }

        yield return ($"{Head}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{{}}", 415);
        yield return ("POST /api/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}", 415);
        yield return ($"{Head}Connection: close\r\nContent-Length: 2\r\n\r\n{{}}", 400);
    }

    /// <summary>That status, and neither a body nor what kind of server it is.</summary>
    private static void AssertSilent(int status, string answer, string request)
    {
        Assert.True(answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal), $"Not {status} to {request[..Math.Min(100, request.Length)]}: {answer}");
        Assert.DoesNotContain("\nServer:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    private static string Json(int length)
    {
        const string start = "{\"type\":\"x\",\"future\":\"";
        return start + new string('x', length - start.Length - 2) + "\"}";
    }

    private static async Task<int> StatusAsync(RunningBot bot, string request) =>
        int.Parse(Statuses().Match(await AnswerAsync(bot, request)).Groups["status"].Value, CultureInfo.InvariantCulture);

    private static async Task<string> AnswerAsync(RunningBot bot, string request, bool finish = false)
    {
        using var connection = await RawConnection.OpenAsync(bot.Client.BaseAddress!, Cancellation);
        await connection.SayAsync(request, Cancellation);
        if (finish)
        {
            connection.Finish();
        }

        return await connection.HearToTheEndAsync(Cancellation);
    }

    private RunningBot Start(params (string Key, string Value)[] settings) => new(
        new SettableTime(Instant.FromUtc(2026, 11, 23, 9, 0)),
        new RecordingConnector(),
        settings.Append(("Tables:DataFolder", folder.Path)).ToDictionary(setting => setting.Item1, setting => setting.Item2, StringComparer.Ordinal));

    [GeneratedRegex(@"^HTTP/1\.1 (?<status>\d{3}) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Statuses();
}
