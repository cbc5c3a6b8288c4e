using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Meetings;
using Bot.Domain.Records;
using NodaTime;

namespace Bot.Domain.Digests;

/// <summary>One point of somebody's weekly overview.</summary>
public abstract record DigestPoint
{
    /// <summary>Most points of one overview.</summary>
    public const int Most = 5;

    private DigestPoint()
    {
    }

    /// <summary>A vote that runs and was not cast.</summary>
    /// <param name="Title">What it is about.</param>
    /// <param name="ClosesAt">Until when.</param>
    public sealed record OpenBallot(string Title, Instant ClosesAt) : DigestPoint;

    /// <summary>A task of the reader's.</summary>
    /// <param name="Text">What is to be done.</param>
    /// <param name="Due">Until when.</param>
    public sealed record OwnTask(string Text, LocalDate Due) : DigestPoint;

    /// <summary>A resolution the reader is responsible for.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Title">Its short name.</param>
    /// <param name="Due">Until when.</param>
    public sealed record OwnResolution(string Number, string Title, LocalDate Due) : DigestPoint;

    /// <summary>A prospect is to be asked again; for coordinators only.</summary>
    /// <param name="Name">The organization.</param>
    /// <param name="Day">When.</param>
    public sealed record ProspectFollowUp(string Name, LocalDate Day) : DigestPoint;

    /// <summary>A meeting to come.</summary>
    public sealed record ComingMeeting(Meeting Meeting) : DigestPoint;

    /// <summary>Agenda items are taken not much longer.</summary>
    /// <param name="Meeting">For which meeting.</param>
    /// <param name="Until">The last minute.</param>
    public sealed record ItemDeadline(Meeting Meeting, LocalDateTime Until) : DigestPoint;

    /// <summary>Something was decided since the last overview.</summary>
    public sealed record Result(ResolutionEntry Resolution) : DigestPoint;

    /// <summary>Those that are told: of each kind the first, then of each the second, until there are <see cref="Most"/>; so no kind hides another. In the order of kinds.</summary>
    /// <param name="kinds">The points of each kind, the most urgent kind and in it the most urgent point first.</param>
    public static IReadOnlyList<DigestPoint> Chosen(params IReadOnlyList<DigestPoint>[] kinds) =>
    [
        .. kinds.SelectMany((points, kind) => points.Select((point, place) => (point, kind, place)))
            .OrderBy(one => one.place).ThenBy(one => one.kind).Take(Most)
            .OrderBy(one => one.kind).ThenBy(one => one.place).Select(one => one.point),
    ];
}
