using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Bot.Domain.Dates.Phrases;

/// <summary>What the text says about the time of day.</summary>
/// <param name="Start">The start, or null.</param>
/// <param name="Length">To the end, when a range is named; also of a doubtful start, when it is the same whichever is meant.</param>
/// <param name="EndsTheDay">24:00: the end of the day named; <paramref name="Start"/> is then null.</param>
/// <param name="Fragment">The words it was read from; empty when there are none.</param>
/// <param name="Problems">What is to be asked.</param>
internal sealed record TimeFinding(
    LocalTime? Start, Duration? Length, bool EndsTheDay, string Fragment, IReadOnlyList<AppointmentProblem> Problems);

/// <summary>Decides on the one start among the times named.</summary>
internal static class TimeFinder
{
    private static readonly TimeFinding Nothing = new(null, null, false, string.Empty, []);

    public static TimeFinding Find(TokenList tokens, IReadOnlyList<Mention> mentions)
    {
        var clocks = mentions.OfType<ClockMention>().ToList();
        var certain = clocks.Where(clock => clock.Start.Kind != ClockKind.Doubtful).ToList();
        clocks = certain.Count > 0 ? certain : clocks;
        if (clocks.Count == 0)
        {
            return AtNoon(tokens, mentions);
        }

        var parts = mentions.Where(mention => mention.Part is not null).Select(mention => mention.Part!.Value).Distinct().ToList();
        DayPart? part = parts.Count == 1 ? parts[0] : null;
        var found = clocks.ConvertAll(clock => FindOne(tokens, clock, part));
        return WithLength(mentions, Decide(tokens, clocks, found));
    }

    /// <summary>Only "mittags": near enough to ask whether noon is meant.</summary>
    private static TimeFinding AtNoon(TokenList tokens, IReadOnlyList<Mention> mentions) =>
        mentions.FirstOrDefault(mention => mention.Part is not null) is { Part: DayPart.Noon } noon
            ? Problem(AppointmentProblemKind.AmbiguousTime, tokens.Fragment(noon.From, noon.To), [LocalTime.Noon])
            : Nothing;

    private static TimeFinding WithLength(IReadOnlyList<Mention> mentions, TimeFinding time) =>
        time is { Length: null } and ({ Start: not null } or { Problems: [{ Kind: AppointmentProblemKind.AmbiguousTime }] }) && mentions.OfType<DurationMention>().FirstOrDefault() is { } lasting ? time with { Length = lasting.Length } : time;

    private static TimeFinding Decide(TokenList tokens, List<ClockMention> clocks, List<TimeFinding> found)
    {
        return found.Exists(one => one != found[0]) && found.DistinctBy(one => (one.Start, one.EndsTheDay, one.Problems.Count)).Count() > 1
            ? Several(tokens, clocks, found)
            : found.Find(one => one.Length is not null) ?? found[0];
    }

    private static TimeFinding Several(TokenList tokens, List<ClockMention> clocks, List<TimeFinding> found)
    {
        var fragment = tokens.Fragment(clocks[0].From, clocks[^1].To);
        var times = found.SelectMany(one => one.Start is { } start ? [start] : one.Problems.SelectMany(problem => problem.Times));
        return Problem(AppointmentProblemKind.TwoTimes, fragment, [.. times.Distinct().Order()]);
    }

    private static TimeFinding FindOne(TokenList tokens, ClockMention mention, DayPart? part)
    {
        var fragment = tokens.Fragment(mention.From, mention.To);
        if (!HourReading.Exists(mention.Start) || (mention.End is { } end && !HourReading.Exists(end)))
        {
            return Problem(AppointmentProblemKind.NoSuchTime, fragment, []);
        }

        if (mention is { IsAlternative: true, End: { } other })
        {
            var times = HourReading.Candidates(mention.Start, part).Concat(HourReading.Candidates(other, part));
            return Problem(AppointmentProblemKind.TwoTimes, fragment, [.. times.Distinct().Order()]);
        }

        if (HourReading.EndsTheDay(mention.Start))
        {
            return mention.End is null
                ? new TimeFinding(null, null, true, fragment, [])
                : Problem(AppointmentProblemKind.AmbiguousTime, fragment, [LocalTime.Midnight]);
        }

        var starts = HourReading.Candidates(mention.Start, part);
        if (starts is not [var start] || mention.Start.Kind is ClockKind.Doubtful || HourReading.IsMidnight(mention.Start, part))
        {
            return Problem(AppointmentProblemKind.AmbiguousTime, fragment, starts) with { Length = LengthOfAll(mention.End, starts, part) };
        }

        if (mention.End is null)
        {
            return new TimeFinding(start, null, false, fragment, []);
        }

        return HourReading.LengthTo(mention.End, start, part) is { } length
            ? new TimeFinding(start, length, false, fragment, [])
            : Problem(AppointmentProblemKind.NoSuchTime, fragment, [start]);
    }

    /// <summary>"7 bis 9": two hours, whether in the morning or in the evening.</summary>
    private static Duration? LengthOfAll(Clock? end, IReadOnlyList<LocalTime> starts, DayPart? part) =>
        end is not null && starts.Select(start => HourReading.LengthTo(end, start, part)).Distinct().ToList() is [{ } one] ? one : null;

    private static TimeFinding Problem(AppointmentProblemKind kind, string fragment, IReadOnlyList<LocalTime> times) =>
        new(null, null, false, fragment, [new AppointmentProblem(kind, fragment, [], times)]);
}
