using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.TakeEffect;

/// <summary>"Aufnahme wirksam: Verein Brücke ab 1.1.2027": a coordinator says on which day the admission takes effect, until the plenary votes on it. In 1:1 only.</summary>
internal sealed class EffectCommand(AdmissionStore admissions) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SetAdmissionDay;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (PrivateOnly.WhyNot(turn, Right.PrepareAdmission) is { } why)
        {
            return new Answer.Text(why);
        }

        var line = AdmissionLine.ReadChange(turn, Entry.RestOf(text));
        var running = (await admissions.RunningAsync(turn.Network.Id, cancellationToken)).Where(admission => admission.State is AdmissionState.Applied or AdmissionState.Consulting);
        return ChosenCase.Of(turn, running, line.Name, Sentence.EffectNothing, admission => EffectCard.Render(turn, admission, line.Day));
    }
}

/// <summary>[Tag festlegen]: asks for the day.</summary>
internal sealed class AskEffectAction(AdmissionStore admissions) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.AskEffect;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var refusal = turn.WhyNot(Right.PrepareAdmission);
        return refusal is null && form.Id("admission") is { } id && await admissions.FindAsync(turn.Network.Id, new AdmissionId(id), cancellationToken) is { Value: var admission }
            ? AskedBelow.Of(turn.Reader, EffectCard.Render(turn, admission, admission.EffectiveOn))
            : new CardReply.Say(RefusalText.Plain(turn, refusal ?? new Refusal(RefusalCode.AdmissionNotFound)));
    }
}

/// <summary>[So festlegen].</summary>
internal sealed class EffectAction(AdmissionStore admissions, AdmissionChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Effect;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new AdmissionId(form.Id("admission") ?? string.Empty);
        var (day, objection) = EffectCard.Read(turn.Reader, form[EffectCard.DayField]);
        var again = turn with { Form = FormReference.In(form) ?? turn.Form };
        if (objection is not null && turn.May(Right.PrepareAdmission) && await admissions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var asked })
        {
            return new CardReply.Replace(EffectCard.Render(again, asked, null, objection));
        }

        switch (await changes.ApplyAsync(turn, id, admission => Task.FromResult(admission.TakeEffectOn(turn.Network, turn.Sender?.Id ?? default, day, turn.Now)), cancellationToken))
        {
            case Outcome<Admission>.Done(var changed):
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, EffectWords.Of(turn.Reader, changed))) { Settled = id.Value };
            case Outcome<Admission>.Refused { Why: { Code: RefusalCode.AdmissionDayPast or RefusalCode.DayTooFar } why }
                when await admissions.FindAsync(turn.Network.Id, id, cancellationToken) is { Value: var admission }:
                return new CardReply.Replace(EffectCard.Render(again, admission, day, RefusalText.Markdown(turn, why)));
            case Outcome<Admission>.Refused(var why):
                return new CardReply.Say(RefusalText.Plain(turn, why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
