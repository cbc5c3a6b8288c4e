using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Conversations;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Attacks;

/// <summary>A confidential circle and everything it can have: meetings held, on and to come, minutes, decisions, tasks, ballots, a poll, an order of leading; or a network in which it
/// does not exist. Ruth coordinates and sits in it, Katrin coordinates and does not.</summary>
internal static class HiddenCircle
{
    /// <summary>Its name.</summary>
    public const string Name = "Kreis Morgenrot";

    /// <summary>Its own group.</summary>
    public const string Room = "19:musterstadt-morgenrot@thread.v2";

    /// <summary>Its identity.</summary>
    public static readonly CommitteeId Id = new("morgenrot");

    /// <summary>Words that stand in nothing but what is the circle's.</summary>
    public static readonly string[] Own = ["Morgenrot", "Finanzlage", "Keller"];

    /// <summary>Who sits in it.</summary>
    public static readonly string[] Members = ["ruth", "bernd", "clara", "jana"];

    /// <summary>The network on 18 March 2027 at 19:10, with the circle or without it; everybody has opened their chat.</summary>
    public static async Task<Talk> WorldAsync(bool exists)
    {
        var talk = await Talk.StartAsync(change: snapshot => exists ? With(snapshot) : Without(snapshot));
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara", "dao", "samira", "fremd", "ruth", "jana");
        // The same identity in both networks.
        await talk.SaysAsAsync("plenary", "katrin", "Plenum am 13. April um 18 Uhr im Rathaus: Haushalt");
        await talk.PressesAsync("katrin", "Einladen");
        if (exists)
        {
            await LivesAsync(talk);
        }

        await talk.AtAsync(2027, 3, 18, 19, 10);
        return talk;
    }

    /// <summary>Every button the circle's people and its group have been shown, with the data it carries.</summary>
    public static IReadOnlyList<(string Verb, JsonObject Data)> Captured(Talk talk) =>
    [
        .. Members.Select(Talk.Personal).Append(Room).SelectMany(talk.Connector.In).SelectMany(message => CardReading.Actions(message.Content))
            .Where(action => CardReading.TextOf(action, "verb").Length > 0 && action.TryGetProperty("data", out _))
            .Select(action => (Verb: CardReading.TextOf(action, "verb"), Data: action.GetProperty("data").GetRawText()))
            .Distinct()
            .Select(pair => (pair.Verb, JsonNode.Parse(pair.Data)!.AsObject())),
    ];

