using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.MemberLists;
using Bot.Features.MemberLists.ReadList;
using Bot.Platform.Documents;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.MemberLists;

/// <summary>What headings and cells of a list mean.</summary>
public class ListReaderTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [InlineData("Organisation;Bereich;Mitglied seit;Vertreten durch;Mail;Stellvertretung 1;Mail Stellvertretung 1", "Organization Sector MemberSince Representative RepresentativeMail Substitute1 SubstituteMail1")]
    [InlineData("Organization;Sector;Member since;Represented by;Mail;Substitute 1;Mail substitute 1", "Organization Sector MemberSince Representative RepresentativeMail Substitute1 SubstituteMail1")]
    [InlineData("E-Mail;ANSPRECHPERSON ;verein", "RepresentativeMail Representative Organization")]
    [InlineData("Vertreter:in;Name;Stellvertreterin;E-Mail-Adresse;Stellvertretung", "Representative Organization Substitute1 SubstituteMail1 Substitute2")]
    [InlineData("Name;Mail der Stellvertretung 2;Mail Organisation", "Organization SubstituteMail2 RepresentativeMail")]
    [InlineData("Name;Telefon;Stellvertretung 21;Bereich 2;Mail 3;Vertretung", "Organization ? ? ? ? ?")]
    public void Headings_InBothLanguagesAndAnyOrder_AreKnown(string line, string places)
    {
        var cells = line.Split(';');
        var headings = ListHeadings.Read(cells);
        Assert.Equal(places, string.Join(' ', cells.Select((_, index) => headings.Places.TryGetValue(index, out var place) ? place.Column + (place.Number > 0 ? place.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty) : "?")));
        Assert.Equal(places.Count(character => character == '?'), headings.Unknown.Count);
    }

    [Fact]
    public void Headings_ForTheSameTwice_AreNamed() => Assert.Equal([new ListPlace(ListColumn.Organization)], ListHeadings.Read(["Name", "Verein"]).Twice);

    [Theory]
    [InlineData("12.3.2024", 2024, 3, 12)]
    [InlineData("12.03.2024", 2024, 3, 12)]
    [InlineData("12.03.2024 00:00:00", 2024, 3, 12)]
    [InlineData("12. 3. 2024", 2024, 3, 12)]
    [InlineData("12.3.24", 2024, 3, 12)]
    [InlineData("12.3.77", 1977, 3, 12)]
    [InlineData("23.11.26", 2026, 11, 23)]
    [InlineData("24.11.26", 1926, 11, 24)]
    [InlineData("2024-03-12", 2024, 3, 12)]
    [InlineData("2024-03-12T00:00:00Z", 2024, 3, 12)]
    [InlineData("12. März 2024", 2024, 3, 12)]
    [InlineData("12 March 2024", 2024, 3, 12)]
    [InlineData("March 12, 2024", 2024, 3, 12)]
    [InlineData("45363", 2024, 3, 12)]
    public void Day_AsListsHaveIt_IsRead(string text, int year, int month, int day) => Assert.Equal(new LocalDate(year, month, day), ListDay.Read(text, Today));

    [Theory]
    [InlineData("31.2.2024")]
    [InlineData("3/4/2024")]
    [InlineData("2024")]
    [InlineData("gestern")]
    [InlineData("12.3.1799")]
    [InlineData("4536")]
    [InlineData("-1.-1.24")]
    public void Day_ThatIsNone_IsNotGuessed(string text) => Assert.Null(ListDay.Read(text, Today));

    [Fact]
    public void Rows_BelowATitle_AreReadWithTheirNumbers()
    {
        var content = Read("Mitglieder 2026;;\n\nTelefon;Organisation;Bereich;Mitglied seit\n1;Verein A;Kultur;1.1.2020\n2;;;\n3;'=B;Sport;\n");
        Assert.Equal([(4, "Verein A", (Sector?)Sector.Culture, (LocalDate?)new LocalDate(2020, 1, 1)), (6, "=B", Sector.Sport, null)], content.Rows.Select(row => (row.Row, row.Name, row.Sector, row.Since)));
        Assert.Equal("Telefon", Assert.Single(content.Headings.Unknown));
        Assert.Empty(content.Faults);
    }

    [Fact]
    public void Rows_WithWrongCells_NameRowColumnAndReason()
    {
        var content = Read("Organisation;Bereich;Seit;Vertreten durch;Mail;Stellvertretung 1;Mail Stellvertretung 1\n;Kultur\nA;Quatsch\nB;;31.2.2024\nC;;24.11.2026\nD;;;Anna;keine\nE;;;;a@example.org\nF;;;Anna;;;b@example.org\n" + new string('x', 201) + ";\nG;;;" + new string('y', 101));
        Assert.Equal(
            [
                (2, ListColumn.Organization, ListFaultReason.NameMissing), (3, ListColumn.Sector, ListFaultReason.SectorUnknown), (4, ListColumn.MemberSince, ListFaultReason.DayUnreadable),
                (5, ListColumn.MemberSince, ListFaultReason.DayToCome), (6, ListColumn.RepresentativeMail, ListFaultReason.MailUnreadable), (7, ListColumn.RepresentativeMail, ListFaultReason.MailWithoutName),
                (8, ListColumn.SubstituteMail, ListFaultReason.MailWithoutName), (9, ListColumn.Organization, ListFaultReason.NameTooLong), (10, ListColumn.Representative, ListFaultReason.NameTooLong),
            ],
            content.Faults.Select(fault => (fault.Row, fault.Place.Column, fault.Reason)));
    }

    [Fact]
    public void Tables_WithoutAHeadingForOrganizations_AreNone() => Assert.Null(ListReader.Read([[new SentRow(1, ["Bereich", "Mail"])]], Today));

    [Fact]
    public void Tables_BehindOneWithoutHeadings_AreFound() =>
        Assert.Single(ListReader.Read([[new SentRow(1, ["Notizen"])], [new SentRow(1, ["Name"]), new SentRow(2, ["A"])]], Today)!.Rows);

    private static ListContent Read(string text) => ListReader.Read(DelimitedText.Read(text).Sheets.Select(sheet => sheet.Rows.Select(row => new SentRow(row.Number, row.Cells)).ToList()), Today)!;
}
