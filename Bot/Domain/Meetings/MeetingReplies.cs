using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;

namespace Bot.Domain.Meetings;

/// <summary>How a voter, or a person, stands to a meeting that is to come.</summary>
public enum ReplyStanding
{
    /// <summary>No answer yet, or not from everybody who could come.</summary>
    Open,

    /// <summary>Somebody comes who may vote.</summary>
    Coming,

    /// <summary>Nobody comes who may vote.</summary>
    NotComing,

    /// <summary>Somebody who may vote perhaps comes, and nobody surely.</summary>
    Tentative,
}

/// <summary>The answers to a meeting's invitation that count for its present date.</summary>
/// <param name="Items">One of each person who answered, in no order.</param>
public sealed record MeetingReplies(IReadOnlyList<MeetingReply> Items)
{
    /// <summary>Those that were given for the date the meeting has now.</summary>
    /// <param name="meeting">The meeting as it stands.</param>
    /// <param name="chat">What people answered the bot, at most one answer each.</param>
    /// <param name="calendar">What they answered in their calendars, at most one answer each.</param>
    public static MeetingReplies For(Meeting meeting, IEnumerable<MeetingReply> chat, IEnumerable<MeetingReply>? calendar = null) => new(
    [
        .. chat.Concat(calendar ?? []).Where(reply => reply.Asked == meeting.AskedRevision).GroupBy(reply => reply.Person).Select(Counting),
    ]);

    /// <summary>The answer of a person; null while there is none.</summary>
    public MeetingReply? Of(PersonId person) => Items.FirstOrDefault(reply => reply.Person == person);

    /// <summary>Who comes for a voter and may vote: who said so, and whom a colleague named without their having regretted.</summary>
    public IReadOnlyList<PersonId> ComingFor(RollEntry voter) => [.. voter.Actors.Where(actor => Comes(voter, actor))];

    /// <summary>How a voter stands.</summary>
    public ReplyStanding Of(RollEntry voter)
    {
        if (voter.Actors.Any(actor => Comes(voter, actor)))
        {
            return ReplyStanding.Coming;
        }

        if (voter.Actors.Any(actor => Of(actor) is { Kind: ReplyKind.Tentative }))
        {
            return ReplyStanding.Tentative;
        }

        return voter.Actors.Count > 0 && voter.Actors.All(actor => Of(actor) is not null) ? ReplyStanding.NotComing : ReplyStanding.Open;
    }

    /// <summary>How a person stands, for whom a reminder is or is not: who comes, or whose voters are all represented already, stands as coming.</summary>
    /// <param name="electorate">Who may vote in the committee.</param>
    /// <param name="person">Who.</param>
    public ReplyStanding Of(IReadOnlyList<RollEntry> electorate, PersonId person)
    {
        if (Of(person) is { } reply)
        {
            return StandingOf(reply.Kind);
        }

        var own = electorate.Where(voter => voter.HasActor(person)).ToList();
        return own.Count > 0 && own.All(voter => Of(voter) == ReplyStanding.Coming) ? ReplyStanding.Coming : ReplyStanding.Open;
    }

    /// <summary>How whoever answered so stands.</summary>
    public static ReplyStanding StandingOf(ReplyKind kind) => kind switch
    {
        ReplyKind.Accepted => ReplyStanding.Coming,
        ReplyKind.Tentative => ReplyStanding.Tentative,
        _ => ReplyStanding.NotComing,
    };

    /// <summary>How many voters come, and how many are missing for a quorum.</summary>
    /// <param name="electorate">Who may vote in the committee.</param>
    /// <param name="rule">The majority that counts in this meeting.</param>
    public QuorumForecast Forecast(IReadOnlyList<RollEntry> electorate, MajorityRule rule)
    {
        var standings = electorate.Select(Of).ToList();
        var coming = standings.Count(standing => standing == ReplyStanding.Coming);
        var needed = rule.Quorum?.FewestOf(electorate.Count, rule.QuorumComparison);
        return new QuorumForecast(coming, standings.Count(standing => standing == ReplyStanding.NotComing), electorate.Count, needed is { } fewest ? long.Max(0, fewest - coming) : null)
        {
            Tentative = standings.Count(standing => standing == ReplyStanding.Tentative),
        };
    }

    private static MeetingReply Counting(IEnumerable<MeetingReply> ofOne)
    {
        var (chat, calendar) = (ofOne.FirstOrDefault(reply => !reply.IsFromCalendar), ofOne.FirstOrDefault(reply => reply.IsFromCalendar));
        return chat is null ? calendar! : calendar is null ? chat : MeetingReply.Later(chat, calendar);
    }

    private bool Comes(RollEntry voter, PersonId actor) => Of(actor) switch
    {
        { Kind: ReplyKind.Accepted } => true,
        null => voter.Actors.Any(colleague => Of(colleague) is { Kind: ReplyKind.Substituted, Substitute: { } named } && named == actor),
        _ => false,
    };
}

/// <summary>What the answers say about a meeting that is to come. Only a look ahead: what counts is who takes part in a vote.</summary>
/// <param name="Coming">Voters for whom somebody comes.</param>
/// <param name="NotComing">Voters for whom nobody comes.</param>
/// <param name="Entitled">Voters of the committee.</param>
/// <param name="Missing">How many more voters must come for the quorum, 0 when it is reached; null where there is none.</param>
public sealed record QuorumForecast(int Coming, int NotComing, int Entitled, long? Missing)
{
    /// <summary>Voters for whom somebody comes perhaps and nobody surely. For the quorum they are not counted.</summary>
    public int Tentative { get; init; }

    /// <summary>Voters of whom nothing, or not enough, was heard.</summary>
    public int Open => Entitled - Coming - NotComing - Tentative;
}
