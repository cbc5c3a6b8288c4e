using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Tests.Platform.Activities;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Large lists, faults at each write, and two coordinators at the same time: a list is taken whole and once, or not at all.</summary>
public sealed class ImportListTogetherTests
{
    [Theory]
    [InlineData(Store.Sqlite, false)]
    [InlineData(Store.Sqlite, true)]
    [InlineData(Store.AzureTables, true)]
    public async Task Press_WhenTheStoreFailsAtAnyWrite_TakesTheListWholeAndOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(5, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.SendsFileAsync("katrin", "x.csv", List(60));
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Einlesen"));
        await AssertTakenOnceAsync(talk, 60);
        return writes;
    });

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task TwoCoordinators_WithTheSameList_AddItOnce(Store store)
    {
        for (var write = 1; ; write += store == Store.AzureTables ? 4 : 1)
        {
            await using var talk = await Talk.StartAsync(store, Talk.WithRuth);
            var other = talk.Join();
            await talk.SendsFileAsync("katrin", "x.csv", List(60));
            await talk.SendsFileAsync("ruth", "y.csv", List(60));
            var body = talk.Pressed("ruth", "list.take", talk.DataOf("ruth", "Einlesen"));
            var writes = await talk.InterruptAsync(write, other, body, () => talk.PressesAsync("katrin", "Einlesen"));
            await AssertTakenOnceAsync(talk, 60);
            if (writes < write)
            {
                Assert.InRange(write, 5, 50);
                return;
            }
        }
    }

    [Fact]
    public async Task ThreeHundredOrganizations_WithEverythingThatGoesWrong_AreNamedAndThenTaken()
    {
        await using var talk = await Talk.StartAsync();
        var text = new StringBuilder("Mitgliederliste, Stand 2026;;;;;\r\n\r\nMail;Vertreten durch;Organisation;Bereich;Mitglied seit;Bemerkung\r\n");
        for (var number = 1; number <= 300; number++)
        {
            text.Append(Line(number)).Append("\r\n").Append(number % 50 == 0 ? "\r\n;;;;;\r\n" : string.Empty);
        }

        var right = text.ToString();
        text.Append(Line(7)).Append("\r\n;;;Kultur;;\r\n;;Falscher Tag;;30.2.2024;\r\n;;Falscher Bereich;Quatsch;;\r\nkeine;Max;Falsche Mail;;;\r\nx@example.org;;Ohne Namen;;;\r\n;;Morgen erst;;24.11.2026;\r\n");
        var clock = Stopwatch.StartNew();
        await talk.SendsFileAsync("katrin", "Mitglieder.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]);
        TestContext.Current.TestOutputHelper?.WriteLine($"preview with faults {clock.ElapsedMilliseconds} ms");
        talk.Hears("katrin", "Zeilen mit Fehlern: 7.");
        foreach (var fault in new[]
        {
            "Zeile 316, Spalte „Organisation“: Diese Organisation steht schon in Zeile 10.", "Zeile 317, Spalte „Organisation“: Der Name der Organisation fehlt.",
            "Zeile 318, Spalte „Mitglied seit“: „30.2.2024“ ist kein Tag.", "Zeile 319, Spalte „Bereich“: „Quatsch“ ist kein Bereich", "Zeile 320, Spalte „Mail“: Das ist keine Mailadresse",
            "Zeile 321, Spalte „Mail“: Neben der Mailadresse fehlt der Name.", "Zeile 322, Spalte „Mitglied seit“: Der Tag „24.11.2026“ liegt in der Zukunft.",
        })
        {
            talk.Hears("katrin", fault);
        }

        Assert.DoesNotContain("Einlesen", talk.Buttons(Talk.Personal("katrin")));
        Assert.Contains("Seit der Vorschau", await talk.PressAsync("katrin", "list.take", talk.DataOf("katrin", "Verwerfen")), StringComparison.Ordinal);
        Assert.Equal(8, (await talk.NetworkAsync()).Network.Organizations.Count);
        await ReportAsync(talk);

        clock.Restart();
        await talk.SendsFileAsync("katrin", "Mitglieder.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(right)]);
        TestContext.Current.TestOutputHelper?.WriteLine($"preview {clock.ElapsedMilliseconds} ms");
        talk.Hears("katrin", "Neu: 300, geändert: 0, unverändert: 0, Zeilen mit Fehlern: 0.");
        clock.Restart();
        Assert.Contains("Eingelesen. Neu: 300, geändert: 0.", await talk.PressesAsync("katrin", "Einlesen"), StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine($"taken {clock.ElapsedMilliseconds} ms");
        await AssertTakenOnceAsync(talk, 300);
        var network = (await talk.NetworkAsync()).Network;
        var seventh = network.Organizations.Single(organization => organization.Name.EndsWith("; Größe 7", StringComparison.Ordinal));
        Assert.Equal((Sector.Sport, new LocalDate(2020, 1, 8), "Jörg Müßig 7", "m7@example.org"), (seventh.Sector!.Value, seventh.MemberSince, network.Person(seventh.Representatives[0])!.Name, network.Person(seventh.Representatives[0])!.Mail!.Value));
    }

    /// <summary>The file of everything found has a line for each wrong row and each new organization.</summary>
    private static async Task ReportAsync(Talk talk)
    {
        await using var drive = await LoopbackServer.StartAsync(201, "{}");
        await talk.PressesAsync("katrin", "Alles als Datei");
        await FileTests.AnswerAsync(talk, "katrin", "accept", FileTests.Attachment(talk, "katrin"), drive.Url + "/upload");
        var lines = drive.Single.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((7, 300), (lines.Count(line => line.Contains("\"Fehler\"", StringComparison.Ordinal)), lines.Count(line => line.Contains("\"neu\"", StringComparison.Ordinal))));
        Assert.Contains("\"318\";\"Falscher Tag\";\"Fehler\";\"Mitglied seit\";", drive.Single.Body, StringComparison.Ordinal);
    }

    private static string Line(int number) =>
        $"m{number}@example.org;Jörg Müßig {number};\"Bürgerverein {Name(number)} e. V.; Größe {number}\";Sport;{1 + (number % 28)}.1.2020;\"mit \"\"Bemerkung\"\"\nin zwei Zeilen\"";

    private static byte[] List(int count) => Encoding.UTF8.GetBytes("Organisation;Vertreten durch;Mail\n" + string.Concat(
        Enumerable.Range(1, count).Select(number => $"Verband {Name(number)} {number};Mensch {number};m{number}@example.org\n")));

    private static string Name(int number) => new([.. Enumerable.Range(0, 6).Select(place => (char)('a' + (number * (place + 3) * 7 % 26)))]);

    private static async Task AssertTakenOnceAsync(Talk talk, int count)
    {
        talk.Time.Now += Duration.FromSeconds(6);
        var network = (await talk.NetworkAsync()).Network;
        Assert.Equal(8 + count, network.Organizations.Count);
        Assert.Equal(8 + count, network.Organizations.Select(organization => organization.Name).Distinct().Count());
        Assert.All(network.Organizations.Where(organization => organization.Representatives.Any(person => person.Value.Length == 32)), organization => Assert.NotNull(network.Person(organization.Representatives[0])?.Mail));
        Assert.Equal(count, network.People.Count(person => person.Mail is { } mail && mail.Value.StartsWith('m') && mail.Value.EndsWith("@example.org", StringComparison.Ordinal)));
    }
}
