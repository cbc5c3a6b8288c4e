using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Memberships;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProposeExpulsion;

/// <summary>A motion to expel a member as far as it was understood. Anybody can make it up; every value is read again each time.</summary>
/// <param name="Which">The organization as typed.</param>
/// <param name="Organization">Its identity, once it is clear; empty before.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Days">How many days it has to answer; null for what was no number.</param>
internal sealed partial record ExpulsionDraft(string Which, string Organization, string Reasons, int? Days)
{
    public const string WhichField = "which", OrganizationField = "organization", ReasonsField = "reasons", DaysField = "days";

    /// <summary>Whether the line said that the organization was heard already, as older lines did. It is heard on the motion, so that is not taken.</summary>
    public bool SaysHeard { get; init; }

    /// <summary>That of a form or preview.</summary>
    public static ExpulsionDraft In(CardForm form) => new(form[WhichField], form.Id(OrganizationField) ?? string.Empty, form[ReasonsField], form.Number(DaysField));

    /// <summary>That of a line: "Verein Brücke, weil er gegen unsere Grundsätze auftritt; Frist 21 Tage".</summary>
    public static ExpulsionDraft Read(string line)
    {
        var heard = Heard().Match(line);
        var said = heard.Success ? line[..heard.Index] : line;
        var deadline = Deadline().Match(said);
        var days = deadline.Success && int.TryParse(deadline.Groups["days"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Expulsion.UsualDays;
        said = deadline.Success ? said[..deadline.Index] : said;
        var why = Because().Match(said) is { Success: true } because ? because : After().Match(said);
        return new ExpulsionDraft((why.Success ? why.Groups["name"].Value : said).Trim(' ', ',', ';', '?', '.'), string.Empty, why.Groups["reasons"].Value.Trim(), days) { SaysHeard = heard.Success };
    }

    /// <summary>As data of a button, but for what people have written at length, which a card carries once, in an input.</summary>
    public IEnumerable<(string Name, string Value)> Data => new[]
    {
        (WhichField, Which), (OrganizationField, Organization), (DaysField, Days?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
    }.Where(pair => pair.Item2.Length > 0);

    [GeneratedRegex(@"[\s,;.(]*\b(angeh(oe|\u00f6)rt|anh(oe|\u00f6)rung|heard|hearing)\s*:.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heard();

    [GeneratedRegex(@"[\s,;.(]+(mit\s+|with\s+)?(einer\s+|a\s+)?(frist|deadline)\s*:?\s*(von\s+|of\s+)?(?<days>\d{1,3})\s*(tagen|tage|tag|days|day)\b[).\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"^(?<name>.+?)(\s*[,;:]\s*(?=(da|denn|since)\s)|[\s,;:]+(?=(weil|because)\s)|[\s,;:.]+(grund|gr(ue|\u00fc)nde|begr(ue|\u00fc)ndung|reasons?)\s*:\s*)(?<reasons>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Because();

    [GeneratedRegex(@"^(?<name>[^:;,]+)[:;,]\s*(?<reasons>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex After();
}
