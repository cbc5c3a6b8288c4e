using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>From when to when votes are taken.</summary>
/// <param name="Opens">The first moment.</param>
/// <param name="Closes">The first moment at which none are taken any more; after <paramref name="Opens"/>.</param>
public sealed record BallotSchedule(Instant Opens, Instant Closes)
{
    /// <summary>Decides whether voting may begin and end then.</summary>
    /// <param name="rule">Whether secrecy can be asked for: then, and only then, the ballot opens later.</param>
    /// <param name="opens">When it is to begin, where it begins later.</param>
    /// <param name="closes">When it is to end.</param>
    /// <param name="zone">The zone in which both are meant. An hour the clock shows twice is the first of the two.</param>
    /// <param name="now">When this is asked.</param>
    /// <returns>The two moments; or a refusal: <see cref="RefusalCode.NoSuchHour"/>, <see cref="RefusalCode.OpeningTooSoon"/>,
    /// <see cref="RefusalCode.DeadlinePassed"/>, <see cref="RefusalCode.DeadlineBeforeOpening"/>, <see cref="RefusalCode.DeadlineTooFar"/>.</returns>
    public static Outcome<BallotSchedule> Of(DecisionRule rule, LocalDateTime? opens, LocalDateTime closes, DateTimeZone zone, Instant now)
    {
        var isLater = rule.Secrecy.Kind == BallotSecrecy.OnRequest;
        if (isLater && opens is { } hour && zone.MapLocal(hour).Count == 0)
        {
            return new Refusal(RefusalCode.NoSuchHour, hour.Date, hour.TimeOfDay);
        }

        if (zone.MapLocal(closes).Count == 0)
        {
            return new Refusal(RefusalCode.NoSuchHour, closes.Date, closes.TimeOfDay);
        }

        var schedule = new BallotSchedule(isLater && opens is { } later ? zone.AtLeniently(later).ToInstant() : now, zone.AtLeniently(closes).ToInstant());
        return schedule.Objection(isLater, closes, zone, now) is { } objection ? objection : schedule;
    }

    private Refusal? Objection(bool isLater, LocalDateTime closes, DateTimeZone zone, Instant now)
    {
        if (isLater && Opens < now + MotionProposal.TimeToAsk)
        {
            return new Refusal(RefusalCode.OpeningTooSoon, now + MotionProposal.TimeToAsk);
        }

        if (Closes <= now)
        {
            return new Refusal(RefusalCode.DeadlinePassed, closes.Date, closes.TimeOfDay);
        }

        if (Closes <= Opens)
        {
            return new Refusal(RefusalCode.DeadlineBeforeOpening, Opens);
        }

        var last = Opens.InZone(zone).Date.PlusDays(MotionProposal.MostDays);
        return closes.Date > last ? new Refusal(RefusalCode.DeadlineTooFar, MotionProposal.MostDays, last) : null;
    }
}
