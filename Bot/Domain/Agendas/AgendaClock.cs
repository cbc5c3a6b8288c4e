using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Agendas;

/// <summary>When the items of an agenda are up, counted from the beginning of the meeting, and whether it all fits.</summary>
public sealed record AgendaClock
{
    private const int MinutesOfDay = 24 * 60;

    private AgendaClock(Agenda agenda)
    {
        Minutes = agenda.Items.Sum(item => item.Minutes ?? 0);
        Untimed = agenda.Items.Count(item => item.Minutes is null);
        Ends = agenda.Meeting.Start.PlusMinutes(Minutes);
        Available = agenda.Meeting.End is { } end ? (((int)Period.Between(agenda.Meeting.Start, end, PeriodUnits.Minutes).Minutes + MinutesOfDay - 1) % MinutesOfDay) + 1 : null;
        Times = Read(agenda);
    }

    /// <summary>The clock of an agenda.</summary>
    public static AgendaClock Of(Agenda agenda) => new(agenda);

    /// <summary>For each item in order when it begins and ends. Beginning is null where something before it says no length; end where it says none itself.</summary>
    public IReadOnlyList<(LocalTime? From, LocalTime? Until)> Times { get; }

    /// <summary>All lengths together, in minutes.</summary>
    public int Minutes { get; }

    /// <summary>How many items say no length.</summary>
    public int Untimed { get; }

    /// <summary>When all lengths are over, by the clock on the wall.</summary>
    public LocalTime Ends { get; }

    /// <summary>Minutes from the beginning to the end of the meeting, 1 to 1440; null when no end was said.</summary>
    public int? Available { get; }

    /// <summary>Whether the items that say their length alone take longer than the meeting.</summary>
    public bool IsTooLong => Available is { } available && Minutes > available;

    private static List<(LocalTime? From, LocalTime? Until)> Read(Agenda agenda)
    {
        var times = new List<(LocalTime? From, LocalTime? Until)>();
        LocalTime? at = agenda.Items.Any(item => item.Minutes is not null) ? agenda.Meeting.Start : null;
        foreach (var item in agenda.Items)
        {
            var until = item.Minutes is { } minutes ? at?.PlusMinutes(minutes) : null;
            times.Add((at, until));
            at = until;
        }

        return times;
    }
}
