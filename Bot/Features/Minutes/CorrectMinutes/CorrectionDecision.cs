using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Minutes;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.CorrectMinutes;

/// <summary>Decides on a correction and shows the next that waits; the one who proposed it is told.</summary>
internal sealed class CorrectionDecision(MinutesFinder finder, MinutesChanges changes)
{
    /// <summary>Accepts or rejects.</summary>
    public async Task<CardReply> DecideAsync(Turn turn, CardForm form, bool isAccepted, CancellationToken cancellationToken)
    {
        var (meeting, number, reason) = (form.Id(MinutesVerbs.MeetingField), form.Number(MinutesVerbs.NumberField) ?? 0, form[CorrectionCard.ReasonField]);
        var outcome = await changes.ChangeAsync(
            turn,
            meeting,
            view => Task.FromResult(turn.Sender is { } sender
                ? view.Minutes.Decide(turn.Network, view.Meeting, number, isAccepted, reason, sender.Id, turn.Now)
                : new Refusal(RefusalCode.MinutesNotFound)),
            cancellationToken);
        var view = await finder.FindAsync(turn, meeting, cancellationToken);
        return outcome switch
        {
            Outcome<MeetingMinutes>.Done => Next(turn, view, CardText.Escape(Messages.Get(turn.Reader, isAccepted ? Sentence.CorrectionAccepted : Sentence.CorrectionRejected, number))),
            Outcome<MeetingMinutes>.Refused { Why: { Code: RefusalCode.ReasonMissing or RefusalCode.TextTooLong } why } when view?.Minutes.Find(number) is { } correction =>
                new CardReply.Replace(CorrectionCard.Render(turn, view, correction, reason, RefusalText.Markdown(turn, why))),
            Outcome<MeetingMinutes>.Refused refused => new CardReply.Say(RefusalText.Plain(turn, refused.Why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static CardReply.Replace Next(Turn turn, MinutesView? view, string said) =>
        view?.Minutes.Corrections.FirstOrDefault(one => one.State == CorrectionState.Proposed) is { } next
            ? new CardReply.Replace(CorrectionCard.Render(turn, view, next, lead: said)) { Settled = view.Meeting.Id.Value }
            : new CardReply.Replace(SentenceCard.Of(turn.Reader, said)) { Settled = view?.Meeting.Id.Value };
}

/// <summary>[Annehmen].</summary>
internal sealed class AcceptCorrectionAction(CorrectionDecision decision) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.Accept;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => decision.DecideAsync(turn, form, isAccepted: true, cancellationToken);
}

/// <summary>[Ablehnen].</summary>
internal sealed class RejectCorrectionAction(CorrectionDecision decision) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.Reject;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => decision.DecideAsync(turn, form, isAccepted: false, cancellationToken);
}
