using System;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Activities.Connector;
using Bot.Storage;
using Bot.Tests.Platform.Activities;
using Bot.Tests.TestSupport;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The register as a file, in 1:1 and for members: offered, taken, uploaded once, or not wanted.</summary>
public sealed class FileTests
{
    private const string ConsentType = "application/vnd.microsoft.teams.card.file.consent";
    private const string InfoType = "application/vnd.microsoft.teams.card.file.info";

    [Theory]
    [InlineData("de-DE", "Beschlüsse 2026 als Datei", "Beschluesse-2026.csv", "Nummer\";\"Titel", "angenommen", "liegt jetzt in Ihrem OneDrive")]
    [InlineData("en-GB", "Resolutions 2026 as a file", "Resolutions-2026.csv", "Number\";\"Title", "carried", "is now in your OneDrive")]
    public async Task Resolutions_AskedForAndTaken_AreUploadedAndShown(string locale, string command, string name, string head, string verdict, string saved)
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        talk.Locale = locale;
        await talk.SaysAsync("amina", command);
        var offered = Attachment(talk, "amina");
        Assert.Equal((ConsentType, name), (offered.GetProperty("contentType").GetString(), offered.GetProperty("name").GetString()));

        await AnswerAsync(talk, "amina", "accept", offered, drive.Url + "/upload?token=geheim");

        var put = drive.Single;
        Assert.Equal(("PUT", "/upload?token=geheim"), (put.Method, put.Target));
        Assert.False(put.Headers.ContainsKey("Authorization"));
        var size = offered.GetProperty("content").GetProperty("sizeInBytes").GetInt64();
        Assert.Equal($"bytes 0-{size - 1}/{size}", put.Headers["Content-Range"]);
        Assert.Equal(size.ToString(System.Globalization.CultureInfo.InvariantCulture), put.Headers["Content-Length"]);
        Assert.Contains(head, put.Body, StringComparison.Ordinal);
        Assert.Contains(verdict, put.Body, StringComparison.Ordinal);
        Assert.Contains("Aufnahme: Verein A", put.Body, StringComparison.Ordinal);
        var shown = Attachment(talk, "amina");
        Assert.Equal((InfoType, "u1", "csv"), (
            shown.GetProperty("contentType").GetString(), shown.GetProperty("content").GetProperty("uniqueId").GetString(), shown.GetProperty("content").GetProperty("fileType").GetString()));
        Assert.Contains(saved, CardReading.Words(talk.Connector.In(Talk.Personal("amina"))[0].Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE", "In Ordnung, ich lege keine Datei ab.")]
    [InlineData("en-GB", "All right, I will not save a file.")]
    public async Task Offer_Declined_IsReplacedByASentence(string locale, string said)
    {
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        talk.Locale = locale;
        await talk.SaysAsync("amina", "Beschlüsse als Datei");
        await AnswerAsync(talk, "amina", "decline", Attachment(talk, "amina"), null);
        Assert.Equal(1, Assert.Single(talk.Connector.In(Talk.Personal("amina"))).Updates);
        talk.Hears("amina", said);
    }

    [Fact]
    public async Task Offer_TakenTwiceAndByTwoInstances_IsUploadedOnce()
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        await talk.SaysAsync("amina", "Beschlüsse als Datei");
        var offered = Attachment(talk, "amina");
        var other = talk.Join();
        await talk.DeliverTwiceAsync(other, Consent("accept", offered, drive.Url + "/upload", "f:1"), "amina");
        await AnswerAsync(talk, "amina", "accept", offered, drive.Url + "/upload");
        Assert.Single(drive.Requests);
    }

    [Theory]
    [InlineData("fremd", null)]
    [InlineData("samira", null)]
    [InlineData("amina", Talk.Plenary)]
    public async Task Offer_TakenByWhoMayNotHaveIt_UploadsNothing(string who, string? where)
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        await talk.SaysAsync("amina", "Beschlüsse als Datei");
        var consent = Consent("accept", Attachment(talk, "amina"), drive.Url + "/upload", "f:1");
        consent.Remove("replyToId");

        await talk.PostAsync(consent, who, where);

        Assert.Empty(drive.Requests);
        talk.Shows(where ?? Talk.Personal(who), "Diese Datei kann ich Ihnen hier nicht geben.");
    }

