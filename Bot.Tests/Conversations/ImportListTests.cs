using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Features.MemberLists.ExportList;
using Bot.Platform.Documents;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Tests.Platform.Activities;
using Bot.Texts;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A list of organizations is sent, seen, and taken whole and once; and handed over in the same form.</summary>
public sealed class ImportListTests
{
    internal const string Small = "Liste einlesen:\nOrganisation;Bereich;Mitglied seit;Vertreten durch;Mail;Telefon\nBürgerhaus Süd;Kultur;1.2.2025;Clara Beispiel;clara@example.org;123\nOffener Jugendtreff Nordlicht;Jugend";

    [Fact]
    public async Task List_Pasted_IsShownThenTakenOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", Small);
        talk.Hears("katrin", "Neu: 1, geändert: 1, unverändert: 0, Zeilen mit Fehlern: 0. Noch ist nichts eingelesen.");
        talk.Hears("katrin", "Bürgerhaus Süd");
        talk.Hears("katrin", "Offener Jugendtreff Nordlicht: Bereich Jugend");
        talk.Hears("katrin", "wird Mitglied ohne Aufnahmebeschluss");
        talk.Hears("katrin", "Menschen, die neu sind: 1. Mailadressen, die eingetragen werden: 1.");
        talk.Hears("katrin", "Nicht in der Liste: 7.");
        talk.Hears("katrin", "Nicht gelesen habe ich die Spalten: Telefon.");
        Assert.DoesNotContain("clara@example.org", talk.Read(Talk.Personal("katrin")), StringComparison.Ordinal);
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);

        var said = await talk.PressesAsync("katrin", "Einlesen");
        Assert.Contains("Eingelesen. Neu: 1, geändert: 1.", said, StringComparison.Ordinal);
        Assert.Contains("Noch kein Konto kenne ich von: Clara Beispiel.", said, StringComparison.Ordinal);
        await AssertTakenAsync(talk);
        Assert.Empty(await PartsAsync(talk));
    }

    [Fact]
    public async Task Button_PressedTwice_TakesTheListOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", Small);
        var data = talk.DataOf("katrin", "Einlesen");
        await talk.PressAsync("katrin", "list.take", data);
        Assert.Equal("Eingelesen. Neu: 1, geändert: 1.", (await talk.PressAsync("katrin", "list.take", data)).Trim());
        Assert.Equal("Eingelesen. Neu: 1, geändert: 1.", (await talk.PressAsync("katrin", "list.drop", data)).Trim());
        await AssertTakenAsync(talk);
    }

    [Fact]
    public async Task List_InEnglish_IsUnderstoodAndAnswered()
    {
        await using var talk = await Talk.StartAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Import list:\nMember since,Organization,Sector\n2025-02-01,Civic House,culture\n31/2/2025,Other House,");
        talk.Hears("katrin", "Row 3, column “Member since”: “31/2/2025” is no day. Write 2024-03-12, for example.");
        await talk.SaysAsync("katrin", "Import list:\nMember since,Organization,Sector\n2025-02-01,Civic House,Culture");
        Assert.Contains("Imported. New: 1, changed: 0.", await talk.PressesAsync("katrin", "Import"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("1252")]
    [InlineData("xlsx")]
    public async Task File_OfEachKind_IsFetchedAndRead(string kind)
    {
        const string csv = "Organisation;Bereich;Mitglied seit\r\n\"Bürgerhaus; Süd\";Kultur;01.02.2025\r\n";
        var content = kind switch
        {
            "csv" => Encoding.UTF8.GetBytes(csv),
            "1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(csv),
            _ => WorkbookWriter.Write("x", [["Organisation", "Bereich", "Mitglied seit"], ["Bürgerhaus; Süd", "Kultur", "2025-02-01"]], new System.Collections.Generic.HashSet<int> { 2 }),
        };
        await using var talk = await Talk.StartAsync();
        await talk.SendsFileAsync("katrin", "Mitglieder." + kind, content);
        await talk.PressesAsync("katrin", "Einlesen");
        var added = (await talk.NetworkAsync()).Network.Organizations.Single(organization => organization.Name == "Bürgerhaus; Süd");
        Assert.Equal((new LocalDate(2025, 2, 1), (Sector?)Sector.Culture), (added.MemberSince, added.Sector));
    }

    [Fact]
    public async Task File_ThatIsNotGiven_IsNotFollowedAndNotNamed()
    {
        await using var elsewhere = await LoopbackServer.StartAsync(200, "Organisation\nX");
        await using var drive = await LoopbackServer.StartAsync(response =>
        {
            response.StatusCode = response.HttpContext.Request.Path == "/gone" ? 404 : 302;
            response.Headers.Location = elsewhere.Url;
            return Task.CompletedTask;
        });
        using var log = new LogLines();
        await using var talk = await Talk.StartAsync(log: log);
        foreach (var url in new[] { drive.Url + "/geheim", drive.Url + "/gone", "https://sharepoint.com.evil.example/geheim", "http://contoso-my.sharepoint.com/geheim", "file:///etc/passwd", "geheim" })
        {
            await talk.SendsFileAsync("katrin", "x.csv", url);
            talk.Hears("katrin", "Die Datei ließ sich nicht holen.");
        }

        Assert.Empty(elsewhere.Requests);
        Assert.DoesNotContain("geheim", log.Everything, StringComparison.Ordinal);
        Assert.False(drive.Requests[0].Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("PK und nichts", "Die Datei lässt sich nicht öffnen")]
    [InlineData("\0", "Das ist keine Liste, die ich lesen kann.")]
    [InlineData("Name\n\"offen", "In Zeile 2 beginnt ein Anführungszeichen")]
    [InlineData("\n", "In der Liste steht keine Organisation.")]
    [InlineData("Organisation\n", "In der Liste steht keine Organisation.")]
    [InlineData("Telefon;Mail\n1;2", "Ich finde keine Spalte „Organisation“.")]
    [InlineData("Name;Verein\n1;2", "Zwei Spalten heißen „Organisation“.")]
    [InlineData("#", "Die Liste ist zu groß.")]
    public async Task File_ThatIsNoList_IsRefusedWithTheReason(string content, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SendsFileAsync("katrin", "x.csv", content == "#" ? new byte[SheetLimits.Bytes + 1] : Encoding.UTF8.GetBytes(content.Replace("PK und", "PK\u0003\u0004 und", StringComparison.Ordinal)));
        talk.Hears("katrin", said);
    }

    [Theory]
    [InlineData("amina", null, "Das kann nur die Koordination")]
    [InlineData("fremd", null, "Das kann nur die Koordination")]
    [InlineData("katrin", Talk.Board, "Listen lese ich nur im Einzelchat ein")]
    public async Task List_ByOthersOrElsewhere_IsNotRead(string who, string? where, string said)
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync(who, Small, where);
        talk.Shows(where ?? Talk.Personal(who), said);
        if (where is null)
        {
            await talk.SendsFileAsync(who, "x.csv", Encoding.UTF8.GetBytes("Name\nX"));
            talk.Hears(who, said);
        }

        Assert.Empty(await PartsAsync(talk));
    }

    [Fact]
    public async Task Command_WithoutAList_SaysHow()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Liste einlesen");
        talk.Hears("katrin", "Diese Überschriften kenne ich: Organisation, Bereich, Mitglied seit, Vertreten durch, Mail, Stellvertretung 1, Mail Stellvertretung 1.");
    }

    [Fact]
    public async Task List_OfAnotherCoordinator_IsNotTheirsToTake()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.SaysAsync("katrin", Small);
        var data = talk.DataOf("katrin", "Einlesen");
        foreach (var verb in new[] { "list.take", "list.answer", "list.report", "list.drop" })
        {
            Assert.Contains("Diese Liste habe ich nicht mehr.", await talk.PressAsync("ruth", verb, data), StringComparison.Ordinal);
            Assert.Contains("Das kann nur die Koordination", await talk.PressAsync("amina", verb, data), StringComparison.Ordinal);
            Assert.Contains("Diese Liste habe ich nicht mehr.", await talk.PressAsync("katrin", verb, data, Talk.Board), StringComparison.Ordinal);
        }

        await talk.PressesAsync("katrin", "Einlesen");
        await AssertTakenAsync(talk);
    }

    [Fact]
    public async Task NearName_IsAskedAndAnswered()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Liste einlesen:\nOrganisation;Bereich\nKulturverein Morgenstern;Kultur\nKreissportbund Musterlandt;Sport");
        talk.Hears("katrin", "Ist das dieselbe Organisation?");
        Assert.DoesNotContain("Einlesen", talk.Buttons(Talk.Personal("katrin")));
        Assert.Contains("Ist das dieselbe Organisation?", await talk.PressesAsync("katrin", "Antworten übernehmen", null, ("row-2", "Same")), StringComparison.Ordinal);
        var said = await talk.PressesAsync("katrin", "Antworten übernehmen", null, ("row-3", "LeftOut"));
        Assert.Contains("Neu: 0, geändert: 1", said, StringComparison.Ordinal);
        await talk.PressesAsync("katrin", "Einlesen");
        Assert.Equal(Sector.Culture, (await talk.NetworkAsync()).Network.Organizations.Single(organization => organization.Name == "Kulturverein Morgenstern e. V.").Sector);
    }

    [Fact]
    public async Task Network_ChangedSincePreview_IsShownAnew()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", Small);
        await talk.ChangeRepresentativesAsync("sportbund", "amina");
        Assert.Contains("Eingelesen.", await talk.PressesAsync("katrin", "Einlesen"), StringComparison.Ordinal);

        await talk.SaysAsync("katrin", Small.Replace("Süd", "Ost", StringComparison.Ordinal).Replace(";Jugend", ";Kultur", StringComparison.Ordinal));
        await talk.Get<NetworkStore>().AddOrganizationAsync(Talk.Network, new MemberOrganization(new OrganizationId("ost"), "Bürgerhaus Ost", new LocalDate(2020, 1, 1), []), TestContext.Current.CancellationToken);
        Assert.Contains("Seit der Vorschau hat sich etwas geändert.", await talk.PressesAsync("katrin", "Einlesen"), StringComparison.Ordinal);
        Assert.Contains("Eingelesen. Neu: 0, geändert: 2.", await talk.PressesAsync("katrin", "Einlesen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NotTakenForHours_IsDeletedAndSurvivesARestartBefore()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", Small);
        await talk.RestartAsync();
        Assert.NotEmpty(await PartsAsync(talk));
        var data = talk.DataOf("katrin", "Einlesen");
        await talk.AfterAsync(SentListStore.KeptFor);
        Assert.Empty(await PartsAsync(talk));
        Assert.Contains("Diese Liste habe ich nicht mehr.", await talk.PressAsync("katrin", "list.take", data), StringComparison.Ordinal);
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
    }

    [Fact]
    public async Task List_Dropped_IsDeletedAtOnce()
    {
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", Small);
        var data = talk.DataOf("katrin", "Einlesen");
        Assert.Contains("Verworfen.", await talk.PressesAsync("katrin", "Verwerfen"), StringComparison.Ordinal);
        Assert.Empty(await PartsAsync(talk));
        Assert.Contains("Verworfen.", await talk.PressAsync("katrin", "list.take", data), StringComparison.Ordinal);
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
    }

    [Theory]
    [InlineData("Liste ausgeben als CSV", "Organisationen.csv")]
    [InlineData("Liste ausgeben", "Organisationen.xlsx")]
    public async Task Export_ReadInAgain_ChangesNothing(string command, string name)
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", Small.Replace("Clara Beispiel", "=Clara \"C\" Beispiel", StringComparison.Ordinal));
        await talk.PressesAsync("katrin", "Einlesen");
        await talk.SaysAsync("katrin", command);
        talk.Hears("katrin", "Wer die Liste in die Hand bekommt, kann Menschen aufsuchen und bedrohen.");
        var offered = FileTests.Attachment(talk, "katrin");
        Assert.Equal(name, offered.GetProperty("name").GetString());
        await FileTests.AnswerAsync(talk, "katrin", "accept", offered, drive.Url + "/upload");
        Assert.Single(drive.Requests);
        var network = (await talk.NetworkAsync()).Network;
        var content = name.EndsWith("csv", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(drive.Single.Body)
            : WorkbookWriter.Write("x", ListFile.Rows(Reader.German, network, isText: false), new System.Collections.Generic.HashSet<int> { 2 });
        await talk.SendsFileAsync("katrin", name, content);
        talk.Hears("katrin", "Neu: 0, geändert: 0, unverändert: 9, Zeilen mit Fehlern: 0.");
        talk.Hears("katrin", "Alles, was in der Liste steht, steht schon so im Netzwerk.");
        Assert.Contains(network.People, person => person.Name == "=Clara \"C\" Beispiel" && person.Mail?.Value == "clara@example.org");
    }

    [Theory]
    [InlineData("amina", null, "Das kann nur die Koordination")]
    [InlineData("katrin", Talk.Board, "Die Liste gebe ich nur im Einzelchat aus")]
    public async Task Export_ByOthersOrElsewhere_IsNotHandedOver(string who, string? where, string said)
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await using var talk = await Talk.StartAsync();
        await talk.SaysAsync("katrin", "Liste ausgeben als CSV");
        var offered = FileTests.Attachment(talk, "katrin");
        await talk.SaysAsync(who, "Liste ausgeben", where);
        talk.Shows(where ?? Talk.Personal(who), said);
        await FileTests.AnswerAsync(talk, "amina", "accept", offered, drive.Url + "/upload");
        Assert.Empty(drive.Requests);
    }

    internal static async Task AssertTakenAsync(Talk talk)
    {
        var network = (await talk.NetworkAsync()).Network;
        var added = network.Organizations.Single(organization => organization.Name == "Bürgerhaus Süd");
        var clara = network.People.Single(person => person.Name == "Clara Beispiel");
        Assert.Equal((9, Sector.Culture, new LocalDate(2025, 2, 1), clara.Id, "clara@example.org"), (network.Organizations.Count, added.Sector!.Value, added.MemberSince, added.Representatives.Single(), clara.Mail!.Value));
        Assert.Equal(Sector.Youth, network.Organizations.Single(organization => organization.Id.Value == "jugendtreff").Sector);
    }

    /// <summary>Keys of the rows of lists that are stored.</summary>
    internal static async Task<string[]> PartsAsync(Talk talk)
    {
        var keys = new System.Collections.Generic.List<string>();
        await foreach (var row in talk.Get<ITableStore>().QueryAsync(TableNames.Lists, RowRange.WithPrefix(Talk.Network.Value, "part|"), TestContext.Current.CancellationToken))
        {
            keys.Add(row.RowKey);
        }

        return [.. keys];
    }
}
