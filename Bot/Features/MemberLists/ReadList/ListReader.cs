using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.MemberLists;
using Bot.Platform.Documents;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.MemberLists.ReadList;

/// <summary>From the cells of a list to organizations.</summary>
internal static class ListReader
{
    /// <summary>How many rows may stand above the headings, such as a title and a date.</summary>
    private const int RowsAbove = 10;

    /// <summary>Reads the first table that has headings.</summary>
    /// <returns>Null when none has a heading for organizations.</returns>
    public static ListContent? Read(IEnumerable<IReadOnlyList<SentRow>> sheets, LocalDate today) =>
        sheets.Select(sheet => Read(sheet, today)).FirstOrDefault(content => content is not null);

    private static ListContent? Read(IReadOnlyList<SentRow> sheet, LocalDate today)
    {
        var best = sheet.Take(RowsAbove).Select((row, index) => (Headings: ListHeadings.Read(row.Cells), Index: index))
            .Where(found => found.Headings.NamesOrganizations).OrderByDescending(found => found.Headings.Places.Count).FirstOrDefault();
        return best.Headings is null ? null : new Rows(best.Headings, today).Read(sheet.Skip(best.Index + 1));
    }

    private sealed class Rows(ListHeadings headings, LocalDate today)
    {
        private readonly Dictionary<ListPlace, int> columnOf = headings.Places.ToDictionary(pair => pair.Value, pair => pair.Key);
        private readonly List<ListedOrganization> read = [];
        private readonly List<ListFault> faults = [];

        public ListContent Read(IEnumerable<SentRow> rows)
        {
            foreach (var row in rows.Where(row => columnOf.Values.Any(column => Cell(row, column).Length > 0)))
            {
                Read(row);
            }

            return new ListContent(headings, read, faults);
        }

        private void Read(SentRow row)
        {
            var name = Cell(row, new ListPlace(ListColumn.Organization));
            if (name.Length is 0 or > ListedOrganization.NameLimit)
            {
                faults.Add(new ListFault(row.Number, new ListPlace(ListColumn.Organization), name.Length == 0 ? ListFaultReason.NameMissing : ListFaultReason.NameTooLong, name));
                return;
            }

            read.Add(new ListedOrganization(row.Number, name)
            {
                Sector = Sector(row),
                Since = Since(row),
                Representative = Person(row, new ListPlace(ListColumn.Representative), new ListPlace(ListColumn.RepresentativeMail)),
                Substitutes = Substitutes(row),
            });
        }

        private Sector? Sector(SentRow row)
        {
            var place = new ListPlace(ListColumn.Sector);
            var text = Cell(row, place);
            var sector = text.Length == 0 ? null : SectorWords.Read(text);
            Refuse(text.Length > 0 && sector is null, row, place, ListFaultReason.SectorUnknown, text);
            return sector;
        }

        private LocalDate? Since(SentRow row)
        {
            var place = new ListPlace(ListColumn.MemberSince);
            var text = Cell(row, place);
            var day = text.Length == 0 ? null : ListDay.Read(text, today);
            Refuse(text.Length > 0 && day is null, row, place, ListFaultReason.DayUnreadable, text);
            Refuse(day > today, row, place, ListFaultReason.DayToCome, text);
            return day;
        }

        private List<ListedPerson>? Substitutes(SentRow row)
        {
            var numbers = columnOf.Keys.Where(place => place.Column is ListColumn.Substitute or ListColumn.SubstituteMail).Select(place => place.Number).Distinct().Order().ToList();
            return numbers.Count == 0
                ? null
                : [.. numbers.Select(number => Person(row, new ListPlace(ListColumn.Substitute, number), new ListPlace(ListColumn.SubstituteMail, number))).OfType<ListedPerson>()];
        }

        private ListedPerson? Person(SentRow row, ListPlace place, ListPlace mailPlace)
        {
            var name = Cell(row, place);
            var text = Cell(row, mailPlace);
            var mail = text.Length == 0 ? null : MailAddress.In(text);
            Refuse(text.Length > 0 && mail is null, row, mailPlace, ListFaultReason.MailUnreadable, string.Empty);
            Refuse(mail is not null && name.Length == 0, row, mailPlace, ListFaultReason.MailWithoutName, string.Empty);
            Refuse(name.Length > Domain.Committees.Person.NameLimit, row, place, ListFaultReason.NameTooLong, name);
            return name.Length == 0 ? null : new ListedPerson(name, mail, place.Number);
        }

        private string Cell(SentRow row, ListPlace place) => columnOf.TryGetValue(place, out var column) ? Cell(row, column) : string.Empty;

        private static string Cell(SentRow row, int column) => column < row.Cells.Count ? CommandText.OneLine(DelimitedText.Plain(row.Cells[column])) : string.Empty;

        private void Refuse(bool isWrong, SentRow row, ListPlace place, ListFaultReason reason, string content)
        {
            if (isWrong)
            {
                faults.Add(new ListFault(row.Number, place, reason, content));
            }
        }
    }
}

/// <summary>What stands in a list.</summary>
/// <param name="Headings">What its columns say.</param>
/// <param name="Rows">Its organizations.</param>
/// <param name="Faults">What could not be read.</param>
internal sealed record ListContent(ListHeadings Headings, IReadOnlyList<ListedOrganization> Rows, IReadOnlyList<ListFault> Faults);
