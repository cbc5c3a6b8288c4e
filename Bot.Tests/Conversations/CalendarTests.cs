using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Platform.Activities;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Meetings in people's own calendars: by a secret address, and as a file.</summary>
public sealed partial class CalendarTests
{
    private const string Meeting = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Address_FromMakingToRevoking_ShowsTheMeetingsAsTheyAre(Store store)
    {
        await using var talk = await StartAsync(store);
        await talk.SaysAsync("amina", "Kalender");
        talk.Hears("amina", "Sie haben keine Kalenderadresse.");
        Assert.Equal(["Adresse erzeugen", "Als Kalenderdatei"], talk.Buttons(Talk.Personal("amina")));
        var make = talk.DataOf("amina", "Adresse erzeugen");
        var shown = await talk.PressesAsync("amina", "Adresse erzeugen");
        var address = AddressIn(shown);
        Assert.Contains("Ich zeige sie nur dieses eine Mal.", shown, StringComparison.Ordinal);
        Assert.StartsWith("https://bot.example.org/calendar/", address, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", await FetchAsync(talk, address), StringComparison.Ordinal);

        await talk.CallsAsync(Meeting + ": Haushalt");
        var planned = await FetchAsync(talk, address);
        Assert.Contains("SUMMARY:Beirat\r\n", planned, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20270114T170000", planned, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Rathaus", planned, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:Haushalt", planned, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", planned, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", planned, StringComparison.Ordinal);

        talk.Time.Now += Duration.FromMinutes(5);
        await talk.SaysAsync("katrin", "Beirat absagen: Glatteis");
        await talk.PressesAsync("katrin", "Sitzung absagen");
        var cancelled = await FetchAsync(talk, address);
        Assert.Contains("SUMMARY:Abgesagt: Beirat", cancelled, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", cancelled, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", cancelled, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261123T090500Z", cancelled, StringComparison.Ordinal);
        Assert.Equal(Uid(planned), Uid(cancelled));

        // The old card's button makes no second address; a new one takes the place of the first.
        Assert.Contains("wurde schon erzeugt", await talk.PressAsync("amina", "calendar.make", make), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Kalender");
        talk.Hears("amina", "gilt seit Montag, 23. November 2026");
        var renewed = await talk.PressesAsync("amina", "Neue Adresse erzeugen");
        Assert.Contains("die frühere gilt nicht mehr", renewed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(talk, address));
        Assert.Contains("STATUS:CANCELLED", await FetchAsync(talk, AddressIn(renewed)), StringComparison.Ordinal);
        Assert.Contains("Die Kalenderadresse gilt nicht mehr.", await talk.PressesAsync("amina", "Adresse widerrufen"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(talk, AddressIn(renewed)));
    }

    /// <summary>What is confidential to a committee is in the calendars of its members only, and leaves them when they leave.</summary>
    [Fact]
    public async Task Address_OfOthers_ShowsOnlyTheirOwnCommittees()
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync(Meeting);
        await talk.CallsAsync("Plenum am 20. Januar um 18 Uhr im Ratssaal");
        var dao = await MakeAsync(talk, "dao");
        Assert.Equal(["Plenum"], Summaries(await FetchAsync(talk, dao)));
        var clara = await MakeAsync(talk, "clara");
        Assert.Equal(["Beirat", "Plenum"], Summaries(await FetchAsync(talk, clara)));
        await talk.LeavesTheBoardAsync("clara");
        talk.Time.Now += Duration.FromSeconds(10);
        Assert.DoesNotContain("Beirat", await FetchAsync(talk, clara), StringComparison.Ordinal);
    }

    /// <summary>Whoever belongs to no committee any more is answered as if the address had never been.</summary>
    [Fact]
    public async Task Address_OfSomebodyWhoLeftEverything_IsNotFound()
    {
        await using var talk = await StartAsync();
        var clara = await MakeAsync(talk, "clara");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(talk, clara));
        await talk.LeavesTheBoardAsync("clara");
        await talk.ChangeRepresentativesAsync("gewerkschaftsjugend", "dao");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(talk, clara));
    }

    [Fact]
    public async Task Everything_ByTyping_InBothLanguages()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("amina", "Kalenderadresse neu");
        var german = AddressIn(talk.LastFor("amina"));
        Assert.Contains("X-WR-CALNAME;LANGUAGE=de:Sitzungen: ", await FetchAsync(talk, german), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Kalenderadresse widerrufen");
        talk.Hears("amina", "Die Kalenderadresse gilt nicht mehr.");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(talk, german));
        await talk.SaysAsync("amina", "Kalenderadresse widerrufen");
        talk.Hears("amina", "Sie haben keine Kalenderadresse.");

        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "calendar address new");
        talk.Hears("amina", "I show it this one time only.");
        var address = AddressIn(talk.LastFor("amina"));
        await talk.SaysAsync("katrin", "Urgent meeting board tomorrow 6 pm: flood");
        await talk.PressesAsync("katrin", "Invite as urgent meeting");
        var english = await FetchAsync(talk, address);
        Assert.Contains("SUMMARY:Urgent meeting: Beirat", english, StringComparison.Ordinal);
        await talk.SaysAsync("amina", "my calendar");
        talk.Hears("amina", "Your calendar address has been valid since Monday, 23 November 2026.");
    }

