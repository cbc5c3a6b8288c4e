using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>When a committee meets, or would meet.</summary>
/// <param name="Committee">Which.</param>
/// <param name="Day">The day, in the network's zone.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it is to end, at or before <paramref name="Start"/> on the next day; null when not said.</param>
public sealed record MeetingSlot(CommitteeId Committee, LocalDate Day, LocalTime Start, LocalTime? End)
{
    /// <summary>How long a meeting is taken to last whose end was not named.</summary>
    private const int UsualHours = 2;

    /// <summary>From this hour on two meetings of a day take the same evening, even one after the other.</summary>
    private static readonly LocalTime Evening = new(16, 0);

    private LocalDateTime Begins => Day + Start;

    private LocalDateTime Ends => End is { } end ? (end > Start ? Day : Day.PlusDays(1)) + end : Begins.PlusHours(UsualHours);

    /// <summary>When a meeting is.</summary>
    public static MeetingSlot Of(Meeting meeting) => new(meeting.Committee, meeting.Day, meeting.Start, meeting.End);

    /// <summary>Whether somebody who sits in both committees would have to be at two places, or away the whole evening.</summary>
    public bool Meets(MeetingSlot other) => Committee != other.Committee
        && ((Begins < other.Ends && other.Begins < Ends) || (Day == other.Day && Start >= Evening && other.Start >= Evening));

    /// <summary>Which others meet at the same time with the same people, in their order.</summary>
    /// <param name="network">Who sits where. Coordinators come to everything and do not count by themselves.</param>
    /// <param name="others">All others that could.</param>
    public IReadOnlyList<MeetingClash> ClashesWith(Network network, IEnumerable<MeetingSlot> others)
    {
        var near = others.Where(Meets).ToList();
        if (near.Count == 0 || network.Committee(Committee) is not { } committee)
        {
            return [];
        }

        var own = network.Members(committee).ToHashSet();
        return
        [
            .. near.Select(other => new MeetingClash(other, network.Committee(other.Committee) is { } one ? [.. network.Members(one).Where(own.Contains)] : []))
                .Where(clash => clash.Persons.Count > 0),
        ];
    }
}

/// <summary>Another meeting at the same time with the same people.</summary>
/// <param name="Other">The other meeting.</param>
/// <param name="Persons">Who sits in both; at least one. The names are for coordinators only.</param>
public sealed record MeetingClash(MeetingSlot Other, IReadOnlyList<PersonId> Persons);
