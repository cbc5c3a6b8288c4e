using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Sessions;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.StepThrough;

/// <summary>[Nächster TOP].</summary>
internal sealed class CallUpNextAction(SessionFinder finder, SessionChanges changes, SessionReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Next;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        PressedStep.ReplyAsync(turn, form, finder, changes, reply, (session, act) => session.CallUp(null, act), cancellationToken);
}

/// <summary>[TOP erledigt].</summary>
internal sealed class FinishItemAction(SessionFinder finder, SessionChanges changes, SessionReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Done;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        PressedStep.ReplyAsync(turn, form, finder, changes, reply, (session, act) => session.Leave(null, isPostponed: false, act), cancellationToken);
}

/// <summary>[TOP vertagen].</summary>
internal sealed class PostponeItemAction(SessionFinder finder, SessionChanges changes, SessionReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Postpone;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        PressedStep.ReplyAsync(turn, form, finder, changes, reply, (session, act) => session.Leave(null, isPostponed: true, act), cancellationToken);
}

/// <summary>A button for a step along the agenda. It stands for where the card showed the meeting to be: when it has moved on since, it does nothing but show that.</summary>
internal static class PressedStep
{
    /// <summary>Does the step and shows where the meeting stands.</summary>
    public static async Task<CardReply> ReplyAsync(
        Turn turn, CardForm form, SessionFinder finder, SessionChanges changes, SessionReply reply, Func<MeetingSession, SessionAct, Outcome<SessionStep>> step,
        CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        var seen = form.Number("seen") ?? -1;
        var outcome = await changes.ChangeAsync(
            turn, meeting.Id, session => session.Record.LastStep == seen ? step(session, SessionChanges.Act(turn, "step")) : new Refusal(RefusalCode.ChangedMeanwhile), cancellationToken);
        return outcome switch
        {
            Outcome<SessionStep>.Done => await reply.ReplaceAsync(turn, meeting.Id, null, cancellationToken),
            Outcome<SessionStep>.Refused({ Code: RefusalCode.ChangedMeanwhile }) =>
                await reply.ReplaceAsync(turn, meeting.Id, Messages.Get(turn.Reader, Sentence.SessionMovedOn), cancellationToken),
            Outcome<SessionStep>.Refused(var why) => SessionReply.Said(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
