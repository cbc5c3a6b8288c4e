using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Texts;
using Bot.Turns;
using NodaTime.Text;

namespace Bot.Features.Register.FollowResolution;

/// <summary>[Zuständigkeit und Frist]: shows the form.</summary>
internal sealed class AskAssignAction(ResolutionViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ResolutionVerbs.AskAssign;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var number = ResolutionQuery.NumberIn(form[ResolutionVerbs.NumberField]);
        if (!turn.IsPersonal || await views.FindAsync(turn, number, cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.ResolutionUnknown, number?.ToString() ?? string.Empty)));
        }

        return await views.IsLedAsync(turn, view.Entry, cancellationToken)
            ? new CardReply.Replace(AssignForm.Render(turn, view, new AssignTerms(string.Empty, null), null))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.ResolutionNotLed)));
    }
}

/// <summary>[Festlegen] on the form.</summary>
internal sealed class AssignResolutionAction(ResolutionViews views, AssignHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ResolutionVerbs.Assign;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var number = ResolutionQuery.NumberIn(form[ResolutionVerbs.NumberField]);
        var terms = new AssignTerms(
            ShortText.Cut(form[AssignForm.OwnerField], AssignForm.LongestName),
            LocalDatePattern.Iso.Parse(form[AssignForm.DueField]) is { Success: true, Value: { Year: >= 1900 and <= 9998 } day } ? day : null);
        switch (await handler.HandleAsync(turn, number, terms, cancellationToken))
        {
            case Outcome<ResolutionView>.Done(var view):
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, FollowUpWords.Assigned(turn, view))) { Settled = view.Entry.Number.ToString() };
            case Outcome<ResolutionView>.Refused(var why) when AssignHandler.IsAboutTheForm(why) && turn.IsPersonal && await views.FindAsync(turn, number, cancellationToken) is { } view:
                return new CardReply.Replace(AssignForm.Render(turn, view, terms, RefusalText.Markdown(turn, why)));
            case Outcome<ResolutionView>.Refused(var why):
                return new CardReply.Say(RefusalText.Plain(turn, why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

/// <summary>[Zurück] on a form of the register: shows the resolution as it stands.</summary>
internal sealed class ShowResolutionAction(ResolutionViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ResolutionVerbs.Show;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var number = ResolutionQuery.NumberIn(form[ResolutionVerbs.NumberField]);
        if (await views.FindAsync(turn, number, cancellationToken) is not { } view)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.ResolutionUnknown, number?.ToString() ?? string.Empty)));
        }

        var heading = Messages.Get(turn.Reader, Sentence.ResolutionHeading, view.Entry.Number.ToString());
        return new CardReply.Replace(ListResolutions.ResolutionCard.Render(
            turn, heading, [view], string.Empty, PageRequest.First, [.. FollowUpPart.Buttons(turn, view, await views.IsLedAsync(turn, view.Entry, cancellationToken))]));
    }
}
