using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using NodaTime;

namespace Bot.Tests.Fuzzing;

/// <summary>The whole bot on a real web server with an embedded store and the example network, and bodies posted to it.</summary>
internal sealed class FuzzRun : IAsyncDisposable
{
    private const int Batch = 250;

    private const int AtOnce = 8;

    private readonly TemporaryFolder folder = new();
    private readonly RecordingConnector connector = new() { Kept = 100 };
    private readonly SettableTime time = new(Instant.FromUtc(2026, 11, 23, 9, 0));
    private readonly ButtonBox buttons = new();
    private readonly ConcurrentQueue<string> apologies = new();
    private readonly RunningBot bot;

    public FuzzRun()
    {
        connector.AfterSend = Read;
        // One person sends here what a whole network would, so nobody is told to slow down; that is tried elsewhere.
        bot = new RunningBot(time, connector, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Tables:DataFolder"] = folder.Path,
            ["Limits:SenderBurst"] = "1000000",
        }, log: Log);
    }

    /// <summary>Errors the bot logged.</summary>
    public FuzzLog Log { get; } = new();

    /// <summary>How often each status was given.</summary>
    public ConcurrentDictionary<int, int> Statuses { get; } = new();

    /// <summary>The body that took longest, and how long.</summary>
    public (TimeSpan Took, FuzzBody? Body) Slowest { get; private set; }

    /// <summary>Bodies answered in a way they must not be, and what was wrong.</summary>
    public ConcurrentQueue<(FuzzBody Body, string Why)> Failures { get; } = new();

    /// <summary>What the process holds now.</summary>
    public FuzzFigures Look() => FuzzFigures.Look(folder.Path);

    /// <summary>Lets the network live a little, so that there are meetings, ballots and buttons to press.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        foreach (var who in new[] { "katrin", "amina", "bernd", "clara", "samira" })
        {
            await SayAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" }, who, cancellationToken);
        }

        foreach (var line in new[] { "Beirat am 14. Januar um 17 Uhr im Rathaus", "Plenum am 12. Januar um 18 Uhr online", "Aufnahme beantragen: Verein Brücke e. V." })
        {
            await SayAsync(new JsonObject { ["type"] = "message", ["text"] = line }, "katrin", cancellationToken);
            foreach (var verb in new[] { "meeting.call", "admission.apply" })
            {
                await PressAllAsync(verb, cancellationToken);
            }
        }

        foreach (var line in Tricks.Commands)
        {
            await SayAsync(new JsonObject { ["type"] = "message", ["text"] = line }, "katrin", cancellationToken);
            await SayAsync(new JsonObject { ["type"] = "message", ["text"] = line }, "amina", cancellationToken);
        }

        await bot.SettleAsync(cancellationToken);
    }

    /// <summary>Posts bodies, some at a time; the clock moves and what is due is done in between.</summary>
    public async Task PostAsync(int seed, int from, int to, CancellationToken cancellationToken)
    {
        var maker = new BodyMaker(seed, buttons);
        foreach (var batch in Enumerable.Range(from, to - from).Chunk(Batch))
        {
            await Parallel.ForEachAsync(
                await MakeAsync(maker, batch), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (body, cancellation) => await PostAsync(body, cancellation));
            time.Now += Duration.FromSeconds(2);
            await bot.SettleAsync(cancellationToken);
        }
    }

    /// <summary>Posts one body and judges the answer.</summary>
    /// <returns>The status.</returns>
    public async Task<int> PostAsync(FuzzBody body, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        var logged = Log.Count;
        try
        {
            using var request = body.ToRequest();
            using var response = await bot.Client.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            var status = (int)response.StatusCode;
            Statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            Judge(body, FuzzVerdict.Of(status, answer) ?? (apologies.TryDequeue(out _) ? "an apology sent" : Log.Count > logged ? "an error logged meanwhile" : null));
            Keep(status, answer);
            Measure(body, TimeProvider.System.GetElapsedTime(began));
            return status;
        }
        catch (HttpRequestException) when (body.Bytes.Length > ActivityReader.LongestBody)
        {
            // The bot refuses it without reading on; whether the client notices the answer before the closed connection is chance.
            Statuses.AddOrUpdate(413, 1, (_, count) => count + 1);
            return 413;
        }
        catch (HttpRequestException broken)
        {
            Judge(body, "no answer: " + broken.Message);
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>On a thread of its own, which takes with it the buffers that the framework keeps for each thread; what is measured is to be the bot's.</summary>
    private static Task<FuzzBody[]> MakeAsync(BodyMaker maker, int[] batch) =>
        Task.Factory.StartNew(() => batch.Select(maker.Make).ToArray(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task SayAsync(JsonObject activity, string who, CancellationToken cancellationToken)
    {
        var body = new FuzzBody(-1, "warm-up", JsonSerializer.SerializeToUtf8Bytes(BodyMaker.Complete(activity, who, null)));
        if (await PostAsync(body, cancellationToken) != 200)
        {
            throw new InvalidOperationException("The bot refused what is right: " + activity);
        }
    }

    private async Task PressAllAsync(string verb, CancellationToken cancellationToken)
    {
        foreach (var data in buttons.Of(verb))
        {
            await SayAsync(BodyMaker.Press(verb, data), "katrin", cancellationToken);
        }

        await bot.SettleAsync(cancellationToken);
    }

    private void Judge(FuzzBody body, string? why)
    {
        if (why is not null)
        {
            Failures.Enqueue((body, why));
        }
    }

    private void Measure(FuzzBody body, TimeSpan took)
    {
        lock (buttons)
        {
            Slowest = took > Slowest.Took && body.Index >= 0 ? (took, body) : Slowest;
        }
    }

    private void Keep(int status, string answer)
    {
        if (status == 200 && answer.Length > 0)
        {
            using var card = JsonDocument.Parse(answer);
            buttons.Keep(card.RootElement);
        }
    }

    private void Read(ShownMessage message)
    {
        buttons.Keep(message.Content);
        if (FuzzVerdict.Apologises(message.Content.ToString()))
        {
            apologies.Enqueue(message.Id);
        }

        if (connector.Violations.Count > 0)
        {
            apologies.Enqueue(connector.Violations[0]);
        }
    }
}
