using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Domain;
using Bot.Domain.Records;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.CorrectResolution;

/// <summary>[Eintragen] on the form: records the correction as an entry of its own, once.</summary>
internal sealed class CorrectResolutionAction(ResolutionViews views, ResolutionStore resolutions) : ICardAction
{
    private const int LongestTitle = 200;

    /// <inheritdoc/>
    public string Verb => ResolutionVerbs.Correct;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        // A form shown again goes back to the same message, so that what is pressed on either of the two is done once.
        turn = turn with { Form = FormReference.In(form) ?? turn.Form };
        var number = ResolutionQuery.NumberIn(form[ResolutionVerbs.NumberField]);
        if (turn.WhyNot(Right.CorrectResolution) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        if (!turn.IsPersonal || await views.FindAsync(turn, number, cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.ResolutionUnknown, number?.ToString() ?? string.Empty)));
        }

        var (wording, reason) = (form[ResolutionCorrectionForm.TextField], form[ResolutionCorrectionForm.ReasonField]);
        switch (Draft(turn, view.Entry, wording, reason))
        {
            case Outcome<ResolutionDraft>.Done(var draft):
                var entry = await resolutions.RecordAsync(turn.Network.Id, draft, cancellationToken);
                var said = Messages.Get(turn.Reader, Sentence.ResolutionCorrectionRecorded, entry.Number.ToString(), view.Entry.Number.ToString());
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, said)) { Settled = entry.Number.ToString() };
            case Outcome<ResolutionDraft>.Refused(var why):
                return new CardReply.Replace(ResolutionCorrectionForm.Render(turn, view, wording, reason, RefusalText.Markdown(turn, why)));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The register is kept in German, whoever reads it.</summary>
    private static Outcome<ResolutionDraft> Draft(Turn turn, ResolutionEntry entry, string wording, string reason)
    {
        var title = ShortText.Abbreviate(Messages.Get(Reader.German, Sentence.ResolutionCorrectionTitle, entry.Number.ToString(), entry.Title), LongestTitle);
        return ResolutionCorrection.Draft(entry, title, wording, reason, "correction-" + turn.Form.IdentityOf(Subjects.Resolution), turn.Now);
    }
}
