using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Dates;
using Bot.Features.Meetings.CallMeeting;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.MoveMeeting;

/// <summary>From a line such as "Beirat vom 14.1. verschieben auf 21.1. 18 Uhr in die VHS: Raum belegt" to a draft, and to the day the meeting is on now.</summary>
internal static partial class MoveWords
{
    /// <summary>Words that mean moving, folded.</summary>
    public static readonly string[] All =
    [
        "verschieben", "verschiebe", "verschoben", "verlegen", "verlege", "verlegt", "vorverlegen", "vorziehen", "move", "moved", "postpone", "postponed", "reschedule", "rescheduled",
    ];

    private static readonly string[] Sooner = ["vorverlegen", "vorziehen", "vor", "frueher", "earlier", "forward"];

    private static readonly string[] Numbers = ["ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht"];

    private static readonly string[] EnglishNumbers = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

    /// <summary>Reads a line.</summary>
    /// <param name="turn">Gives network and moment.</param>
    /// <param name="text">The line.</param>
    /// <returns>What it is to become, and on which day it is now where the line says so.</returns>
    public static (MoveDraft Draft, LocalDate? From) Read(Turn turn, CommandText text)
    {
        var (head, reason) = MeetingWords.SplitTopic(text.Raw);
        var (rest, later) = Shift(head);
        var (there, from) = FromIn(turn, rest);
        var reading = AppointmentReader.Read(MoveVerbs().Replace(there, " "), turn.LocalNow, turn.Network.Zone);
        var left = CommitteeFinder.Named(turn.Network, reading.Rest).Aggregate(reading.Rest, (line, committee) => CommitteeFinder.Without(committee, line));
        var place = To().Match(left) is { Success: true } to && to.Groups["place"].Value.Any(char.IsLetter) ? to.Groups["place"].Value : MeetingWords.PlaceIn(left);
        return (
            new MoveDraft
            {
                Day = reading.Day,
                Start = reading.Start,
                End = reading is { Start: { } start, Length: { } length } ? start.PlusTicks(length.BclCompatibleTicks) : null,
                Place = place.Trim(' ', ',', ';', '.', '!'),
                Reason = reason,
                Later = later,
                Problems = reading.Problems,
                Form = turn.Form,
            },
            from);
    }

    /// <summary>"um eine Woche", "um zwei Tage nach vorn", "by one hour": later, unless a word says sooner.</summary>
    private static (string Left, Period? Later) Shift(string line)
    {
        var match = By().Match(line);
        if (!match.Success)
        {
            return (line, null);
        }

        var sooner = CommandText.WordsOf(CommandText.Fold(line)).Any(Sooner.Contains);
        var count = Count(CommandText.Fold(match.Groups["count"].Value)) * (sooner ? -1 : 1);
        var unit = CommandText.Fold(match.Groups["unit"].Value);
        var period = unit.StartsWith('w') ? Period.FromWeeks(count) : unit.StartsWith('t') || unit.StartsWith('d') ? Period.FromDays(count) : Period.FromHours(count);
        return (line.Remove(match.Index, match.Length), period);
    }

    private static int Count(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : int.Max(1, int.Max(Array.FindIndex(Numbers, one => word.StartsWith(one, StringComparison.Ordinal)), Array.IndexOf(EnglishNumbers, word)) + 1);

    /// <summary>"vom 14.1. auf den 21.1.": the day it is on now, and the rest of the line.</summary>
    private static (string Left, LocalDate? From) FromIn(Turn turn, string line)
    {
        var match = FromTo().Match(line);
        return match.Success && AppointmentReader.Read(match.Groups["from"].Value, turn.LocalNow, turn.Network.Zone) is { Day: { } day, Problems.Count: 0 }
            ? (line.Remove(match.Groups["whole"].Index, match.Groups["whole"].Length), day)
            : (line, null);
    }

    [GeneratedRegex(@"\b(um|by)\s+(?<count>\d{1,3}|eine?n?|zwei|drei|vier|f\w{1,2}nf|sechs|sieben|acht|an?|one|two|three|four|five|six|seven|eight)\s+(?<unit>Wochen?|Tage?n?|Stunden?|weeks?|days?|hours?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"\b(?<whole>(vom|von|from)\s{1,3}(?<from>[^;:]{1,80}?))\s{1,3}(verschieben\s{1,3}|verlegen\s{1,3})?(auf|nach|zum|to)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"\b(vorverlegen|vorziehen|verschieben|verschiebe|verlegen|verlege|postpone|reschedule|move)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MoveVerbs();

    [GeneratedRegex(@"\b(nach|ins|into the|into|to the)\s+(?<place>[^;:]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex To();
}
