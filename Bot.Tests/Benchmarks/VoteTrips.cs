using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using NodaTime;

namespace Bot.Tests.Benchmarks;

/// <summary>Counts what a vote asks of the store: a bot in this process on a store that counts, while the card in the channel waits, so that nothing but votes asks.</summary>
internal static class VoteTrips
{
    private const int Votes = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Uri Connector = new("http://127.0.0.1:9/connector");

    /// <summary>Storage calls for one vote, by name and in secret.</summary>
    public static async Task<(double Open, double Secret)> CountAsync(BenchStore store, CancellationToken cancellationToken) =>
        (await CountAsync(store, BenchNetwork.Ballot, cancellationToken), await CountAsync(store, BenchNetwork.SecretBallot(0), cancellationToken));

    private static async Task<double> CountAsync(BenchStore store, BallotId ballot, CancellationToken cancellationToken)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        using var place = await BenchPlace.OfAsync(store, cancellationToken);
        await place.WithAsync(async tables =>
        {
            await BenchNetwork.SeedAsync(tables, Connector, now, cancellationToken, secretBallots: 2);
            return true;
        });
        var setting = place.Setting.TrimStart('-').Split('=', 2);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { [setting[0]] = setting[1], ["ExampleNetwork:Enabled"] = "false" };
        var faults = new StoreFaults();
        var recording = new RecordingConnector();
        // The card in the channel that the seed says was posted.
        await recording.SendToConversationAsync(Connector.AbsoluteUri, ExampleSnapshot.PlenaryChannel, MessageActivity.Text("card"), cancellationToken);
        await using var bot = new RunningBot(new SettableTime(now + Duration.FromMinutes(1)), recording, settings, faults);
        for (var voter = 0; voter <= Votes; voter++)
        {
            // When somebody is first heard of, their conversation is noted.
            await VoteAsync(bot, BenchNetwork.SecretBallot(1), voter, cancellationToken);
        }

        await bot.SettleAsync(cancellationToken);
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        recording.BeforeCall = () =>
        {
            waits.TrySetResult();
            return answers.Task;
        };

        // The first vote loads what all others know, and begins to bring the card up to date, which then waits.
        await VoteAsync(bot, ballot, 0, cancellationToken);
        await waits.Task.WaitAsync(Patience, cancellationToken);
        var before = faults.Trips;
        for (var voter = 1; voter <= Votes; voter++)
        {
            await VoteAsync(bot, ballot, voter, cancellationToken);
        }

        var trips = faults.Trips - before;
        answers.SetResult();
        return trips / (double)Votes;
    }

    private static async Task VoteAsync(RunningBot bot, BallotId ballot, int voter, CancellationToken cancellationToken)
    {
        // Each press is an activity of its own; the same one delivered twice would be answered from memory.
        var json = Encoding.UTF8.GetString(BenchNetwork.Vote(ballot, voter, VoteOption.Yes, Connector)).Replace(NumberedRequest.Place, "f:" + Guid.NewGuid().ToString("N"), StringComparison.Ordinal);
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await bot.Client.PostAsync(new Uri(BenchNetwork.Path, UriKind.Relative), body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