    /// <summary>Everything a button could carry, with the ids of what the circle has; one for each of its meetings.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ForgedAsync(Talk talk)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var meetings = (await talk.MeetingsAsync()).Where(meeting => meeting.Committee == Id).ToList();
        var ballots = (await talk.RunningBallotsAsync()).Where(ballot => ballot.Motion.Committee == Id).ToList();
        var wishes = await talk.Get<RotaStore>().WishesAsync(Talk.Network, Id, cancellation);
        Assert.Equal((3, 2, 1), (meetings.Count, ballots.Count, wishes.Count));
        return [.. meetings.Select((meeting, index) => Forged(meeting.Id, ballots[index % ballots.Count].Ballot.Id.Value, wishes[0].Id))];
    }

    /// <summary>What is stored of the network, by table and key, with the version of each.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RowsAsync(Talk talk)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in new[] { TableNames.Networks, TableNames.Meetings, TableNames.Ballots, TableNames.Minutes, TableNames.Resolutions, TableNames.Elections })
        {
            await foreach (var row in talk.Get<ITableStore>().QueryAsync(table, RowRange.WithPrefix(Talk.Network.Value, string.Empty), TestContext.Current.CancellationToken))
            {
                found[table + " " + row.RowKey] = row.ETag.ToString();
            }
        }

        return found;
    }

    private static JsonObject Forged(MeetingId meeting, string ballot, string wish)
    {
        var data = new JsonObject { ["meeting"] = meeting.Value, ["ballot"] = ballot, ["wish"] = wish, ["later"] = meeting.Value, ["follows"] = meeting.Value };
        foreach (var (name, value) in new[]
        {
            ("committee", Id.Value), ("body", Id.Value), ("all", Id.Value), ("item", "1"), ("number", "1"), ("task", "1"), ("entry", "2"), ("seen", "3"), ("asked", "0"), ("version", "1"), ("place", "1"), ("line", "1"),
            ("text", "x"), ("reason", "x"), ("title", "x"), ("itemTitle", "x"), ("question", "x"), ("name", "x"), ("substitute", "x"), ("presenter", "x"), ("minutes", "10"), ("choice", "Yes"),
            ("change", "withdraw"), ("confirmed", "true"), ("voter", "bernd"), ("present", "yes"), ("person", "bernd"), ("yes", "1"), ("no", "0"), ("abstain", "0"), ("to", "beirat"),
            ("day", "2027-05-14"), ("days", "2027-05-14"), ("start", "17:00"), ("year", "2027"), ("hosts", "person:bernd|person:clara"), ("other", "person:bernd"), ("done", "Place"),
            ("kind", "General"), ("from", "2027-05-01"), ("latest", "1"), ("form", new string('a', 32)), ("rev", "0"), ("view", "yes"), ("proposal", "morgenrot|2027-05-14"), ("election", "x"),
        })
        {
            data[name] = value;
        }

        return data;
    }

    /// <summary>People who are there in both networks.</summary>
    private static NetworkSnapshot Without(NetworkSnapshot snapshot) => Talk.With(Talk.WithRuth(snapshot), "jana", "Jana Winter");

    /// <summary>The network with the circle, and nothing in it yet.</summary>
    public static NetworkSnapshot With(NetworkSnapshot snapshot) => Founded(Without(snapshot));

    private static NetworkSnapshot Founded(NetworkSnapshot snapshot) => snapshot with
    {
        Network = snapshot.Network with
        {
            Committees =
            [
                .. snapshot.Network.Committees,
                new Committee(Id, CommitteeKind.WorkingGroup, Name, ["Morgenrot"], new RulesOfProcedure
                {
                    EffectiveFrom = new LocalDate(2024, 3, 12), UsualStart = new LocalTime(19, 0), UsualPlace = "Keller", Notice = new NoticePeriod(7), AgendaDeadlineDays = 3, BallotDays = 30,
                }) { IsConfidential = true },
            ],
            Seats = [.. snapshot.Network.Seats, .. Members.Select(person => new Seat(Id, new PersonId(person)))],
        },
        Rooms = snapshot.Rooms.Append(new(Id, Room)).ToDictionary(),
    };

    private static async Task LivesAsync(Talk talk)
    {
        await talk.SaysAsync("ruth", "hallo", Room);
        await talk.CallsAsync("Kreis Morgenrot am 14. Januar um 19 Uhr im Keller", "ruth");
        await talk.SaysAsync("bernd", "TOP Kreis Morgenrot: Finanzlage");
        await talk.SaysAsync("ruth", "Sitzungsleitung Kreis Morgenrot reihum: Bernd, Clara");
        await talk.PressesAsync("ruth", "Festlegen");
        await talk.SaysAsync("bernd", "Tausch mit Clara");
        await talk.AtAsync(2027, 1, 14, 19);
        await talk.SaysAsync("ruth", "Sitzungsleitung Kreis Morgenrot: Clara");
        await TellAsync(talk, "clara", "Sitzung eröffnen Kreis Morgenrot", "anwesend Kreis Morgenrot", "Nächster TOP Kreis Morgenrot", "Beschluss Kreis Morgenrot: Finanzlage geklärt",
            "Aufgabe Kreis Morgenrot @Bernd bis 30.4.: Finanzlage prüfen", "Sitzung schließen Kreis Morgenrot: ja", "Protokoll erstellen Kreis Morgenrot");
        await talk.PressesAsync("clara", "An das Gremium geben");
        await talk.PressesAsync("clara", "Ja, verteilen");
        await talk.SaysAsync("bernd", "Berichtigung zum Protokoll Kreis Morgenrot: TOP 1 Finanzlage war Thema");
        await talk.CallsAsync("Kreis Morgenrot am 18. März um 19 Uhr im Keller", "ruth");
        await talk.CallsAsync("Kreis Morgenrot am 13. April um 19 Uhr im Keller", "ruth");
        await talk.AtAsync(2027, 3, 18, 19);
        await talk.SaysAsync("ruth", "Abstimmung Projekt Kreis Morgenrot: Finanzlage offenlegen?");
        await talk.PressesAsync("ruth", "Abstimmung eröffnen");
        await talk.SaysAsync("ruth", "Umfrage Kreis Morgenrot: Finanzlage? Gut, Schlecht");
        await talk.PressesAsync("ruth", "Umfrage starten");
        await talk.SaysAsync("ruth", "Sitzungsleitung Kreis Morgenrot: Clara");
        await TellAsync(talk, "clara", "Sitzung eröffnen Kreis Morgenrot", "Notiz Kreis Morgenrot: Finanzlage", "Wann tagt der Kreis Morgenrot", "Tagesordnung Kreis Morgenrot", "Abstimmungen",
            "Jahresplan 2027", "Wer kommt zum Kreis Morgenrot", "Regeln Kreis Morgenrot", "Meine Aufgaben", "Protokoll Kreis Morgenrot");
    }

    private static async Task TellAsync(Talk talk, string who, params string[] lines)
    {
        foreach (var line in lines)
        {
            await talk.SaysAsync(who, line);
        }
    }
}
