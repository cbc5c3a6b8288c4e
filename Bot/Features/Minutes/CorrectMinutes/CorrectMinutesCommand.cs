using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Minutes;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.CorrectMinutes;

/// <summary>"Berichtigung zum Protokoll: TOP 2 …", "Berichtigung zum Protokoll Beirat 14.1.: …": shows the correction that would be proposed.</summary>
internal sealed class CorrectMinutesCommand(MinutesFinder finder) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CorrectMinutes;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MinutesInPrivate));
        }

        // What stands before the colon says which minutes; what comes after it belongs to the correction, dates and committees in it too.
        var newest = (await finder.ReadableAsync(turn, text.FoldedBeforeColon, cancellationToken)).Select(one => one.Minutes.Meeting.Value).FirstOrDefault();
        if (await finder.FindAsync(turn, newest, cancellationToken) is not { } view || turn.Sender is not { } sender)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.OwnCommittees.Length == 0 ? Sentence.MembersOnly : Sentence.NoMinutes));
        }

        if (view.Minutes.WhyNotCorrectedBy(turn.Network, view.Meeting, view.Body, sender.Id) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        var card = CorrectionForm.Render(turn, view, CorrectionText.Read(text.AfterColon));
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

/// <summary>[Berichtigung vorschlagen] on the minutes: shows the form.</summary>
internal sealed class AskCorrectAction(MinutesFinder finder) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.AskCorrect;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || await finder.FindAsync(turn, form.Id(MinutesVerbs.MeetingField), cancellationToken) is not { } view || turn.Sender is not { } sender)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MinutesNotFound)));
        }

        return view.Minutes.WhyNotCorrectedBy(turn.Network, view.Meeting, view.Body, sender.Id) is { } refusal
            ? new CardReply.Say(RefusalText.Plain(turn, refusal))
            : new CardReply.Replace(CorrectionForm.Render(turn, view, new CorrectionProposal(null, null, string.Empty)));
    }
}

/// <summary>[Vorschlagen] on the form: the chair and the coordinators are told.</summary>
internal sealed class CorrectAction(MinutesFinder finder, MinutesChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.Correct;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        // A form shown again goes back to the same message, so that what is pressed on either of the two is done once.
        turn = turn with { Form = FormReference.In(form) ?? turn.Form };
        var proposal = new CorrectionProposal(form.Number(CorrectionForm.PlaceField), form.Number(CorrectionForm.LineField), form[CorrectionForm.TextField]);
        var origin = turn.Form.IdentityOf(Subjects.Minutes);
        var outcome = await changes.ChangeAsync(
            turn,
            turn.IsPersonal ? form.Id(MinutesVerbs.MeetingField) : null,
            view => Task.FromResult(turn.Sender is { } sender
                ? view.Minutes.Propose(turn.Network, view.Meeting, view.Body, proposal, origin, sender.Id, turn.Now)
                : new Refusal(RefusalCode.MinutesNotFound)),
            cancellationToken);
        switch (outcome)
        {
            case Outcome<MeetingMinutes>.Done(var minutes):
                var number = minutes.Corrections.First(correction => correction.Origin == origin).Number;
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.CorrectionTaken, number))) { Settled = minutes.Meeting.Value };
            case Outcome<MeetingMinutes>.Refused { Why: { Code: RefusalCode.CorrectionMissing or RefusalCode.TextTooLong or RefusalCode.ItemNotInMinutes or RefusalCode.LineNotInMinutes } why }
                when await finder.FindAsync(turn, form.Id(MinutesVerbs.MeetingField), cancellationToken) is { } view:
                return new CardReply.Replace(CorrectionForm.Render(turn, view, proposal, RefusalText.Markdown(turn, why)));
            case Outcome<MeetingMinutes>.Refused refused:
                return new CardReply.Say(RefusalText.Plain(turn, refused.Why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
