using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.EndApplication;

/// <summary>"Antrag nicht weitergeben: Verein Brücke": asks a coordinator for the reason, which the applicant is told. In 1:1 only.</summary>
internal sealed class DeclineCommand(AdmissionStore admissions) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Decline;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.ConsultBoard) is { } why)
        {
            return new Answer.Text(RefusalText.Markdown(turn, why));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.WaiveInPrivate));
        }

        var waiting = (await admissions.RunningAsync(turn.Network.Id, cancellationToken)).Where(admission => admission.State == AdmissionState.Applied);
        return ChosenCase.Of(turn, waiting, Entry.RestOf(text), Sentence.DeclineNothing, admission => DeclineCard.Render(turn, admission));
    }
}

/// <summary>[Nicht weitergeben]: asks for the reason.</summary>
internal sealed class AskDeclineAction(AdmissionStore admissions) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.AskDecline;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var refusal = turn.WhyNot(Right.ConsultBoard);
        if (refusal is null && form.Id("admission") is { } id && await admissions.FindAsync(turn.Network.Id, new AdmissionId(id), cancellationToken) is { Value: var admission })
        {
            return admission.State == AdmissionState.Applied
                ? new CardReply.Replace(DeclineCard.Render(turn, admission))
                : new CardReply.Replace(SentenceCard.Of(turn.Reader, AdmissionWords.Of(turn.Reader, admission)));
        }

        return new CardReply.Say(RefusalText.Plain(turn, refusal ?? new Refusal(RefusalCode.AdmissionNotFound)));
    }
}

/// <summary>[Ja, nicht weitergeben].</summary>
internal sealed class DeclineAction(AdmissionStore admissions, AdmissionChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Decline;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new AdmissionId(form.Id("admission") ?? string.Empty);
        var reason = form[ReasonQuestion.ReasonField];
        var outcome = await changes.ApplyAsync(turn, id, admission => Task.FromResult(admission.Decline(turn.Network, turn.Sender?.Id ?? default, reason, turn.Now)), cancellationToken);
        switch (outcome)
        {
            case Outcome<Admission>.Done(var declined):
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, AdmissionWords.Of(turn.Reader, declined))) { Settled = id.Value };
            case Outcome<Admission>.Refused { Why: { Code: RefusalCode.ReasonMissing or RefusalCode.TextTooLong } why }
                when await admissions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var admission }:
                return new CardReply.Replace(DeclineCard.Render(turn, admission, reason, RefusalText.Markdown(turn, why)));
            case Outcome<Admission>.Refused(var why):
                return new CardReply.Say(RefusalText.Plain(turn, why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

/// <summary>Asks why an application is not passed on, and says who is told.</summary>
internal static class DeclineCard
{
    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="admission">The case.</param>
    /// <param name="reason">The reason as far as it was typed.</param>
    /// <param name="objection">Why it could not be done as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Admission admission, string reason = "", string? objection = null) => ReasonQuestion.Draw(
        turn.Reader,
        Messages.Get(turn.Reader, Sentence.DeclineHeading, CardText.Escape(admission.Applicant, LineBreaks.Collapse)),
        Messages.Get(turn.Reader, Sentence.DeclineQuestion),
        Sentence.InputDeclineReason,
        (reason, objection),
        CardPart.Button(turn.Reader, Sentence.ButtonDecline, AdmissionVerbs.Decline, [("admission", admission.Id.Value), .. turn.Form.Data]),
        CardPart.Button(turn.Reader, Sentence.ButtonDismiss, AdmissionVerbs.Dismiss, turn.Form.Data));
}

/// <summary>Which application a typed line means, of those it can be done to.</summary>
internal static class ChosenCase
{
    /// <summary>UTF-16 units of all names in one answer.</summary>
    private const int NamesLimit = 1500;

    /// <summary>The card for the one that is named, or for the only one; otherwise what is asked back.</summary>
    /// <param name="turn">Who asks.</param>
    /// <param name="possible">Those they may do it to.</param>
    /// <param name="name">As typed; empty for none.</param>
    /// <param name="nothing">What is said where there is none.</param>
    /// <param name="draw">The card.</param>
    public static Answer Of(Turn turn, IEnumerable<Admission> possible, string name, Sentence nothing, System.Func<Admission, AdaptiveCard> draw)
    {
        var all = possible.ToList();
        var named = name.Length == 0 ? all : [.. all.Where(admission => OrganizationName.IsSame(admission.Applicant, name))];
        switch (named)
        {
            case [var one]:
                var card = draw(one);
                return new Answer.Card(card, card.FallbackText ?? string.Empty);
            case [] when all.Count == 0:
                return new Answer.Text(Messages.Get(turn.Reader, nothing));
            default:
                var names = ShortText.Abbreviate(string.Join(", ", all.Select(admission => admission.Applicant)), NamesLimit);
                return new Answer.Text(Messages.Get(turn.Reader, Sentence.WhichApplication, CardText.Escape(names, LineBreaks.Collapse)));
        }
    }
}
