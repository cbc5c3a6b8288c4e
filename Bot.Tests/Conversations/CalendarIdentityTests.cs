using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Contracts.Graph;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>One meeting has one name in all calendars, as a calendar program's own library reads it: in the organizer's event, the feed, the file and the mails.</summary>
public class CalendarIdentityTests
{
    private const string Meeting = "Beirat am 14. Januar 17–19 Uhr im Rathaus";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Identity_OfTheEvent_IsThatOfFeedFileAndMailThroughTheWholeLife(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await StartAsync(graph, store);
        var feed = await FeedAddressAsync(talk);
        await talk.CallsAsync(Meeting);
        var uid = (string?)Assert.Single(graph.Events)["iCalUId"];
        Assert.Equal((uid, 0, "CONFIRMED"), await FeedAsync(talk, feed));
        Assert.Equal(uid, (await ReadAsync(await FileAsync(talk))).Uid);
        Assert.Equal((uid, 0, "CONFIRMED"), await ReadAsync(Calendar(graph.Mails[0])));

        await talk.ChangeMeetingAsync(meeting => meeting with { Place = "Bürgerhaus" });
        Assert.Equal((uid, 1, "CONFIRMED"), await FeedAsync(talk, feed));
        Assert.Equal((uid, 1, "CONFIRMED"), await ReadAsync(Calendar(graph.Mails[1])));
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        Assert.Equal((uid, 2, "CANCELLED"), await FeedAsync(talk, feed));
        Assert.Equal((uid, 2, "CANCELLED"), await ReadAsync(Calendar(graph.Mails[2])));
        Assert.Empty(graph.Broken);
    }

    /// <summary>Before there is an event the own name counts. Feeds change to the event's name, since they are replaced as a whole; whoever has the own name from a mail
    /// keeps it to the cancellation, and whoever is written to first afterwards gets the event's.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Identity_MailedBeforeTheEvent_StaysForWhomItWasMailedTo(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        graph.Granted.Remove("Calendars.ReadWrite");
        await using var talk = await StartAsync(graph, store);
        var feed = await FeedAddressAsync(talk);
        await talk.CallsAsync(Meeting);
        var own = (await FeedAsync(talk, feed)).Uid;
        Assert.EndsWith("@koordinationsbot", own, StringComparison.Ordinal);
        Assert.Equal(own, (await ReadAsync(Calendar(Assert.Single(graph.Mails)))).Uid);

        graph.Granted.Add("Calendars.ReadWrite");
        await talk.AfterAsync(Duration.FromMinutes(61));
        var uid = (string?)Assert.Single(graph.Events)["iCalUId"];
        Assert.Equal((uid, 0, "CONFIRMED"), await FeedAsync(talk, feed));
        await talk.SaysAsync("katrin", "Mail von Heide: heide@example.org");
        await talk.PressesAsync("katrin", "Speichern");
        await talk.ChangeMeetingAsync(meeting => meeting with { Place = "Bürgerhaus" });
        await talk.SaysAsync("katrin", "Beirat absagen");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        var mailed = new List<(string To, string? Uid)>();
        foreach (var mail in graph.Mails)
        {
            mailed.Add(((string)mail["toRecipients"]![0]!["emailAddress"]!["address"]!, (await ReadAsync(Calendar(mail))).Uid));
        }

        Assert.Equal([own, own, own], mailed.Where(one => one.To == "gerd@example.org").Select(one => one.Uid));
        Assert.Equal([uid, uid], mailed.Where(one => one.To == "heide@example.org").Select(one => one.Uid));
        Assert.Equal((uid, 2, "CANCELLED"), await FeedAsync(talk, feed));
    }

    [Fact]
    public async Task Identity_OfAnEventMadeAnew_IsThatOfTheFeedAndNotOfMailsBefore()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await StartAsync(graph);
        var feed = await FeedAddressAsync(talk);
        await talk.CallsAsync(Meeting);
        var first = (string?)graph.Events[0]["iCalUId"];
        graph.RemoveAll();
        await talk.AfterAsync(Duration.FromMinutes(61));
        var second = (string?)Assert.Single(graph.Events)["iCalUId"];
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await FeedAsync(talk, feed)).Uid);
        await talk.ChangeMeetingAsync(meeting => meeting with { Place = "Bürgerhaus" });
        Assert.Equal((first, 1, "CONFIRMED"), await ReadAsync(Calendar(graph.Mails[^1])));
    }

    private static async Task<Talk> StartAsync(GraphService graph, Store store = Store.Sqlite)
    {
        var settings = graph.Settings(30);
        settings["Calendar:PublicAddress"] = "https://bot.example.org/";
        var talk = await Talk.StartAsync(store, snapshot => WithHeide(Talk.WithMails(snapshot)), settings);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        return talk;
    }

    private static Bot.Storage.NetworkSnapshot WithHeide(Bot.Storage.NetworkSnapshot snapshot) => snapshot with
    {
        Network = snapshot.Network with
        {
            People = [.. snapshot.Network.People, new(new("heide"), "Heide Moor", IsCoordinator: false)],
            Seats = [.. snapshot.Network.Seats, new(new("beirat"), new("heide"))],
        },
    };

    private static async Task<string> FeedAddressAsync(Talk talk)
    {
        await talk.SaysAsync("amina", "Kalenderadresse neu");
        var shown = talk.LastFor("amina").Replace("\\", string.Empty, StringComparison.Ordinal);
        var from = shown.IndexOf("https://bot.example.org/calendar/", StringComparison.Ordinal);
        return new Uri(shown[from..(shown.IndexOf(".ics", from, StringComparison.Ordinal) + 4)]).AbsolutePath;
    }

    private static async Task<(string? Uid, int Sequence, string? Status)> FeedAsync(Talk talk, string address) => await ReadAsync(await talk.Http.GetStringAsync(address, Cancellation));

    private static async Task<string> FileAsync(Talk talk)
    {
        await using var drive = await Platform.Activities.LoopbackServer.StartAsync(201, "{}");
        await talk.SaysAsync("amina", "Kalenderdatei Beirat");
        await FileTests.AnswerAsync(talk, "amina", "accept", FileTests.Attachment(talk, "amina"), drive.Url + "/upload");
        return drive.Single.Body;
    }

    private static string Calendar(JsonObject mail) => Encoding.UTF8.GetString(Convert.FromBase64String((string)mail["attachments"]![0]!["contentBytes"]!));

    /// <summary>What the library reads of the only event.</summary>
    private static async Task<(string? Uid, int Sequence, string? Status)> ReadAsync(string calendar)
    {
        await NodePeers.RequireAsync(Cancellation);
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "sitzung.ics");
        await File.WriteAllTextAsync(path, calendar, Cancellation);
        using var read = JsonDocument.Parse(await NodePeers.RunAsync("calendar.mjs", [path], Cancellation));
        var shown = Assert.Single(read.RootElement.GetProperty("events").EnumerateArray());
        return (shown.GetProperty("uid").GetString(), shown.GetProperty("sequence").GetInt32(), shown.GetProperty("status").GetString());
    }
}
