using System.Collections.Generic;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace Bot.Domain.Polls;

/// <summary>Dates as options of a poll: kept as text like every other option, in a form that can be read back.</summary>
public static class PollDates
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>The option of a date.</summary>
    public static string Write(LocalDateTime date) => Pattern.Format(date);

    /// <summary>The date of an option; null when the option is none.</summary>
    public static LocalDateTime? Read(string option) => Pattern.Parse(option) is { Success: true, Value: var date } ? date : null;

    /// <summary>The dates of all options; empty when one of them is none.</summary>
    public static IReadOnlyList<LocalDateTime> ReadAll(IEnumerable<string> options)
    {
        var dates = options.Select(Read).ToList();
        return dates.Contains(null) ? [] : [.. dates.OfType<LocalDateTime>()];
    }
}
