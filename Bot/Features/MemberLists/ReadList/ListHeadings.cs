using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.MemberLists;
using Bot.Turns;

namespace Bot.Features.MemberLists.ReadList;

/// <summary>What the columns of a list say, by its headings: German or English, in any order.</summary>
/// <param name="Places">What each column says, by its number from 0.</param>
/// <param name="Unknown">Headings that say nothing here, as they stand.</param>
/// <param name="Twice">Places that several columns claim.</param>
internal sealed record ListHeadings(IReadOnlyDictionary<int, ListPlace> Places, IReadOnlyList<string> Unknown, IReadOnlyList<ListPlace> Twice)
{
    private static readonly Dictionary<string, ListColumn> Words = new(StringComparer.Ordinal)
    {
        ["organisation"] = ListColumn.Organization, ["organization"] = ListColumn.Organization, ["organisationen"] = ListColumn.Organization, ["name der organisation"] = ListColumn.Organization,
        ["mitgliedsorganisation"] = ListColumn.Organization, ["member organization"] = ListColumn.Organization, ["member organisation"] = ListColumn.Organization, ["name"] = ListColumn.Organization,
        ["verein"] = ListColumn.Organization, ["verband"] = ListColumn.Organization, ["einrichtung"] = ListColumn.Organization, ["mitglied"] = ListColumn.Organization, ["member"] = ListColumn.Organization,
        ["bereich"] = ListColumn.Sector, ["sektor"] = ListColumn.Sector, ["sector"] = ListColumn.Sector, ["gesellschaftsbereich"] = ListColumn.Sector,
        ["mitglied seit"] = ListColumn.MemberSince, ["seit"] = ListColumn.MemberSince, ["beitritt"] = ListColumn.MemberSince, ["beitritt am"] = ListColumn.MemberSince, ["eintritt"] = ListColumn.MemberSince,
        ["aufgenommen am"] = ListColumn.MemberSince, ["member since"] = ListColumn.MemberSince, ["since"] = ListColumn.MemberSince, ["joined"] = ListColumn.MemberSince,
        ["vertreten durch"] = ListColumn.Representative, ["vertreter"] = ListColumn.Representative, ["vertreterin"] = ListColumn.Representative, ["vertreter in"] = ListColumn.Representative,
        ["ansprechperson"] = ListColumn.Representative, ["ansprechpartner"] = ListColumn.Representative, ["ansprechpartnerin"] = ListColumn.Representative, ["ansprechpartner in"] = ListColumn.Representative,
        ["represented by"] = ListColumn.Representative, ["representative"] = ListColumn.Representative, ["contact"] = ListColumn.Representative,
        ["stellvertretung"] = ListColumn.Substitute, ["stellvertreter"] = ListColumn.Substitute, ["stellvertreterin"] = ListColumn.Substitute, ["stellvertreter in"] = ListColumn.Substitute,
        ["ersatz"] = ListColumn.Substitute, ["substitute"] = ListColumn.Substitute, ["deputy"] = ListColumn.Substitute,
    };

    private static readonly string[] MailWords = ["e mail adresse", "e mail address", "mail adresse", "mail address", "mailadresse", "email adresse", "email address", "e mail", "email", "mail"];

    /// <summary>Whether it is the heading of a list: it says which column holds the organizations.</summary>
    public bool NamesOrganizations => Places.Values.Any(place => place.Column == ListColumn.Organization);

    /// <summary>Reads a row as headings.</summary>
    public static ListHeadings Read(IReadOnlyList<string> cells)
    {
        var places = new Dictionary<int, ListPlace>();
        var unknown = new List<string>();
        var twice = new List<ListPlace>();
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Length == 0)
            {
                continue;
            }

            if (PlaceOf(cells[column], places) is not { } place)
            {
                unknown.Add(cells[column]);
            }
            else if (places.ContainsValue(place))
            {
                twice.Add(place);
            }
            else
            {
                places[column] = place;
            }
        }

        return new ListHeadings(places, unknown, twice);
    }

    private static ListPlace? PlaceOf(string heading, Dictionary<int, ListPlace> before)
    {
        var words = new string([.. CommandText.Fold(heading).Select(character => char.IsLetterOrDigit(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int? number = words is [.., var last] && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        var said = string.Join(' ', number is null ? words : words[..^1]);
        if (MailWords.FirstOrDefault(word => said == word || said.StartsWith(word + " ", StringComparison.Ordinal) || said.EndsWith(" " + word, StringComparison.Ordinal)) is { } mail)
        {
            return MailPlace(Without(said, mail), number, before);
        }

        return !Words.TryGetValue(said, out var column) || number is < 1 or > ListedOrganization.MostSubstitutes || (number is not null && column != ListColumn.Substitute) ? null
            : new ListPlace(column, column == ListColumn.Substitute ? number ?? before.Values.Count(place => place.Column == column) + 1 : 0);
    }

    /// <summary>Whose mail addresses a column holds: who its heading names, else who stands in the column before.</summary>
    private static ListPlace? MailPlace(string whose, int? number, Dictionary<int, ListPlace> before)
    {
        var people = before.OrderBy(pair => pair.Key).Select(pair => pair.Value).Where(place => place.Column is ListColumn.Representative or ListColumn.Substitute).ToList();
        if (whose.Length == 0 && number is null)
        {
            return people is [.., { Column: ListColumn.Substitute } nearest] ? new ListPlace(ListColumn.SubstituteMail, nearest.Number) : new ListPlace(ListColumn.RepresentativeMail);
        }

        return Words.TryGetValue(whose, out var column) && number is null or (>= 1 and <= ListedOrganization.MostSubstitutes)
            ? column switch
            {
                ListColumn.Representative or ListColumn.Organization when number is null => new ListPlace(ListColumn.RepresentativeMail),
                ListColumn.Substitute => new ListPlace(ListColumn.SubstituteMail, number ?? 1),
                _ => null,
            }
            : null;
    }

    private static string Without(string said, string mail)
    {
        var rest = said.StartsWith(mail, StringComparison.Ordinal) ? said[mail.Length..] : said[..^mail.Length];
        return string.Join(' ', rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("der" or "von" or "of" or "the")));
    }
}
