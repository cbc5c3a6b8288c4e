using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Sessions.BreakTie;

/// <summary>[Angenommen] [Abgelehnt] below a tie that the chair decides.</summary>
internal sealed class DecideHandTieAction(SessionFinder finder, HandTieBreaking breaking) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.DecideTie;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        Verdict? verdict = form["verdict"] switch { nameof(Verdict.Accepted) => Verdict.Accepted, nameof(Verdict.Rejected) => Verdict.Rejected, _ => null };
        return PressedTie.ReplyAsync(
            turn, form, finder, (meeting, decision) => breaking.DecideAsync(turn, meeting, decision, verdict, form[ReasonQuestion.ReasonField], cancellationToken), cancellationToken);
    }
}

/// <summary>[Als Zeug:in bitten] below a tie that the lot decides.</summary>
internal sealed class NameHandWitnessAction(SessionFinder finder, HandTieBreaking breaking) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.NameWitness;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => PressedTie.ReplyAsync(
        turn, form, finder, (meeting, decision) => breaking.NameWitnessAsync(turn, meeting, decision, form[HandTieCard.WitnessField], cancellationToken), cancellationToken);
}

/// <summary>[Ich bin dabei: Los ziehen], pressed by the witness.</summary>
internal sealed class DrawHandLotAction(SessionFinder finder, HandTieBreaking breaking) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.DrawLot;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        PressedTie.ReplyAsync(turn, form, finder, (meeting, decision) => breaking.DrawAsync(turn, meeting, decision, cancellationToken), cancellationToken);
}

/// <summary>What is answered to a pressed button about a tie.</summary>
internal static class PressedTie
{
    /// <summary>Does it and shows what came of it.</summary>
    public static async Task<CardReply> ReplyAsync(
        Turn turn, CardForm form, SessionFinder finder, Func<MeetingId, int, Task<Outcome<AdaptiveCard>>> doing, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        return await doing(meeting.Id, form.Number(HandTieCard.DecisionField) ?? -1) switch
        {
            Outcome<AdaptiveCard>.Done(var card) => new CardReply.Replace(card),
            Outcome<AdaptiveCard>.Refused(var why) => SessionReply.Said(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
