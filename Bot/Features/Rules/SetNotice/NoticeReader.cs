using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Domain.Meetings;
using Bot.Turns;

namespace Bot.Features.Rules.SetNotice;

/// <summary>Reads a notice period from words such as "10 Tage, ab Zugang", "zwei Wochen".</summary>
internal static partial class NoticeReader
{
    /// <summary>The period; null when the words say none, or more than one, or one out of bounds. The counting stays as it was where the words do not name one.</summary>
    public static NoticePeriod? Read(string words, NoticePeriod before)
    {
        var match = Shape().Match(CommandText.Fold(words).Trim(' ', '.', '!'));
        if (!match.Success)
        {
            return null;
        }

        var days = Number(match.Groups["count"].Value) * (match.Groups["unit"].Value[0] == 'w' ? 7 : 1);
        return days is >= NoticePeriod.MinDays and <= NoticePeriod.MaxDays ? new NoticePeriod(days, CountingIn(match) ?? before.Counting) : null;
    }

    private static NoticeCounting? CountingIn(Match match) => match switch
    {
        _ when match.Groups["receipt"].Success => NoticeCounting.FromReceipt,
        _ when match.Groups["sending"].Success => NoticeCounting.FromSending,
        _ when match.Groups["after"].Success => NoticeCounting.FromDayAfter,
        _ when match.Groups["between"].Success => NoticeCounting.BetweenDays,
        _ => null,
    };

    private static int Number(string word) => word switch
    {
        "ein" or "eine" or "einer" or "one" => 1,
        "zwei" or "two" => 2,
        "drei" or "three" => 3,
        "vier" or "four" => 4,
        _ => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };

    [GeneratedRegex(
        @"^(?<count>\d{1,3}|eine?r?|zwei|drei|vier|one|two|three|four) (?<unit>tage?n?|wochen?|days?|weeks?)(,? ?\(?((?<receipt>(gerechnet )?(ab|seit) (dem )?(zugang|eingang|erhalt)|from receipt)|(?<sending>(gerechnet )?(ab|mit) (dem )?(versand|absenden|absendung|absendetag)|from sending)|(?<after>(gerechnet )?(ab|vom) (dem )?(tag (danach|nach (dem )?(versand|absenden))|folgetag)( an)?|from the day after( sending)?)|(?<between>(volle tage|tage )?dazwischen|ohne (versand|absende)tag und sitzungstag|whole days between|days between))\)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