    [Fact]
    public async Task Calendar_ForStrangersAndInRooms_IsRefused()
    {
        await using var talk = await StartAsync();
        await talk.SaysAsync("fremd", "Kalender");
        talk.Hears("fremd", "nur für Mitglieder");
        await talk.SaysAsync("amina", "Kalenderadresse neu", Talk.Board);
        talk.Shows(Talk.Board, "nur im Einzelchat");
        await talk.SaysAsync("amina", "Kalender");
        var make = talk.DataOf("amina", "Adresse erzeugen");
        foreach (var verb in new[] { "calendar.make", "calendar.file", "calendar.revoke" })
        {
            Assert.Contains("Mitglieder", await talk.PressAsync("fremd", verb, make.DeepClone().AsObject()), StringComparison.Ordinal);
            Assert.Contains("nur im Einzelchat", await talk.PressAsync("amina", verb, make.DeepClone().AsObject(), Talk.Board), StringComparison.Ordinal);
        }

        Assert.StartsWith("Dieser Knopf gehört zu einer anderen Version", await talk.PressAsync("amina", "calendar.make", new JsonObject()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Beirat am 14. Januar 17–19:30 Uhr", "20270114T193000")]
    [InlineData("Beirat am 14. Januar um 17 Uhr", "20270114T190000")]
    public async Task Appointment_EndsWhenItWasSaidTo_OrAfterTwoHours(string line, string end)
    {
        await using var talk = await StartAsync();
        await talk.CallsAsync(line);
        Assert.Contains("DTEND;TZID=Europe/Berlin:" + end, await FetchAsync(talk, await MakeAsync(talk, "amina")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ByButtonAndByTyping_IsOfferedAndHandedOver()
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await using var talk = await StartAsync();
        await talk.CallsAsync(Meeting);
        await talk.SaysAsync("amina", "Kalender");
        Assert.Equal("Die Kalenderdatei steht unten bereit.", await talk.PressesAsync("amina", "Als Kalenderdatei"));
        await talk.PostAsync(new JsonObject { ["type"] = "message", ["value"] = new JsonObject { ["verb"] = "calendar.file" } }, "amina", null);
        Assert.Equal("sitzungen.ics", FileTests.Attachment(talk, "amina").GetProperty("name").GetString());
        await talk.SaysAsync("amina", "Kalender als Datei");
        Assert.Equal("sitzungen.ics", FileTests.Attachment(talk, "amina").GetProperty("name").GetString());
        await FileTests.AnswerAsync(talk, "amina", "accept", FileTests.Attachment(talk, "amina"), drive.Url + "/upload");
        Assert.Contains("SUMMARY:Beirat", drive.Single.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_AgainWithWhatIsKnown_SendsNothing()
    {
        await using var talk = await StartAsync();
        var address = await MakeAsync(talk, "amina");
        using var first = await talk.Http.GetAsync(Local(address), Cancellation);
        Assert.Equal(("text/calendar", "utf-8"), (first.Content.Headers.ContentType?.MediaType, first.Content.Headers.ContentType?.CharSet));
        Assert.Equal("private, no-cache", string.Join(", ", first.Headers.GetValues("Cache-Control").SelectMany(value => value.Split(", ")).OrderDescending()));
        Assert.Equal("no-referrer", first.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", first.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("nosniff", first.Headers.GetValues("X-Content-Type-Options").Single());
        using var head = await SendAsync(talk, HttpMethod.Head, address);
        Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        using var again = await SendAsync(talk, HttpMethod.Get, address, first.Headers.ETag!.ToString());
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Cancellation)).Length));
        await talk.CallsAsync(Meeting);
        using var changed = await SendAsync(talk, HttpMethod.Get, address, first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Fetch_OfAnythingElse_IsTheSameNotFound()
    {
        await using var talk = await StartAsync();
        var address = await MakeAsync(talk, "amina");
        string[] wrong = ["/calendar/x.ics", Local(address)[..^4], Local(address).ToUpperInvariant(), "/calendar/" + new string('0', 40) + ".ics", "/calendar/..%2f..%2f.ics", Local(address) + "x"];
        foreach (var path in wrong)
        {
            using var response = await talk.Http.GetAsync(path, Cancellation);
            Assert.Equal((HttpStatusCode.NotFound, 0), (response.StatusCode, (await response.Content.ReadAsByteArrayAsync(Cancellation)).Length));
        }

        using var posted = await SendAsync(talk, HttpMethod.Post, address);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    /// <summary>Whoever reads the log must not read along, however much is logged and whatever the settings ask for.</summary>
    [Theory]
    [InlineData("Logging:LogLevel:Default", "Logging:LogLevel:Microsoft.AspNetCore")]
    [InlineData("Logging:LogLevel:Default", "Logging:LogLevel:Microsoft.AspNetCore", "Logging:LogLevel:Microsoft.AspNetCore.Routing.Matching.DfaMatcher", "Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointMiddleware", "Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics")]
    public async Task Fetch_IsNotInTheLog(params string[] traced)
    {
        var log = new LogLines();
        await using var talk = await Talk.StartAsync(settings: Public.Concat(traced.Select(key => new System.Collections.Generic.KeyValuePair<string, string>(key, "Trace"))).ToDictionary(), log: log);
        await talk.EverybodyOpensAsync("amina");
        var address = await MakeAsync(talk, "amina");
        await FetchAsync(talk, address);
        using var posted = await SendAsync(talk, HttpMethod.Post, address);
        using var missing = await talk.Http.GetAsync(Local(address) + "/x", Cancellation);
        var secret = Local(address)["/calendar/".Length..^4];
        Assert.Contains("Connection id", log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("/calendar/", log.Everything, StringComparison.Ordinal);
    }

    private static readonly System.Collections.Generic.Dictionary<string, string> Public = new(StringComparer.Ordinal) { ["Calendar:PublicAddress"] = "https://bot.example.org/" };

    private static async Task<Talk> StartAsync(Store store = Store.Sqlite)
    {
        var talk = await Talk.StartAsync(store, settings: Public);
        await talk.EverybodyOpensAsync("katrin", "amina", "clara", "dao");
        return talk;
    }

    private static async Task<string> MakeAsync(Talk talk, string who)
    {
        await talk.SaysAsync(who, "Kalenderadresse neu");
        return AddressIn(talk.LastFor(who));
    }

    private static string AddressIn(string shown) => Address().Match(shown.Replace("\\", string.Empty, StringComparison.Ordinal)).Value;

    /// <summary>The address as this machine sees it.</summary>
    private static string Local(string address) => new Uri(address).AbsolutePath;

    private static async Task<string> FetchAsync(Talk talk, string address) => await talk.Http.GetStringAsync(Local(address), Cancellation);

    private static async Task<HttpStatusCode> StatusAsync(Talk talk, string address)
    {
        using var response = await talk.Http.GetAsync(Local(address), Cancellation);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(Talk talk, HttpMethod method, string address, string? known = null)
    {
        using var request = new HttpRequestMessage(method, Local(address));
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return await talk.Http.SendAsync(request, Cancellation);
    }

    private static string[] Summaries(string calendar) =>
        [.. calendar.Split("\r\n").Where(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal)).Select(line => line["SUMMARY:".Length..]).Order(StringComparer.Ordinal)];

    private static string Uid(string calendar) => calendar.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));

    [GeneratedRegex(@"https://bot\.example\.org/calendar/[0-9a-f]{40}\.ics", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
