using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Polls;
using Bot.Domain.Voting;

namespace Bot.Texts;

/// <summary>The options of a ballot as people read them: dates in their way of writing dates, all others as they were written.</summary>
internal static class OptionWords
{
    /// <summary>The motion with its options as people read them.</summary>
    public static Motion In(Reader reader, Motion motion) => motion with { Options = All(reader, motion.Options) };

    /// <summary>All options, in their order. Plain text.</summary>
    public static IReadOnlyList<string> All(Reader reader, IReadOnlyList<string> options) => PollDates.ReadAll(options) is { Count: > 0 } dates
        ? [.. dates.Select(date => Appointments.Moment(reader, date))]
        : options;
}
