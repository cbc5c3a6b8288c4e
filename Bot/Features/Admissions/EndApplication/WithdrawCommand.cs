using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Admissions.EndApplication;

/// <summary>"Antrag zurückziehen": whoever applied, or is to represent the applicant, takes the application back. In 1:1 only; nobody learns of an application that is not theirs.</summary>
internal sealed class WithdrawCommand(AdmissionStore admissions) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Withdraw;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (PrivateOnly.WhyNot(turn, Right.WithdrawApplication) is { } why)
        {
            return new Answer.Text(why);
        }

        var own = (await admissions.RunningAsync(turn.Network.Id, cancellationToken)).Where(admission => turn.May(Right.WithdrawApplication, isOwner: admission.IsOf(turn.Sender!.Id)));
        return ChosenCase.Of(turn, own, Entry.RestOf(text), Sentence.WithdrawNothing, admission => admission is { State: AdmissionState.Admitted, EffectiveOn: { } day }
            ? SentenceCard.Of(turn.Reader, RefusalText.Markdown(turn, new Refusal(RefusalCode.WithdrawalAfterAdmission, day)))
            : WithdrawCard.Render(turn, admission));
    }
}

/// <summary>[Ja, zurückziehen].</summary>
internal sealed class WithdrawAction(AdmissionChanges changes, BallotStore ballots) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => AdmissionVerbs.Withdraw;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var id = new AdmissionId(form.Id("admission") ?? string.Empty);
        return await changes.ApplyAsync(turn, id, admission => DecideAsync(turn, admission, cancellationToken), cancellationToken) switch
        {
            Outcome<Admission>.Done(var withdrawn) => new CardReply.Replace(SentenceCard.Of(turn.Reader, AdmissionWords.Of(turn.Reader, withdrawn))) { Settled = id.Value },
            Outcome<Admission>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A ballot is closed by the clock: what the plenary has decided stands, also before it is counted.</summary>
    private async Task<Outcome<Admission>> DecideAsync(Turn turn, Admission admission, CancellationToken cancellationToken)
    {
        var record = (await ballots.FindAsync(turn.Network.Id, admission.PlenaryBallot, cancellationToken))?.Value;
        return admission.Withdraw(turn.Network, turn.Sender?.Id ?? default, record is { IsUnsettled: false } && record.Ballot.EndsAt <= turn.Now, turn.Now);
    }
}
