using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Deliveries;

/// <summary>Something that is announced: a meeting, a ballot, or something else.</summary>
/// <param name="Network">The network as far as whoever asks may know of it.</param>
/// <param name="Committee">Whose it is.</param>
/// <param name="Meeting">The meeting; null for anything else.</param>
/// <param name="Ballot">The ballot; null for anything else.</param>
internal sealed record ReachSubject(Network Network, Committee Committee, Meeting? Meeting, BallotRecord? Ballot)
{
    /// <summary>What it is where it is neither meeting nor ballot.</summary>
    public ReachMatter? Matter { get; init; }

    /// <summary>What kind of subject it is.</summary>
    public string Kind => Matter?.Kind ?? (Meeting is null ? Subjects.Ballot : Subjects.Meeting);

    /// <summary>Its identity.</summary>
    public string Id => Matter?.Id ?? Meeting?.Id.Value ?? Ballot!.Ballot.Id.Value;

    /// <summary>What it goes by on cards.</summary>
    public string Key => Kind + "." + Id;

    /// <summary>How deliveries about it are filed.</summary>
    public string Filed => Subjects.Filed(Network.Id, Kind, Id);

    /// <summary>How mails about it are filed.</summary>
    public string MailFiled => Subjects.Filed(Network.Id, Meeting is null ? Subjects.BallotMail : Subjects.Invitation, Id);

    /// <summary>Who looks at it when something is to be said.</summary>
    public DueSubject Due => Subjects.Due(Network.Id, Kind, Id);

    /// <summary>The message that is still to be said to whoever has not heard it; null when it is too late for all of them.</summary>
    public string? CurrentKind(Instant now) => (Meeting, Ballot) switch
    {
        ({ } meeting, _) when now >= meeting.StartsAt(Network.Zone) => null,
        ({ State: MeetingState.Cancelled }, _) => MeetingMessages.Cancellation,
        ({ State: MeetingState.Invited } meeting, _) => MeetingMessages.NewsKind(meeting),
        (_, { } ballot) => BallotMessages.CurrentKind(ballot, now),
        _ => null,
    };

    /// <summary>Whether a message is still said to whoever has not heard it.</summary>
    public bool IsCurrent(string kind, Instant now) => Matter is { } matter ? matter.Said.Contains(kind) : kind == CurrentKind(now);

    /// <summary>The mail that is still to be sent to whoever has not got it; null when it is too late for all of them.</summary>
    public string? CurrentMail(Instant now) => CurrentKind(now) is null ? null : Meeting is { } meeting ? MailMessages.KindOf(meeting) : MailMessages.Call;

    /// <summary>Whether somebody who got one message knows all that another says.</summary>
    /// <param name="got">What they got.</param>
    /// <param name="asked">The other.</param>
    public bool Covers(string got, string asked) => Matter is not null ? got == asked
        : Meeting is not null
        ? got == asked || MeetingMessages.RevisionTold(got) >= MeetingMessages.RevisionTold(asked)
        : BallotMessages.Covers(got, asked);

    /// <summary>Whether a message is for all who are concerned, not only for some of them: then whoever has no account has missed it.</summary>
    public bool IsForAll(string kind) => Meeting is not null
        ? MeetingMessages.RevisionTold(kind) is not null && !kind.StartsWith(BallotMessages.Reminder, System.StringComparison.Ordinal)
        : Ballot is not null && kind is (BallotMessages.Card or BallotMessages.Coming);
}
