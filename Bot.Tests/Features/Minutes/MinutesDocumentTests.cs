using System;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Minutes;
using Bot.Features.Minutes.WriteFile;
using Bot.Platform.Documents;
using Bot.Tests.Domain.Minutes;
using Bot.Tests.Platform.Documents;
using Bot.Texts;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace Bot.Tests.Features.Minutes;

/// <summary>Minutes as a Word file: everything that must be in them, in both languages, and nothing in the public version that must not.</summary>
public class MinutesDocumentTests
{
    /// <summary>What people write at worst: long, markup, a script from right to left, pictures, what XML cannot hold.</summary>
    public static Func<string, int, string> Worst { get; } = (usual, limit) =>
    {
        const string tricks = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle <w:p> & \"x\" ]]> 😀👩‍👩‍👧 שלום עולם مرحبا بالعالم \u0001\u0008\uFFFE\uD800 ";
        return usual + " " + string.Concat(Enumerable.Repeat(tricks, (limit / tricks.Length) + 1))[..int.Max(0, limit - usual.Length - 1)];
    };

    [Fact]
    public void Make_InGerman_HoldsEverythingMinutesNeed()
    {
        var text = TextOf(WordFile.Write(Document(Reader.German).Make(HeldMeeting.Closed)));
        string[] expected =
        [
            "Protokoll: Plenum", "Sitzung am Donnerstag, 14. Januar 2027", "Entwurf, dem Gremium vorgelegt, Version 1", "Demokratiefest 2027", "Rathaus, Ratssaal",
            "Einladung vom Sonntag, 20. Dezember 2026, 10:00 Uhr.", "Die Ladungsfrist von 14 Tagen ist eingehalten (letzter Tag: 30.12.2026).",
            "Donnerstag, 14. Januar 2027, 17:02 Uhr; geladen für 17:00 Uhr", "Donnerstag, 14. Januar 2027, 19:00 Uhr", "Bernd Krüger", "8 Organisationen mit je einer Stimme",
            "Zu Beginn (17:02 Uhr): 3 von 8, nötig 4: nicht beschlussfähig", "Meiste Anwesende (17:09 Uhr): 5 von 8, nötig 4: beschlussfähig", "Am Ende (19:00 Uhr): 4 von 8, nötig 4: beschlussfähig",
            "Evangelische Kirchgemeinde St. Lukas", "16:57–17:42", "17:47 bis Ende", "nicht vermerkt, durch wen", "Nicht als anwesend vermerkt (3):",
            "TOP 2: Stand Demokratiefest", "behandelt von 17:08 Uhr bis 17:32 Uhr, erledigt", "Vorgetragen von Amina Yıldız", "Vertraulich: nur für das Gremium.", "vertagt", "Dringlichkeitsantrag",
            "Aus einer früheren Sitzung übernommen", "nicht aufgerufen", "Beschluss: Das Fest findet am 12. Juni statt.", "Abstimmung durch Handzeichen: angenommen", "Im Einvernehmen beschlossen, ohne Auszählung",
            "(1) Aufgabe: Angebot für die Bühne einholen – zuständig: Amina Yıldız, bis 03.04.2027", "(2) Notiz: Die Stadt stellt den Strom.",
            "Abstimmung um 17:22 Uhr", "Stellen wir den Förderantrag?", "offen, in der Sitzung", "geheim, in der Sitzung", "mehr als die Hälfte der Ja- und Nein-Stimmen",
            "3 von 4 Ja- und Nein-Stimmen", "5 von 8, nötig 4: beschlussfähig", "Ergebnis: angenommen (Beschluss 2027-07)", "für ungültig erklärt, Grund: falsche Frage",
            "Wahl: Beirat", "hat die Wahl angenommen", "hat abgelehnt", "Gewählt und angenommen: 1 von 2 Sitzen", "Außerhalb der Tagesordnung", "Dank an die Gastgeberin",
            "Genehmigung und Unterschriften", "Sitzungsleitung: Bernd Krüger", "Protokollführung: Bernd Krüger",
        ];
        Assert.All(expected, one => Assert.Contains(one, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Make_ABallot_ShowsAllCountsInOneTable()
    {
        using var file = WordFileTests.Open(WordFile.Write(Document(Reader.German).Make(HeldMeeting.Closed)));
        var tables = file.MainDocumentPart!.Document!.Descendants<Table>().Select(Cells).ToList();
        Assert.Contains(tables, rows => rows[0].SequenceEqual(["Ja", "Nein", "Enthaltungen", "Nicht abgestimmt", "Anwesend", "Stimmberechtigt", "Ausgeschlossen"]) && rows[1].SequenceEqual(["3", "1", "1", "3", "5", "8", "0"]));
        Assert.Contains(tables, rows => rows[0].Contains("Geheim abgegeben") && rows[1].SequenceEqual(["nicht gezeigt", "nicht gezeigt", "nicht gezeigt", "4", "4", "4", "8", "0"]));
    }

    [Fact]
    public void Make_InEnglish_IsEnglish()
    {
        var made = Document(Reader.English).Make(HeldMeeting.Closed);
        Assert.Equal("en-GB", made.Language);
        var text = TextOf(WordFile.Write(made));
        Assert.All(["Minutes: Plenum", "Meeting on Thursday, 14 January 2027", "Item 2: Stand Demokratiefest", "Result: carried (resolution 2027-07)", "Chair: Bernd Krüger"], one => Assert.Contains(one, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Sitzung am", text, StringComparison.Ordinal);
    }

    /// <summary>Nobody signs a page on which nothing else stands: from the heading to the names all keeps together.</summary>
    [Fact]
    public void Make_Signatures_KeepWithWhatIsSigned()
    {
        using var file = WordFileTests.Open(WordFile.Write(Document(Reader.German).Make(HeldMeeting.Closed)));
        var paragraphs = file.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().ToList();
        Assert.NotNull(paragraphs[^3].ParagraphProperties!.KeepNext);
        Assert.Contains("Version 1", paragraphs[^3].InnerText, StringComparison.Ordinal);
        var styles = file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);
        foreach (var paragraph in new[] { paragraphs[^4], paragraphs[^2] })
        {
            Assert.NotNull(styles[paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!].StyleParagraphProperties!.KeepNext);
        }
    }

    [Fact]
    public void Make_AnElectionThatWasOnlyCalled_SaysSoAndCountsNothing()
    {
        var sources = HeldMeeting.Sources();
        var body = MinutesAssembly.Assemble(sources with { Elections = [sources.Elections[0] with { CalledAt = HeldMeeting.After(60), Rounds = [], Mandates = [] }] });
        var text = TextOf(WordFile.Write((Document(Reader.German) with { Body = body }).Make(HeldMeeting.Closed)));
        Assert.Contains("Angekündigt: Donnerstag, 14. Januar 2027, 18:02 Uhr. Namen können bis ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gewählt und angenommen", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Make_OfTheLargestNetworkInTheWorstWords_IsValid(string language)
    {
        var document = Document(Reader.For(language), Largest(), Worst);
        Assert.Empty(WordFileTests.Faults(WordFile.Write(document.Make(HeldMeeting.Closed))));
        Assert.Empty(WordFileTests.Faults(WordFile.Write((document with { Body = document.Body.ForEverybody() }).Make(HeldMeeting.Closed))));
    }

    [Fact]
    public void Make_ThePublicVersion_NamesNobody()
    {
        var document = Document(Reader.German);
        var text = TextOf(WordFile.Write((document with { Body = document.Body.ForEverybody() }).Make(HeldMeeting.Closed)));
        Assert.Contains("Öffentliche Fassung", text, StringComparison.Ordinal);
        Assert.Contains("Das Fest findet am 12. Juni statt.", text, StringComparison.Ordinal);
        Assert.Contains("Gewählt und angenommen: 1 von 2 Sitzen", text, StringComparison.Ordinal);
        var hidden = HeldMeeting.Network.People.Select(person => person.Name).Concat(HeldMeeting.Network.Organizations.Select(organization => organization.Name))
            .Concat(["Personalfrage", "Rathaus", "Bühne", "Strom", "Abseits", "Berichtigungen"]);
        Assert.All(hidden, one => Assert.DoesNotContain(one, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Make_Corrections_StandWhereTheyBelongAndInAListOfTheirOwn()
    {
        var minutes = HeldMeeting.Circulated;
        foreach (var (number, proposal) in new[] { new CorrectionProposal(2, 2, "Strom und Wasser"), new CorrectionProposal(3, null, "Es waren zwei."), new CorrectionProposal(null, null, "Nicht so.") }.Index())
        {
            minutes = Done(minutes.Propose(HeldMeeting.Network, HeldMeeting.Meeting, HeldMeeting.Body(), proposal, $"form-{number}", HeldMeeting.Amina, HeldMeeting.Closed));
            minutes = Done(minutes.Decide(HeldMeeting.Network, HeldMeeting.Meeting, number + 1, number < 2, "nein", HeldMeeting.Bernd, HeldMeeting.Closed));
        }

        var document = Document(Reader.German) with { Minutes = minutes, Version = 3, Body = minutes.Apply(HeldMeeting.Body(), 3) };
        var text = TextOf(WordFile.Write(document.Make(HeldMeeting.Closed)));
        Assert.Contains("(2) Notiz: Strom und Wasser (neu gefasst durch Berichtigung 1)", text, StringComparison.Ordinal);
        Assert.Contains("Berichtigung 2 zu TOP 3: Es waren zwei. (vorgeschlagen von Amina Yıldız, angenommen von Bernd Krüger am 14.01.2027)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nicht so.", text, StringComparison.Ordinal);
        var older = TextOf(WordFile.Write((document with { Version = 1, Body = HeldMeeting.Body() }).Make(HeldMeeting.Closed)));
        Assert.Contains("Version 1, überholt durch Version 3", older, StringComparison.Ordinal);
        Assert.Contains("(2) Notiz: Die Stadt stellt den Strom.", older, StringComparison.Ordinal);
        Assert.DoesNotContain("Berichtigung", older, StringComparison.Ordinal);
    }

    internal static MinutesDocument Document(Reader reader, Network? network = null, Func<string, int, string>? text = null) =>
        new(reader, network ?? HeldMeeting.Network, HeldMeeting.Circulated, HeldMeeting.Body(network, text), 1);

    /// <summary>300 organizations with long names.</summary>
    internal static Network Largest() => HeldMeeting.Network with
    {
        Organizations =
        [
            .. HeldMeeting.Network.Organizations,
            .. Enumerable.Range(1, 292).Select(number => HeldMeeting.Network.Organizations[7] with { Id = new OrganizationId($"org-{number}"), Name = Worst($"Verein {number}", number % 10 == 0 ? 150 : 40) }),
        ],
    };

    private static string TextOf(byte[] content)
    {
        using var file = WordFileTests.Open(content);
        return string.Join('\n', WordFileTests.Paragraphs(file).Select(paragraph => string.Concat(paragraph.Descendants().Select(part => part switch
        {
            Text text => text.Text,
            Break => "\n",
            TabChar => " ",
            _ => string.Empty,
        }))));
    }

    private static string[][] Cells(Table table) => [.. table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray())];

    private static MeetingMinutes Done(Bot.Domain.Outcome<MeetingMinutes> outcome) => Assert.IsType<Bot.Domain.Outcome<MeetingMinutes>.Done>(outcome).Value;
}
