using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;

namespace Bot.Tests.Benchmarks;

/// <summary>How long it takes from starting the process to the first answered message, and what memory it holds when it has nothing to do.</summary>
internal static class StartBenchmark
{
    private const int Starts = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>Starts the bot five times on one SQLite file: the first time empty, with the example network to be written.</summary>
    /// <exception cref="WrongAnswerException">The first message was not answered.</exception>
    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var sink = await ConnectorSink.StartAsync(cancellationToken);
        using var folder = new TemporaryFolder(isOnDisk: true);
        await output.WriteLineAsync("Start on SQLite: from starting the process to the first answered message (goal: 1500 ms); memory when idle (goal: 150 MB)");
        for (var start = 1; start <= Starts; start++)
        {
            var (listening, answered, resident) = await StartAsync(sink, folder.Path, cancellationToken);
            var which = start == 1 ? "empty folder" : "again";
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{which,-14}  listening after {listening.TotalMilliseconds,5:F0} ms  answered after {answered.TotalMilliseconds,5:F0} ms  {resident / 1e6,5:F0} MB"));
        }

        await output.WriteLineAsync();
    }

    private static async Task<(TimeSpan Listening, TimeSpan Answered, long Resident)> StartAsync(ConnectorSink sink, string folder, CancellationToken cancellationToken)
    {
        var client = new SameClient(BenchNetwork.Question(0, sink.Address), comesBack: false);
        var chat = BenchNetwork.ConversationOf(0);
        var before = sink.MessagesIn(chat);
        var clock = Stopwatch.StartNew();
        await using var bot = await ServerProcess.StartBotAsync(["--Tables:DataFolder=" + folder], cancellationToken);
        var listening = clock.Elapsed;
        using var lane = await HttpLane.OpenAsync(bot.Address, cancellationToken);
        client.Answered(await lane.SendAsync(client.Next(), cancellationToken), lane.Body);
        var answered = clock.Elapsed;
        if (sink.MessagesIn(chat) != before + 1)
        {
            throw new WrongAnswerException($"The first message was answered with {sink.MessagesIn(chat) - before} messages.");
        }

        await Task.Delay(Rest, TimeProvider.System, cancellationToken);
        return (listening, answered, bot.ResidentBytes);
    }
}
