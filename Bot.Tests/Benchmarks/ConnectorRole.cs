using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Bot.Tests.TestSupport.Connector;

namespace Bot.Tests.Benchmarks;

/// <summary>The Connector in a process of its own, so that what it remembers is not taken for the bot's memory.</summary>
internal static class ConnectorRole
{
    /// <summary>The word by which the benchmark starts itself in this role.</summary>
    public const string Word = "connector";

    private const string FiguresPath = "/figures";

    /// <summary>Serves until the process is killed.</summary>
    public static async Task RunAsync(int speed)
    {
        await using var connector = await StrictConnector.StartAsync(new FastTime(speed), MishapPlan.Nothing, CancellationToken.None);
        connector.Refuses = (_, path) => path == FiguresPath ? (200, Figures(connector)) : null;
        await Console.Out.WriteLineAsync(ServerProcess.Announces + connector.Url);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }

    /// <summary>Requests, those beyond the limits, messages taken, conversations they were taken in, and conversations told again.</summary>
    public static async Task<int[]> FiguresAsync(Uri connector, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var answer = await http.GetStringAsync(new Uri(connector, FiguresPath), cancellationToken);
        return [.. answer.Split('"')[5].Split(' ').Select(figure => int.Parse(figure, CultureInfo.InvariantCulture))];
    }

    private static string Figures(StrictConnector connector) => string.Create(
        CultureInfo.InvariantCulture,
        $"{connector.Requests} {connector.Limits.Violations} {Told(connector).Sum(one => one.Value.Count)} {Told(connector).Count()} {Told(connector).Count(one => one.Value.Count > 1)}");

    private static System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, System.Collections.Concurrent.ConcurrentQueue<Accepted>>> Told(StrictConnector connector) =>
        connector.Messages.Where(one => one.Key.StartsWith("a:person", StringComparison.Ordinal));
}
