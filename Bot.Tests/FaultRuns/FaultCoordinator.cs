using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Tests.Benchmarks;
using Bot.Turns;

namespace Bot.Tests.FaultRuns;

/// <summary>The coordinator: calls meetings, moves some, opens ballots and ends some, so that something is being announced nearly all the time. Whatever is not answered is done again.</summary>
internal sealed class FaultCoordinator(FaultPlan plan, BotHerd herd, FaultConnector connector)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly List<MeetingId> meetings = [];
    private readonly List<BallotId> ballots = [];
    private readonly List<BallotId> ended = [];
    private int moved;

    /// <summary>Meetings whose calling was acknowledged.</summary>
    public IReadOnlyList<MeetingId> Meetings => meetings;

    /// <summary>Ballots whose opening was acknowledged.</summary>
    public IReadOnlyList<BallotId> Ballots => ballots;

    /// <summary>Those of them whose end was acknowledged.</summary>
    public IReadOnlyList<BallotId> Ended => ended;

    /// <summary>How many moves of meetings were acknowledged.</summary>
    public int Moved => moved;

    /// <summary>How many announcements were begun.</summary>
    public int Begun => meetings.Count + ballots.Count + ended.Count + moved;

    /// <summary>Goes on until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var client = new FaultClient(herd, connector.Address, plan.Seed + 50);
        try
        {
            for (var round = 1; ; round++)
            {
                await ThenHalfAsync(CallAsync(client, round, stop), stop);
                if (round % 2 == 0)
                {
                    await ThenHalfAsync(MoveAsync(client, round, stop), stop);
                }

                await ThenHalfAsync(OpenAsync(client, round, stop), stop);
                if (round % 2 == 0)
                {
                    await PressAsync(client, "ballot.close", new JsonObject { ["ballot"] = ballots[0].Value }, "ballot.vote", stop);
                    ended.Add(ballots[0]);
                    ballots.RemoveAt(0);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // That was all.
        }
    }

    /// <summary>The next announcement begins when half of as many as are told of one have been told something; after a while in any case, since who is told of a move is not invited any more.</summary>
    private async Task ThenHalfAsync(Task beginning, CancellationToken stop)
    {
        var said = connector.Said;
        await beginning;
        var began = TimeProvider.System.GetTimestamp();
        while (connector.Said - said < plan.Recipients / 2 && TimeProvider.System.GetElapsedTime(began) < Longest)
        {
            await Task.Delay(Pause, TimeProvider.System, stop);
        }
    }

    private async Task CallAsync(FaultClient client, int round, CancellationToken stop)
    {
        var day = new DateOnly(2027, 3, 1).AddDays(round);
        var preview = await SayAsync(client, string.Create(CultureInfo.InvariantCulture, $"Plenum am {day.Day}.{day.Month}.{day.Year} um 18 Uhr im Rathaus: Thema {round}"), "meeting.call", stop);
        await PressAsync(client, "meeting.call", preview, "meeting.", stop);
        meetings.Add(new MeetingId(IdentityOf(preview, Subjects.Meeting)));
    }

    private async Task MoveAsync(FaultClient client, int round, CancellationToken stop)
    {
        var day = new DateOnly(2028, 3, 1).AddDays(round);
        var asked = new JsonObject
        {
            ["meeting"] = meetings[^1].Value, ["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["start"] = "19:00",
        };
        JsonObject? preview = null;
        while (preview is null)
        {
            var (_, body) = await client.SendAsync(FaultNetwork.CoordinatorOf(plan), BenchNetwork.Press("meeting.move.preview", asked.DeepClone().AsObject()), stop);
            preview = DataOf(body, "meeting.move");
        }

        await PressAsync(client, "meeting.move", preview, "meeting.", stop);
        moved++;
    }

    private async Task OpenAsync(FaultClient client, int round, CancellationToken stop)
    {
        var preview = await SayAsync(client, string.Create(CultureInfo.InvariantCulture, $"Abstimmung Plenum: Frage {round} Ende?"), "motion.open", stop);
        await PressAsync(client, "motion.open", preview, "motion.", stop);
        ballots.Add(new BallotId(IdentityOf(preview, Subjects.Ballot)));
    }

    /// <summary>Types until a card comes with that button.</summary>
    /// <returns>What the button carries.</returns>
    private async Task<JsonObject> SayAsync(FaultClient client, string text, string verb, CancellationToken stop)
    {
        while (true)
        {
            var (_, body) = await client.SendAsync(
                FaultNetwork.CoordinatorOf(plan), new JsonObject { ["type"] = "message", ["text"] = text, ["deliveryMode"] = "expectReplies" }, stop);
            if (DataOf(body, verb) is { } data)
            {
                return data;
            }

            await Task.Delay(Pause, TimeProvider.System, stop);
        }
    }

    /// <summary>Presses until it is acknowledged, by a card that does not ask for the same again.</summary>
    private async Task PressAsync(FaultClient client, string verb, JsonObject data, string asksAgain, CancellationToken stop)
    {
        while (true)
        {
            var (heard, body) = await client.SendAsync(FaultNetwork.CoordinatorOf(plan), BenchNetwork.Press(verb, data.DeepClone().AsObject()), stop);
            if (heard is Heard.Answer && body.Contains("application/vnd.microsoft.card.adaptive", StringComparison.Ordinal) && !body.Contains("\"" + asksAgain, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(Pause, TimeProvider.System, stop);
        }
    }

    private static string IdentityOf(JsonObject data, string kind) => new FormReference(data[FormReference.IdField]!.GetValue<string>(), 0).IdentityOf(kind);

    /// <summary>What a client sends with a button: what it carries, and what stands in the inputs of its card.</summary>
    private static JsonObject? DataOf(string body, string verb)
    {
        var card = body.StartsWith('{') ? JsonNode.Parse(body) : null;
        if (Find(card, verb)?["data"]?.DeepClone().AsObject() is not { } data)
        {
            return null;
        }

        foreach (var (id, value) in InputsIn(card))
        {
            data.TryAdd(id, value);
        }

        return data;
    }

    private static IEnumerable<(string Id, string Value)> InputsIn(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(InputsIn),
        JsonObject part when part["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name.StartsWith("Input.", StringComparison.Ordinal) =>
            [(part["id"]!.GetValue<string>(), part["value"]?.GetValue<string>() ?? string.Empty)],
        JsonObject part => part.SelectMany(property => InputsIn(property.Value)),
        _ => [],
    };

    private static JsonNode? Find(JsonNode? node, string verb) => node switch
    {
        JsonArray list => list.Select(item => Find(item, verb)).FirstOrDefault(found => found is not null),
        JsonObject part when part["verb"] is JsonValue value && value.TryGetValue<string>(out var name) && name == verb => part,
        JsonObject part => part.Select(property => Find(property.Value, verb)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
