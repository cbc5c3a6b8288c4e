using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>Which times of the day a written time can be.</summary>
internal static class HourReading
{
    private const int Noon = 12;

    /// <summary>No meeting is longer; an end further away is a slip.</summary>
    private static readonly Duration Longest = Duration.FromHours(12);

    /// <summary>Whether any clock shows it.</summary>
    public static bool Exists(Clock clock) => clock.Minute < 60 && clock.Kind switch
    {
        ClockKind.Am or ClockKind.Pm or ClockKind.Twelve or ClockKind.HalfOfEither => clock.Hour is >= 1 and <= Noon,
        _ => clock.Hour < 24 || EndsTheDay(clock),
    };

    public static bool EndsTheDay(Clock clock) => clock is { Hour: 24, Minute: 0, Kind: ClockKind.TwentyFour };

    /// <summary>"Mitternacht", "12 Uhr nachts": not said whether the day begins or ends.</summary>
    public static bool IsMidnight(Clock clock, DayPart? part) => clock.Kind == ClockKind.Midnight
        || (clock is { Hour: Noon, Kind: ClockKind.TwentyFour or ClockKind.Twelve } && part is DayPart.Evening or DayPart.Night);

    /// <summary>The times it can be, one or two, of "half six" up to four, ascending.</summary>
    public static IReadOnlyList<LocalTime> Candidates(Clock clock, DayPart? part) => clock.Kind == ClockKind.HalfOfEither
        ? [.. Candidates(clock with { Kind = ClockKind.Twelve }, part).Concat(Candidates(new Clock(clock.Hour == 1 ? Noon : clock.Hour - 1, clock.Minute, ClockKind.Twelve), part)).Distinct().Order()]
        : [.. Hours(clock, part).Order().Select(hour => new LocalTime(hour, clock.Minute))];

    /// <summary>From the start to the first end after it, at most twelve hours later; null when there is none.</summary>
    public static Duration? LengthTo(Clock end, LocalTime start, DayPart? part)
    {
        var minutes = EndsTheDay(end) ? [24 * 60] : Candidates(end, IsBefore(end, start) ? part : null).Select(time => (time.Hour * 60) + time.Minute);
        var from = (start.Hour * 60) + start.Minute;
        var lengths = minutes.Select(minute => Duration.FromMinutes(minute > from ? minute - from : minute - from + (24 * 60)));
        var shortest = lengths.Min();
        return shortest <= Longest ? shortest : null;
    }

    /// <summary>"abends 7 bis 9 Uhr": the end is in the evening too, since it would else lie before the start.</summary>
    private static bool IsBefore(Clock end, LocalTime start) => end.Hour <= start.Hour;

    private static int[] Hours(Clock clock, DayPart? part)
    {
        var hour = clock.Hour % 24;
        switch (clock.Kind)
        {
            case ClockKind.Am:
                return [hour % Noon];
            case ClockKind.Pm:
                return [(hour % Noon) + Noon];
            case ClockKind.TwentyFour when hour > Noon && part == DayPart.Morning:
                return [hour - Noon, hour];
            case ClockKind.TwentyFour when hour is 0 or > Noon || part is null:
            case ClockKind.Doubtful or ClockKind.Midnight:
                return [hour];
            default:
                return part is { } named ? HoursIn(named, hour) : hour == Noon ? [Noon] : [hour, hour + Noon];
        }
    }

    private static int[] HoursIn(DayPart part, int hour) => (part, hour) switch
    {
        (DayPart.Evening or DayPart.Night, Noon) => [0],
        (_, Noon) => [Noon],
        (DayPart.Morning, _) => [hour],
        (DayPart.Noon, 10 or 11) => [hour],
        (DayPart.Noon, <= 3) => [hour + Noon],
        (DayPart.Afternoon, <= 8) => [hour + Noon],
        (DayPart.Evening, >= 4) => [hour + Noon],
        (DayPart.Night, >= 8) => [hour + Noon],
        (DayPart.Night, <= 5) => [hour],
        _ => [hour, hour + Noon],
    };
}
