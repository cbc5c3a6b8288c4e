using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Bot.Tests.Benchmarks;

/// <summary>How many questions a second are answered with a card, beside a web server that gives back what it gets. The answer is
/// asked for in the HTTP answer: the Connector's published pace would be all that is measured otherwise.</summary>
internal static class QuestionBenchmark
{
    private const double GoalShare = 0.5;

    private static readonly byte[] Card = "AdaptiveCard"u8.ToArray();

    /// <summary>Measures.</summary>
    /// <exception cref="WrongAnswerException">A question was not answered.</exception>
    public static async Task RunAsync(BenchStore store, TextWriter output, CancellationToken cancellationToken)
    {
        await using var sink = await ConnectorSink.StartAsync(cancellationToken);
        using var place = await BenchPlace.OfAsync(store, cancellationToken);
        await place.WithAsync(async tables =>
        {
            await BenchNetwork.SeedAsync(tables, sink.Address, SystemClock.Instance.GetCurrentInstant(), cancellationToken);
            return true;
        });
        await using var bot = await ServerProcess.StartBotAsync([place.Setting, "--ExampleNetwork:Enabled=false"], cancellationToken);
        await using var floor = await ServerProcess.StartBareKestrelAsync(cancellationToken);
        var (floors, bots) = await MeasureAsync(sink, floor, bot, cancellationToken);
        await output.WriteLineAsync($"Questions on {store}: \"Wann ist die nächste Sitzung?\", {LoadGenerator.InFlight} in flight, {LoadGenerator.Rounds} rounds of {LoadGenerator.Round.TotalSeconds:F0} s each, in turns");
        Measurement.WriteHead(output);
        floors.Write(output, "bare Kestrel giving the same body back");
        bots.Write(output, "bot: question answered with a card");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{bots.PerSecond / floors.PerSecond:P0} of the bare server's throughput (goal: {GoalShare:P0})."));
        await output.WriteLineAsync();
    }

    private static async Task<(Measurement Floor, Measurement Bot)> MeasureAsync(
        ConnectorSink sink, ServerProcess floor, ServerProcess bot, CancellationToken cancellationToken)
    {
        var bodies = Enumerable.Range(0, LoadGenerator.InFlight).Select(client => BenchNetwork.QuestionForReply(client, sink.Address)).ToList();
        var echoed = bodies.Select(body => new SameClient(body, comesBack: true)).ToList();
        var asked = bodies.Select(body => new SameClient(body, comesBack: false) { Holds = Card }).ToList();
        await LoadGenerator.RunAsync(floor, echoed, LoadGenerator.WarmUp, cancellationToken);
        await LoadGenerator.RunAsync(bot, asked, LoadGenerator.WarmUp, cancellationToken);
        var (floors, bots) = (new List<Measurement>(), new List<Measurement>());
        for (var round = 0; round < LoadGenerator.Rounds; round++)
        {
            floors.Add(await LoadGenerator.RunAsync(floor, echoed, LoadGenerator.Round, cancellationToken));
            bots.Add(await LoadGenerator.RunAsync(bot, asked, LoadGenerator.Round, cancellationToken));
        }

        return (Measurement.Of(floors), Measurement.Of(bots));
    }
}
