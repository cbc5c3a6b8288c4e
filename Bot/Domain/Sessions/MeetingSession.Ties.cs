using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Voting;

namespace Bot.Domain.Sessions;

/// <content>A show of hands that came to a tie which the rules give to the chair or to the lot.</content>
/// <remarks>A tie that nobody broke before the meeting was closed is not decided, and is not recorded: the rules say that it is to be decided by somebody, so it was neither
/// carried nor rejected, and what is put to the vote again is another vote.</remarks>
public sealed partial record MeetingSession
{
    /// <summary>The decisions whose ties wait, in order.</summary>
    public IEnumerable<SessionEntry> OpenTies => Record.Decisions.Where(decision => decision.IsTieOpen);

    /// <summary>Whether the person breaks a tie that the rules give to the chair: the chair, or a coordinator where there is none the network knows.</summary>
    public bool HasTieDecidedBy(PersonId person) =>
        Network.Allows(Right.DecideTie, person, Meeting.Committee, Meeting.Chair) && (Meeting.Chair is not { } chair || Network.Person(chair) is null || chair == person);

    /// <summary>Whether an entry can never be undone: a decision the lot has decided, and what was said about its tie.</summary>
    /// <remarks>Whoever could take a drawn lot back could have it drawn until it suits them. What was noted wrongly is put right by another vote, with its reason beside it; both stand.</remarks>
    public bool IsFinal(SessionEntry entry) => Record.Decisions.Any(decision => decision.Number == (entry.About ?? entry.Number) && decision.IsDrawn);

    /// <summary>Whether the lot has decided the same question in this meeting before, so that it is not drawn again.</summary>
    /// <param name="decision">The decision whose tie waits.</param>
    public bool IsDrawnBefore(SessionEntry decision) => Record.Decisions.Any(other => other.IsDrawn && other.Number != decision.Number && SameQuestion.IsOrPutAgain(other.Text, decision.Text));

    /// <summary>The chair breaks a tie.</summary>
    /// <param name="decision">Which decision, by its number.</param>
    /// <param name="verdict">Accepted or rejected.</param>
    /// <param name="reason">Why.</param>
    /// <param name="act">Who, when.</param>
    public Outcome<SessionStep> DecideTie(int decision, Verdict verdict, string reason, SessionAct act)
    {
        if (!HasTieDecidedBy(act.By))
        {
            return Meeting.Chair is { } chair && Network.Person(chair) is { } person ? new Refusal(RefusalCode.OnlyTheChair, person.Name) : new Refusal(RefusalCode.OnlyCoordinator);
        }

        return Break(decision, act, standing => TieBreak.ByChair(standing?.Result, reason, act.By, act.At), () => verdict);
    }

    /// <summary>Names who is to see the lot drawn; naming somebody else before it is drawn takes the place of the first.</summary>
    /// <param name="decision">Which decision, by its number.</param>
    /// <param name="witness">Somebody of the committee, or who leads the meeting: others would learn what it was about.</param>
    /// <param name="act">Who, when.</param>
    public Outcome<SessionStep> NameWitness(int decision, PersonId witness, SessionAct act)
    {
        if (!IsLedBy(act))
        {
            return new Refusal(RefusalCode.OnlyMeetingLead);
        }

        var committee = Network.Committee(Meeting.Committee);
        return Network.Person(witness) is not null && !Meeting.IsLedBy(Network, witness) && (committee is null || !Network.Allows(Right.FollowMeeting, witness, committee))
            ? new Refusal(RefusalCode.NotMemberOfCommittee, committee?.Name ?? string.Empty)
            : Break(decision, act, standing => TieBreak.ByLot(standing?.Result, Network, witness, act.By, act.At), () => null);
    }

    /// <summary>The witness is present, and the lot is drawn.</summary>
    /// <param name="decision">Which decision, by its number.</param>
    /// <param name="draw">Draws: accepted or rejected. Called only when the lot is to be drawn, and what it says counts only when it is stored.</param>
    /// <param name="act">Who, when.</param>
    public Outcome<SessionStep> DrawLot(int decision, Func<Verdict> draw, SessionAct act) => Break(
        decision, act, standing => standing?.Tie is { } tie ? tie.Drawn(standing.Result, act.By, act.At) : new Refusal(RefusalCode.NoTieToDecide), () => draw());

    private Outcome<SessionStep> Break(int decision, SessionAct act, Func<SessionEntry?, Outcome<TieBreak>> tie, Func<Verdict?> verdict)
    {
        if (NotOpen(act.At) is { } refusal)
        {
            return refusal;
        }

        if (Record.From(act.Origin) is { } before)
        {
            return Repeated(before);
        }

        var standing = Record.Decisions.FirstOrDefault(entry => entry.Number == decision);
        if (standing is { Verdict: Verdict.Lot } && IsDrawnBefore(standing))
        {
            return new Refusal(RefusalCode.LotStands);
        }

        return tie(standing) switch
        {
            Outcome<TieBreak>.Done(var broken) => new SessionStep(
                New(SessionEntryKind.TieBroken, act) with { Item = standing!.Item, About = decision, Tie = broken, TieVerdict = verdict() }),
            Outcome<TieBreak>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