    [Theory]
    [InlineData("document", "members")]
    [InlineData("document", null)]
    [InlineData("asked", null)]
    [InlineData("asked", "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("as", "exe")]
    public async Task Offer_WithAMadeUpReference_UploadsNothing(string name, string? value)
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        await talk.SaysAsync("amina", "Beschlüsse als Datei");
        var consent = Consent("accept", Attachment(talk, "amina"), drive.Url + "/upload", "f:1");
        consent["value"]!["context"]![name] = value;
        await talk.PostAsync(consent, "amina", null);
        Assert.Empty(drive.Requests);
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("https://evilsharepoint.com/upload")]
    [InlineData("http://contoso-my.sharepoint.com/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public async Task Offer_TakenWithAForeignAddress_GoesNowhereAndSaysSo(string url)
    {
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        await talk.SaysAsync("amina", "Beschlüsse als Datei");
        await AnswerAsync(talk, "amina", "accept", Attachment(talk, "amina"), url);
        talk.Hears("amina", "Die Datei ließ sich nicht ablegen.");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(302)]
    [InlineData(500)]
    public async Task Upload_Refused_SaysSoAndDoesNotFollow(int status)
    {
        await using var elsewhere = await LoopbackServer.StartAsync(200);
        await using var drive = await LoopbackServer.StartAsync(response =>
        {
            response.StatusCode = status;
            response.Headers.Location = elsewhere.Url;
            return Task.CompletedTask;
        });
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        await talk.SaysAsync("amina", "Beschlüsse als Datei");
        await AnswerAsync(talk, "amina", "accept", Attachment(talk, "amina"), drive.Url + "/upload");
        talk.Hears("amina", "Die Datei ließ sich nicht ablegen.");
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("amina", Talk.Plenary, "Dateien gebe ich nur im Einzelchat.")]
    [InlineData("fremd", null, "Das ist nur für Mitglieder")]
    [InlineData("amina", Talk.Board, "im Einzelchat")]
    public async Task File_AskedForWhereItIsNotGiven_SaysHow(string who, string? where, string said)
    {
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        await talk.SaysAsync(who, "Beschlüsse 2026 als Datei", where);
        talk.Shows(where ?? Talk.Personal(who), said);
    }

    [Fact]
    public async Task Offer_WhereTheClientTakesNone_SaysHowElse()
    {
        await using var talk = await WithResolutionAsync("Aufnahme: Verein A");
        var first = true;
        talk.Connector.Fault = _ =>
        {
            var fault = first ? new ConnectorException(HttpStatusCode.BadRequest, "BadSyntax", null, null) : null;
            first = false;
            return fault;
        };
        await talk.SaysAsync("amina", "Beschlüsse 2026 als Datei");
        talk.Hears("amina", "In diesem Chat kann ich keine Datei ablegen. Mit „Beschlüsse 2026“ zeige ich Ihnen");
    }

    private static async Task<Talk> WithResolutionAsync(string title)
    {
        var talk = await Talk.StartAsync();
        await talk.Get<ResolutionStore>().RecordAsync(
            Talk.Network,
            new ResolutionDraft(title, "Text", new CommitteeId("plenum"), Verdict.Accepted, new Tally(5, 1, 1, 1, null, 8, 0), MajorityRule.Default.ToCode(), new LocalDate(2026, 11, 20), talk.Time.Now, "case-1"),
            TestContext.Current.CancellationToken);
        return talk;
    }

    internal static JsonElement Attachment(Talk talk, string who) => talk.Connector.In(Talk.Personal(who))[^1].Content.GetProperty("attachments")[0];

    internal static Task<JsonElement> AnswerAsync(Talk talk, string who, string action, JsonElement offered, string? url) =>
        talk.PostAsync(Consent(action, offered, url, "f:" + Guid.NewGuid()), who, null);

    private static JsonObject Consent(string action, JsonElement offered, string? url, string id) => new()
    {
        ["type"] = "invoke",
        ["id"] = id,
        ["name"] = "fileConsent/invoke",
        ["replyToId"] = "1",
        ["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = JsonNode.Parse(offered.GetProperty("content").GetProperty("acceptContext").GetRawText()),
            ["uploadInfo"] = url is null
                ? null
                : new JsonObject { ["uploadUrl"] = url, ["contentUrl"] = "https://contoso-my.sharepoint.com/x.csv", ["name"] = "x.csv", ["uniqueId"] = "u1", ["fileType"] = "csv" },
        },
    };
}
