using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Tests.TestSupport;
using NodaTime;

namespace Bot.Tests.Benchmarks;

/// <summary>Counts what a vote asks of the store: a bot in this process on a store that counts, while the card in the channel waits, so that nothing but votes asks.</summary>
internal static class VoteTrips
{
    private const int Votes = 100;

    /// <summary>Storage calls for one vote, by name and in secret.</summary>
    public static async Task<(double Open, double Secret)> CountAsync(BenchStore store, CancellationToken cancellationToken)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var connector = new Uri("http://127.0.0.1:9/connector");
        using var place = await BenchPlace.OfAsync(store, cancellationToken);
        await place.WithAsync(async tables =>
        {
            await BenchNetwork.SeedAsync(tables, connector, now, cancellationToken, secretBallots: 1);
            return true;
        });
        var setting = place.Setting.TrimStart('-').Split('=', 2);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { [setting[0]] = setting[1], ["ExampleNetwork:Enabled"] = "false" };
        var faults = new StoreFaults();
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var recording = new RecordingConnector { BeforeCall = () => answers.Task };
        await using var bot = new RunningBot(new SettableTime(now + Duration.FromMinutes(1)), recording, settings, faults);
        var open = await CountAsync(bot, faults, BenchNetwork.Ballot, connector, cancellationToken);
        return (open, await CountAsync(bot, faults, BenchNetwork.SecretBallot(0), connector, cancellationToken));
    }

    /// <summary>The first vote loads what all others know, and begins to bring the card up to date.</summary>
    private static async Task<double> CountAsync(RunningBot bot, StoreFaults faults, BallotId ballot, Uri connector, CancellationToken cancellationToken)
    {
        await VoteAsync(bot, ballot, 0, connector, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        var before = faults.Trips;
        for (var voter = 1; voter <= Votes; voter++)
        {
            await VoteAsync(bot, ballot, voter, connector, cancellationToken);
        }

        return (faults.Trips - before) / (double)Votes;
    }

    private static async Task VoteAsync(RunningBot bot, BallotId ballot, int voter, Uri connector, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(BenchNetwork.Vote(ballot, voter, VoteOption.Yes, connector));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await bot.Client.PostAsync(new Uri(BenchNetwork.Path, UriKind.Relative), body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
