using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Sessions;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Sessions.TakeBackOpening;

/// <summary>[Eröffnung zurücknehmen]: shows what would follow.</summary>
internal sealed class AskTakeBackAction(SessionFinder finder, OpeningTakingBack taking) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.AskTakeBack;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        return await taking.AskAsync(turn, meeting, cancellationToken) switch
        {
            Outcome<(AdaptiveCard Card, bool IsQuestion)>.Done(var (card, isQuestion)) => isQuestion ? AskedBelow.Of(turn.Reader, card) : new CardReply.Replace(card),
            Outcome<(AdaptiveCard Card, bool IsQuestion)>.Refused(var why) => SessionReply.Said(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>[Ja, zurücknehmen].</summary>
internal sealed class TakeBackAction(SessionFinder finder, OpeningTakingBack taking) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.TakeBack;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        return await taking.DoAsync(turn, meeting, cancellationToken) switch
        {
            Outcome<(AdaptiveCard Card, SessionStep Step)>.Done(var done) => new CardReply.Replace(done.Card) { Settled = SessionReply.Settled(meeting.Id, done.Step) },
            Outcome<(AdaptiveCard Card, SessionStep Step)>.Refused(var why) => SessionReply.Said(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
