using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Prospects;

/// <summary>A typed line about a prospect, as far as it was understood: "Moscheeverein Zwickau, Religionsgemeinschaften, nachfassen 3.2., Notiz: neuer Vorstand". What follows the name comes in any order.</summary>
/// <param name="Name">The organization, as typed.</param>
internal sealed partial record ProspectLine(string Name)
{
    private const int LongestDay = 60;

    private static readonly char[] Separators = [',', ';', ':'];

    private static readonly string[] NoSector = ["ohne bereich", "kein bereich", "bereich offen", "no sector", "without sector"];

    private static readonly string[] NoNote = ["ohne notiz", "keine notiz", "no note", "without note"];

    private static readonly string[] Today = ["heute", "today"];

    private static readonly string[] Yesterday = ["gestern", "yesterday"];

    /// <summary>Whether something was said of the sector.</summary>
    public bool SaysSector { get; init; }

    /// <summary>The sector; null for none.</summary>
    public Sector? Sector { get; init; }

    /// <summary>The note; null where nothing was said, empty where there is to be none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether something was said of the day to ask again.</summary>
    public bool SaysFollowUp { get; init; }

    /// <summary>The day to ask again; null for none.</summary>
    public LocalDate? FollowUp { get; init; }

    /// <summary>Whether a day to ask again was said and not understood.</summary>
    public bool IsDayUnclear { get; init; }

    /// <summary>The day of a contact; null where none was said.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Whether nothing was said beside the name.</summary>
    public bool IsNameOnly => !SaysSector && Note is null && !SaysFollowUp && !IsDayUnclear && Day is null;

    /// <summary>What is to be noted, where what was not said stays as it is.</summary>
    public ProspectDetails Over(ProspectDetails details) => new(SaysSector ? Sector : details.Sector, Note ?? details.Note, SaysFollowUp ? FollowUp : details.FollowUp);

    /// <summary>Reads what follows a command's words.</summary>
    /// <param name="turn">Whose moment and zone the days are read in.</param>
    /// <param name="line">The line.</param>
    /// <param name="known">Names that may stand at its beginning, also those with a comma in them.</param>
    /// <param name="isContact">Whether it is about a contact, which has a day and no sector.</param>
    public static ProspectLine Read(Turn turn, string line, IEnumerable<string> known, bool isContact = false)
    {
        var (rest, read) = WithoutFollowUp(turn, line);
        var name = NameIn(rest, known);
        read = read with { Name = name.Trim(' ', ',', ';', ':', '?') };
        var notes = new List<string>();
        foreach (var part in rest[name.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            read = With(turn, read, part, isContact, notes);
        }

        return notes.Count == 0 ? read : read with { Note = string.Join(", ", notes) };
    }

    private static ProspectLine With(Turn turn, ProspectLine read, string part, bool isContact, List<string> notes)
    {
        var folded = CommandText.Fold(part);
        if (folded is "notiz" or "note")
        {
            // What follows the word is what counts.
            return read;
        }

        if (NoNote.Contains(folded))
        {
            return read with { Note = string.Empty };
        }

        if (isContact && read.Day is null && DayOf(turn, part, folded) is { } day)
        {
            return read with { Day = day };
        }

        if (!isContact && !read.SaysSector && notes.Count == 0 && (NoSector.Contains(folded) || SectorWords.Read(part) is not null))
        {
            return read with { SaysSector = true, Sector = SectorWords.Read(part) };
        }

        notes.Add(part);
        return read;
    }

    /// <summary>The longest known name at the beginning; else what stands before the first separator.</summary>
    private static string NameIn(string line, IEnumerable<string> known)
    {
        var keys = known.Select(OrganizationName.KeyOf).ToHashSet(StringComparer.Ordinal);
        var ends = Enumerable.Range(0, line.Length).Where(at => at <= Admission.NameLimit && Separators.Contains(line[at])).Append(line.Length).ToList();
        var fitting = ends.Where(end => keys.Contains(OrganizationName.KeyOf(line[..end]))).ToList();
        return line[..(fitting.Count > 0 ? fitting[^1] : ends[0])];
    }

    /// <summary>Takes the day to ask again out of a line, wherever it stands: as much after its word as is a day.</summary>
    private static (string Left, ProspectLine Read) WithoutFollowUp(Turn turn, string line)
    {
        var match = Again().Match(line);
        if (!match.Success)
        {
            return (line, new ProspectLine(string.Empty));
        }

        var (before, after) = (line[..match.Index], line[(match.Index + match.Length)..]);
        if (match.Groups["not"].Success)
        {
            return (before + "," + after, new ProspectLine(string.Empty) { SaysFollowUp = true });
        }

        var ends = Enumerable.Range(0, after.Length).Where(at => after[at] is ',' or ';').Append(after.Length).Where(end => end <= LongestDay);
        foreach (var end in ends.OrderDescending())
        {
            if (TermDay.Read(turn, after[..end]) is { } day)
            {
                return (before + after[end..], new ProspectLine(string.Empty) { SaysFollowUp = true, FollowUp = day });
            }
        }

        return (line, new ProspectLine(string.Empty) { IsDayUnclear = true });
    }

    /// <summary>The day of a contact: today, yesterday, or the last that a text names. A contact lies behind, so a day without a year is the last of that name.</summary>
    private static LocalDate? DayOf(Turn turn, string part, string folded)
    {
        var today = turn.LocalNow.Date;
        if (Today.Contains(folded) || Yesterday.Contains(folded))
        {
            return Today.Contains(folded) ? today : today.PlusDays(-1);
        }

        var said = On().Replace(part, string.Empty);
        if (!said.Any(char.IsAsciiDigit) || TermDay.Read(turn, said) is not { } day)
        {
            return null;
        }

        return day > today && !Year().IsMatch(said) ? day.PlusYears(-1) : day;
    }

    [GeneratedRegex(
        @"(^|(?<=[\s,;:.(]))((?<not>nicht|kein|no|not)\s+)?(nachfassen|nachhaken|wiedervorlage|follow[ -]up|ask again)\b\s*:?\s*((am|bis|on|by)\s+)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Again();

    [GeneratedRegex(@"^(am|vom|on)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex On();

    [GeneratedRegex(@"\d{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();
}
