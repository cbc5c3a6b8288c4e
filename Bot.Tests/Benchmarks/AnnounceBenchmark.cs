using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Scheduling;
using Bot.Tests.TestSupport;
using Bot.Tests.TestSupport.Connector;

namespace Bot.Tests.Benchmarks;

/// <summary>One announcement to many through the sweep, the announcer, the client and a SQLite file, against a Connector in another process that enforces the published
/// limits; with people asking meanwhile.</summary>
/// <remarks>On a faster clock the bot and the Connector both run on it, timers included, while HTTP and the store keep their speed: on that clock each call seems to
/// take longer by the factor, which makes the figures worse and never better. Waits are given as that clock shows them.</remarks>
internal static class AnnounceBenchmark
{
    private const double AnswersPerSecond = 2;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(60);

    /// <summary>Measures.</summary>
    public static async Task RunAsync(int recipients, int speed, TextWriter output, CancellationToken cancellationToken)
    {
        var time = new FastTime(speed);
        using var folder = new TemporaryFolder(isOnDisk: true);
        await using var connector = await ServerProcess.StartConnectorAsync(speed, cancellationToken);
        // Seeded by another instance, so that what the measured one comes to remember counts as its growth.
        await using (var before = await SendingBot.StartAsync(folder.Path, time, recipients, cancellationToken))
        {
            await before.SeedAsync(connector.Address.AbsoluteUri, recipients, cancellationToken);
        }

        await using var bot = await SendingBot.StartAsync(folder.Path, time, recipients, cancellationToken);
        using (var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5), time))
        {
            await AskAsync(bot, connector.Address, time, stop.Token);
        }

        using var quiet = new CancellationTokenSource(Quiet, time);
        var alone = await AskAsync(bot, connector.Address, time, quiet.Token);
        var memory = new MemoryWatch();
        using var done = new CancellationTokenSource();
        var asking = AskAsync(bot, connector.Address, time, done.Token);
        var watching = memory.WatchAsync(done.Token);
        var began = time.GetTimestamp();
        await SweepAsync(bot, time, cancellationToken);
        var took = time.GetElapsedTime(began);
        await done.CancelAsync();
        await watching;
        var meanwhile = await asking;
        var figures = await ConnectorRole.FiguresAsync(connector.Address, cancellationToken);
        await WriteAsync(output, recipients, speed, took, figures);
        await memory.WriteAsync(output);
        await WriteAsync(output, "answers without a broadcast", alone);
        await WriteAsync(output, "answers during the broadcast", meanwhile);
    }

    /// <summary>As Quartz does: runs what is due, then waits for what is due next.</summary>
    private static async Task SweepAsync(SendingBot bot, TimeProvider time, CancellationToken cancellationToken)
    {
        await bot.Get<Sweep>().RunAsync(cancellationToken);
        while (await bot.Get<DueTable>().NextAsync(cancellationToken) is { } at)
        {
            var wait = at - time.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken);
            await bot.Get<Sweep>().RunAsync(cancellationToken);
        }
    }

    /// <summary>People ask at random moments, whether the last was answered or not.</summary>
    private static async Task<double[]> AskAsync(SendingBot bot, Uri connector, TimeProvider time, CancellationToken stop)
    {
        var answers = bot.Connector.For(SendingBot.Tenant, ConnectorLane.Answer);
        var waits = new ConcurrentBag<double>();
        var running = new ConcurrentBag<Task>();
        var random = new Random(7);
        try
        {
            for (var number = 0; ; number++)
            {
#pragma warning disable CA5394 // Moments of invented questions.
                await Task.Delay(TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / AnswersPerSecond), time, stop);
#pragma warning restore CA5394
                running.Add(AnswerAsync(answers, connector, $"a:asker{number % 50}", time, waits));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(running);
            return [.. waits.Order()];
        }
    }

    private static async Task AnswerAsync(IConnectorClient answers, Uri connector, string conversation, TimeProvider time, ConcurrentBag<double> waits)
    {
        var asked = time.GetTimestamp();
        await answers.SendToConversationAsync(connector.AbsoluteUri, conversation, MessageActivity.Text("Antwort"), CancellationToken.None);
        waits.Add(time.GetElapsedTime(asked).TotalMilliseconds);
    }

    private static Task WriteAsync(TextWriter output, int recipients, int speed, TimeSpan took, int[] figures) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Announcement to {recipients} on a clock {speed} times as fast: {took.TotalSeconds:F0} s, {recipients / took.TotalSeconds:F1} sends/s (the tenant's limit: 30, of which 3 are kept for answers)
        the Connector saw {figures[0]} requests, {figures[1]} beyond a limit (429); took {figures[2]} messages in {figures[3]} conversations; {figures[4]} conversations were told twice
        """));

    private static Task WriteAsync(TextWriter output, string what, double[] waits) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {waits.Length}, p50 {waits[waits.Length / 2]:F1} ms, p99 {waits[waits.Length * 99 / 100]:F1} ms, max {waits[^1]:F1} ms"));
}
