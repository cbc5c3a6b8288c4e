using NodaTime;

namespace Bot.Domain.Dates;

/// <summary>Days without school, as a coordinator has entered them: there is no rule by which they could be computed, each Land settles its own years ahead.</summary>
/// <param name="Name">What they are called, in the coordinator's words; 1 to <see cref="NameLimit"/> UTF-16 units.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, on or after <paramref name="First"/>; at most <see cref="MostDays"/> in all.</param>
public sealed record SchoolHolidays(string Name, LocalDate First, LocalDate Last)
{
    /// <summary>The longest name.</summary>
    public const int NameLimit = 60;

    /// <summary>The longest time; the summer holidays have six and a half weeks everywhere.</summary>
    public const int MostDays = 62;

    /// <summary>The most that a network keeps.</summary>
    public const int Most = 40;

    /// <summary>Whether the day is one of them.</summary>
    public bool Contains(LocalDate day) => First <= day && day <= Last;

    /// <summary>Whether name and days are within the bounds.</summary>
    public bool IsSound => Name.Length is >= 1 and <= NameLimit && First <= Last && Period.DaysBetween(First, Last) < MostDays;
}
