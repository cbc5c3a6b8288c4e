using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Turns;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>From a line such as "Beirat am 14. Januar um 17 Uhr im Rathaus: Haushalt" to a draft.</summary>
internal static partial class MeetingWords
{
    /// <summary>Reads a line. What is not found stays missing; nothing is guessed but the committee's usual place.</summary>
    /// <param name="turn">Gives network, moment and, in a committee's conversation, the committee.</param>
    /// <param name="line">The line, the command's own words already gone.</param>
    /// <param name="isUrgent">Whether the words said it is urgent: then what follows the colon is the reason.</param>
    public static MeetingDraft Read(Turn turn, string line, bool isUrgent)
    {
        var (head, tail) = SplitTopic(line);
        var reading = AppointmentReader.Read(head, turn.LocalNow, turn.Network.Zone);
        var named = CommitteeFinder.Named(turn.Network, reading.Rest);
        var committee = named.Count == 1 ? named[0] : named.Count == 0 ? Implied(turn, isUrgent) : null;
        var rest = named.Aggregate(reading.Rest, (text, one) => CommitteeFinder.Without(one, text));
        return new MeetingDraft
        {
            Committee = committee?.Id,
            Named = named.Count > 1 ? [.. named.Select(one => one.Id)] : [],
            Day = reading.Day,
            Start = reading.Start,
            End = reading is { Start: { } start, Length: { } length } ? start.PlusTicks(length.BclCompatibleTicks) : null,
            Length = reading is { Start: null, Length: { } lasting } ? lasting : null,
            Place = PlaceIn(rest) is { Length: > 0 } place ? place : committee?.Rules.UsualPlace ?? string.Empty,
            Topic = isUrgent ? string.Empty : tail,
            Reason = isUrgent ? tail : string.Empty,
            Problems = reading.Problems,
            Form = turn.Form,
        };
    }

    /// <summary>Without a name the committee whose conversation this is; an urgent meeting is otherwise the plenary's.</summary>
    private static Committee? Implied(Turn turn, bool isUrgent) => turn.Here ?? (isUrgent ? turn.Network.GeneralAssembly : null);

    /// <summary>What stands before and after the first colon that is not inside a time of day.</summary>
    public static (string Head, string Tail) SplitTopic(string line)
    {
        var colon = TopicColon().Match(line);
        return colon.Success ? (line[..colon.Index], line[(colon.Index + 1)..].Trim()) : (line, string.Empty);
    }

    /// <summary>Where a line says that a meeting is, its date already taken out; empty for nowhere.</summary>
    public static string PlaceIn(string rest)
    {
        var match = Place().Match(rest);
        if (!match.Success)
        {
            return string.Empty;
        }

        var place = match.Groups["named"].Success ? match.Groups["named"].Value : match.Value;
        return string.Join(", ", place.Split(',').Select(part => part.Trim(' ', ';', '.', '-', '–')).Where(part => part.Length > 0));
    }

    /// <summary>A colon that is not inside a time of day.</summary>
    [GeneratedRegex(@":(\D|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopicColon();

    [GeneratedRegex(
        @"\b(?:im|in der|in den|in die|in dem|in|bei der|beim|bei|an der|auf dem|auf der|at the|in the|at|ort:?)\s+(?<named>[^;:]+)|\b(?:online|digital|virtuell|hybrid|per Video|via Teams|in Teams)\b[^,;:]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
