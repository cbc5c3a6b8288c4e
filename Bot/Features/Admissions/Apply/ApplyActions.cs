using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Features.Admissions.TakeEffect;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.Apply;

/// <summary>[Antrag stellen]: hands the application in.</summary>
internal sealed class ApplyAction(ApplyHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Apply;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        PersonId? representative = form["representative"] is { Length: > 1 } id ? new PersonId(id) : null;
        var reference = FormReference.In(form) ?? turn.Form;
        var (day, objection) = EffectCard.Read(turn.Reader, form[EffectCard.DayField]);
        if (objection is not null)
        {
            return new CardReply.Replace(ApplicationForm.Render(turn with { Form = reference }, form["applicant"], objection));
        }

        return await handler.HandleAsync(turn, new Wanted(form["applicant"], representative, day), reference, cancellationToken) switch
        {
            Outcome<Application>.Done(var application) => new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, application)))
            {
                Settled = application.Admission.Id.Value,
            },
            Outcome<Application>.Refused(var why) => new CardReply.Replace(
                ApplicationForm.Render(turn with { Form = reference }, form["applicant"], RefusalText.Markdown(turn, why), day)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Day(Turn turn, Admission admission) => admission.EffectiveOn is null ? string.Empty : " " + EffectWords.Of(turn.Reader, admission);

    private static string Said(Turn turn, Application application)
    {
        var name = CardText.Escape(application.Admission.Applicant, LineBreaks.Collapse);
        return application switch
        {
            { IsNew: false, Admission.IsRunning: false } => AdmissionWords.Of(turn.Reader, application.Admission),
            { IsNew: false } => Messages.Get(turn.Reader, Sentence.ApplicationRuns, name),
            { Admission.State: AdmissionState.Applied } => Messages.Get(turn.Reader, Sentence.ApplicationTaken, name) + Day(turn, application.Admission),
            _ => Messages.Get(turn.Reader, Sentence.ApplicationConsulting, name) + Day(turn, application.Admission),
        };
    }
}

/// <summary>[Weiter] and [Zurück] on the form: further people to choose from; what was typed stays.</summary>
internal sealed class ShowPeopleAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.ShowPeople;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(ApplicationForm.Render(turn, form["applicant"], null, TermDay.In(form[EffectCard.DayField]), PageRequest.Read(form))));
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissApplicationAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed))));
}
