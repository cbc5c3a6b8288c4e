using Bot.Domain.Dates;
using NodaTime;

namespace Bot.Turns;

/// <summary>A day that may lie far ahead, such as the end of a term, or behind: exactly one, without a time.</summary>
internal static class TermDay
{
    /// <summary>Reads it; null for what is no single day.</summary>
    public static LocalDate? Read(Turn turn, string written) => AppointmentReader.Read(written.Trim(' ', ',', ';'), turn.LocalNow, turn.Network.Zone) switch
    {
        { Day: { } day, Start: null, Problems.Count: 0 } => day,
        { Start: null, Problems: [{ Kind: AppointmentProblemKind.PastDay or AppointmentProblemKind.FarAway, Days: [var named] }] } => named,
        _ => null,
    };
}
