using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Ballots;

/// <summary>What the sender may do with a ballot, and who may where they may not.</summary>
internal static class BallotRights
{
    /// <summary>Null where the sender may close the ballot and have a lot drawn.</summary>
    public static Refusal? WhyNotLead(Turn turn, Ballot ballot) =>
        turn.Sender is { } sender && ballot.IsLedBy(turn.Network, sender.Id) ? null : LeftToLeader(turn, ballot.Chair);

    /// <summary>Null where the sender may declare the ballot void.</summary>
    public static Refusal? WhyNotVoid(Turn turn, Ballot ballot) => turn.Sender is { } sender && ballot.MayBeVoidedBy(turn.Network, sender.Id)
        ? null
        : ballot.Mode == BallotMode.InMeeting ? LeftToLeader(turn, ballot.Chair) : new Refusal(RefusalCode.OnlyCoordinator);

    /// <summary>Null where the sender may decide a tie that the rules give to the chair.</summary>
    public static Refusal? WhyNotDecide(Turn turn, Ballot ballot)
    {
        if (turn.Sender is { } sender && ballot.HasTieDecidedBy(turn.Network, sender.Id))
        {
            return null;
        }

        return ballot.Chair is { } chair && turn.Network.Person(chair) is { } person
            ? new Refusal(RefusalCode.OnlyTheChair, person.Name)
            : new Refusal(RefusalCode.OnlyCoordinator);
    }

    /// <summary>What somebody hears who neither leads nor coordinates.</summary>
    public static Refusal LeftToLeader(Turn turn, PersonId? leader) => leader is { } chair && turn.Network.Person(chair) is { } person
        ? new Refusal(RefusalCode.OnlyChair, person.Name)
        : new Refusal(RefusalCode.OnlyCoordinator);
}
