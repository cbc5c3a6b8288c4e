using Bot.Domain.Dates;
using NodaTime;
using NodaTime.Text;

namespace Bot.Turns;

/// <summary>A day that may lie far ahead, such as the end of a term, or behind: exactly one, without a time and with nothing beside it.</summary>
internal static class TermDay
{
    /// <summary>Reads it; null for what is no single day.</summary>
    public static LocalDate? Read(Turn turn, string written) => AppointmentReader.Read(written.Trim(' ', ',', ';'), turn.LocalNow, turn.Network.Zone) switch
    {
        { Day: { } day, Start: null, Problems.Count: 0, Rest.Length: 0 } => day,
        { Start: null, Problems: [{ Kind: AppointmentProblemKind.PastDay or AppointmentProblemKind.FarAway, Days: [var named] }], Rest.Length: 0 } => named,
        _ => null,
    };

    /// <summary>The day in a field of a form, ISO; null where there is none that a calendar has. Anybody can make fields up.</summary>
    public static LocalDate? In(string field) => LocalDatePattern.Iso.Parse(field) is { Success: true, Value: { Year: >= 1900 and <= 9998 } day } ? day : null;

    /// <summary>The day as a field holds it; empty for none.</summary>
    public static string Write(LocalDate? day) => day is { } set ? LocalDatePattern.Iso.Format(set) : string.Empty;
}
