using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>How a ballot is taken again: the same motion and paper, but rules, times and electorate as they are now. Who was excluded for a conflict of interest is
/// excluded again, because the motion is the same.</summary>
/// <param name="Old">The ballot to be taken again.</param>
/// <param name="Motion">What was put to it.</param>
/// <param name="Roll">Its roll, or at least the lines without a vote.</param>
public sealed record Repetition(Ballot Old, Motion Motion, IReadOnlyCollection<RollEntry> Roll)
{
    /// <summary>The meeting the old ballot was taken in with who was noted as present, as long as it is on; null for any other ballot, and once it is over.</summary>
    public (Meeting Meeting, Attendance Noted)? InMeeting { get; init; }

    /// <summary>The ballot as it would be opened now: in the meeting, with those present then; over days where there is none any more.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="repeat">That it is repeated.</param>
    /// <param name="now">Not before the repetition was decided; later when that was interrupted.</param>
    /// <returns>Null when the committee is gone.</returns>
    public Opening? Open(Network network, BallotRepeat repeat, Instant now)
    {
        if (network.Standing(Motion.Committee) is not { } committee)
        {
            return null;
        }

        var mode = InMeeting is not null ? BallotMode.InMeeting : Old.Mode == BallotMode.Circular ? BallotMode.Circular : BallotMode.OverDays;
        var from = IsInTime(network, committee, mode, repeat.At, now) ? repeat.At : now;
        var (opens, closes) = Times(network, committee, mode, from);
        var opening = Opening.Of(
            network, committee, Motion, repeat.Id, opens, closes, mode,
            Roll.Where(entry => entry.Excluded is not (null or Exclusion.Suspended)).ToDictionary(entry => entry.Voter, entry => entry.Excluded!.Value),
            InMeeting?.Noted.PresentAt(from));
        opening = opening with
        {
            Ballot = opening.Ballot with
            {
                Rule = InMeeting is { Meeting: var here } ? here.Here(opening.Ballot.Rule) : opening.Ballot.Rule,
                Form = Old.Form, RepeatOf = Old.Id, Chair = InMeeting is { Meeting: var led } ? led.Chair : Old.Chair, Meeting = InMeeting?.Meeting.Id,
            },
        };
        return IsOwnRule ? AsBefore(network, committee, opening) : opening;
    }

    /// <summary>A round of an election and a poll have their rule and secrecy from whoever opened them, not from the rules for motions.</summary>
    private bool IsOwnRule => Motion.Kind is MotionKind.Election or MotionKind.Poll;

    /// <summary>Whether the ballot can still begin and end as it would have when the repetition was decided: not over, and where secrecy can be asked for, with at least
    /// half of the time left for that.</summary>
    private bool IsInTime(Network network, Committee committee, BallotMode mode, Instant decided, Instant now)
    {
        var (opens, closes) = Times(network, committee, mode, decided);
        return closes > now && (opens == decided || opens - now >= (opens - decided) / 2);
    }

    private (Instant Opens, Instant Closes) Times(Network network, Committee committee, BallotMode mode, Instant from)
    {
        var opens = IsOwnRule ? from : committee.Rules.BallotOpensAt(Motion.Kind, mode, from, network.Zone);
        return (opens, mode == BallotMode.InMeeting ? opens + (Old.ClosesAt - Old.OpenedAt) : committee.Rules.BallotClosesAt(opens, network.Zone));
    }

    /// <summary>A poll asks persons.</summary>
    private Opening AsBefore(Network network, Committee committee, Opening opening) => opening with
    {
        Ballot = opening.Ballot with { Rule = Old.Rule, Secrecy = Old.Secrecy, SecrecyBy = Old.SecrecyBy, CanChangeVote = Old.CanChangeVote },
        Roll = Motion.Kind == MotionKind.Poll ? network.Persons(committee) : opening.Roll,
    };
}
