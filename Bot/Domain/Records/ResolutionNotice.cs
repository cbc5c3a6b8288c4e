using System.Globalization;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace Bot.Domain.Records;

/// <summary>One of the things that are said about a resolution that is not done, each once.</summary>
/// <param name="At">When.</param>
/// <param name="Days">How many days after the due day; 0 on it, below 0 before it.</param>
/// <param name="Kind">Its name among deliveries: another due day makes it another.</param>
public sealed record ResolutionNotice(Instant At, int Days, string Kind)
{
    /// <summary>So many days overdue, the coordinators are told, once.</summary>
    public const int EscalationDays = 14;

    /// <summary>
    /// A week before, so that something can still be done; on the day; then every week for four weeks, the rhythm in which volunteers plan their evenings; then every four weeks,
    /// since who has not answered five times is not helped by a message a week, and a resolution that is never mentioned again is forgotten.
    /// </summary>
    private static readonly int[] First = [-7, 0, 7, 14, 21, 28];

    private const int LaterDays = 28, MostLater = 130;

    /// <summary>What is to be said now: the last of what is due, and nothing of what was due before owner and day were set.</summary>
    /// <returns>Null for nothing.</returns>
    public static ResolutionNotice? DueAt(ResolutionFollowUp followUp, LocalTime timeOfDay, DateTimeZone zone, Instant now) =>
        All(followUp, timeOfDay, zone).LastOrDefault(notice => notice.At <= now && notice.At > followUp.SetAt);

    /// <summary>When something is to be said next after a moment; null when nothing is.</summary>
    public static Instant? NextAfter(ResolutionFollowUp followUp, LocalTime timeOfDay, DateTimeZone zone, Instant now) =>
        All(followUp, timeOfDay, zone).FirstOrDefault(notice => notice.At > now)?.At;

    private static System.Collections.Generic.IEnumerable<ResolutionNotice> All(ResolutionFollowUp followUp, LocalTime timeOfDay, DateTimeZone zone) =>
        followUp is not { Due: { } due, State: not ResolutionState.Done }
            ? []
            : First.Concat(Enumerable.Range(1, MostLater).Select(turn => First[^1] + (turn * LaterDays))).Select(days => new ResolutionNotice(
                zone.AtLeniently(due.PlusDays(days) + timeOfDay).ToInstant(), days, LocalDatePattern.Iso.Format(due) + "+" + days.ToString(CultureInfo.InvariantCulture)));
}
