using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Polls;
using Bot.Turns;

namespace Bot.Features.Polls.OpenPoll;

/// <summary>From a line such as "Umfrage Beirat: Welche Farbe? Rot, Grün, Blau bis Freitag 12 Uhr" to a draft.</summary>
internal static partial class PollWords
{
    private static readonly (PollKind Kind, string[] Words)[] Kinds =
    [
        (PollKind.Dates, ["terminumfrage", "terminabfrage", "terminfindung", "date poll", "find a date"]),
        (PollKind.Ranking, ["rangfolge", "reihenfolge", "ranking", "rank"]),
        (PollKind.Several, ["mehrfachumfrage", "mehrfachauswahl", "multiple choice"]),
    ];

    private static readonly string[] NamedWords = ["mit namen", "namentlich", "offene", "named", "by name"];

    private static readonly string[] AnonymousWords = ["anonym", "anonyme", "anonymous"];

    /// <summary>Reads a line. What is not found stays missing; nothing is guessed but the committee's usual time.</summary>
    public static PollDraft Read(Turn turn, CommandText text)
    {
        var before = text.FoldedBeforeColon;
        var kind = Kinds.Where(kind => kind.Words.Any(word => Says(before, word))).Select(kind => kind.Kind).FirstOrDefault(PollKind.One);
        var named = CommitteeFinder.Named(turn.Network, text.HasColon ? before : text.Raw);
        var committee = named.Count == 1 ? named[0] : named.Count == 0 ? turn.Here : null;
        var (asked, end) = SplitEnd(text.AfterColon, turn);
        var (question, options) = SplitQuestion(asked);
        return new PollDraft
        {
            Committee = committee?.Id,
            Kind = kind,
            Question = question,
            Options = [.. options.Select(option => kind == PollKind.Dates ? DateIn(option, turn, committee) ?? option : option)],
            IsAnonymous = AnonymousWords.Any(word => Says(before, word)) || (kind != PollKind.Dates && !NamedWords.Any(word => Says(before, word))),
            Day = end?.Day,
            Time = end?.Start,
            Problems = end?.Problems ?? [],
            Form = turn.Form,
        };
    }

    /// <summary>The option for a date in words; null when they name no date, or one that is in doubt. Without a time it is the committee's usual one.</summary>
    public static string? DateIn(string words, Turn turn, Committee? committee)
    {
        if (PollDates.Read(words) is not null)
        {
            return words;
        }

        var reading = AppointmentReader.Read(words, turn.LocalNow, turn.Network.Zone);
        return reading is { Day: { } day, Problems: [] } && (reading.Start ?? committee?.Rules.UsualStart) is { } start ? PollDates.Write(day + start) : null;
    }

    /// <summary>The last "bis …" that names a day or a time is the end.</summary>
    private static (string Asked, AppointmentReading? End) SplitEnd(string text, Turn turn)
    {
        foreach (var match in Until().Matches(text).Reverse())
        {
            var reading = AppointmentReader.Read(text[(match.Index + match.Length)..], turn.LocalNow, turn.Network.Zone);
            if (reading.Day is not null || reading.Start is not null || reading.Problems.Count > 0)
            {
                return (text[..match.Index].Trim(' ', ',', ';', '.'), reading);
            }
        }

        return (text, null);
    }

    /// <summary>What ends with a question mark or a colon is the question, what follows are the options; without either there is only one of the two.</summary>
    private static (string Question, IReadOnlyList<string> Options) SplitQuestion(string text)
    {
        var end = text.IndexOf('?', StringComparison.Ordinal);
        if (end < 0)
        {
            end = QuestionColon().Match(text) is { Success: true } colon ? colon.Index : -1;
        }

        var (question, rest) = end >= 0 ? (text[..(end + 1)].TrimEnd(':').Trim(), text[(end + 1)..]) : (string.Empty, text);
        var options = Separators().Split(rest).Select(option => option.Trim(' ', '.', ':')).Where(option => option.Length > 0).ToList();
        return question.Length == 0 && options.Count == 1 ? (options[0], []) : (question, options);
    }

    private static bool Says(string folded, string words) => (" " + folded + " ").Contains(" " + words + " ", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:bis|until|till|by)\b(?:\s+(?:zum|zur|the))?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Until();

    /// <summary>A colon that is not inside a time of day.</summary>
    [GeneratedRegex(@":(\s|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuestionColon();

    [GeneratedRegex(@"\s*[,;|]\s*|\s+(?:oder|or)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separators();
}
