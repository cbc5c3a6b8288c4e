using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Dates;
using Bot.Turns;

namespace Bot.Features.Holidays.EnterSchoolHolidays;

/// <summary>From "Winterferien 8.2.2027 bis 19.2.2027; Osterferien 26.3.2027 bis 2.4.2027" to the days.</summary>
internal static class SchoolHolidaysLine
{
    /// <summary>Reads the parts between semicolons.</summary>
    /// <param name="turn">Gives moment and zone.</param>
    /// <param name="line">What follows the colon.</param>
    /// <param name="unclear">The first part that names no days, or more than two, or none that can be; null when all are clear.</param>
    public static IReadOnlyList<SchoolHolidays> Read(Turn turn, string line, out string? unclear)
    {
        var found = new List<SchoolHolidays>();
        foreach (var part in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadOne(turn, part) is not { } holidays)
            {
                unclear = part;
                return [];
            }

            found.Add(holidays);
        }

        unclear = found.Count == 0 ? line : null;
        return found;
    }

    private static SchoolHolidays? ReadOne(Turn turn, string part)
    {
        var reading = AppointmentReader.Read(part, turn.LocalNow, turn.Network.Zone);
        var days = reading switch
        {
            { Start: not null } => [],
            { Day: { } only, Problems: [] } => [only],
            { Problems: [{ Kind: AppointmentProblemKind.TwoDays, Days: [_, _] and var both }] } => both,
            _ => (IReadOnlyList<NodaTime.LocalDate>)[],
        };
        var name = reading.Rest.Trim(' ', ',', ':', '-', '(', ')');
        if (name.Length == 0 && days.Count > 0)
        {
            // Days that are entered have a name already, by which they are taken out as well.
            name = turn.Network.SchoolHolidays.FirstOrDefault(school => school.First == days[0] && school.Last == days[^1])?.Name ?? string.Empty;
        }

        return days.Count > 0 && new SchoolHolidays(name, days[0], days[^1]) is { IsSound: true } sound ? sound : null;
    }
}
