using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>"Ausschlussantrag zurückziehen: Verein Brücke": whoever proposed an expulsion takes the motion back, for a reason.</summary>
internal sealed class WithdrawExpulsion(BallotStore ballots) : ExpulsionStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.WithdrawExpulsion;

    /// <inheritdoc/>
    public override Right Right => Right.WithdrawExpulsion;

    /// <inheritdoc/>
    public override Sentence Nothing => Sentence.WithdrawExpulsionNothing;

    /// <inheritdoc/>
    public override bool IsPossible(Turn turn, Expulsion expulsion) => expulsion.IsRunning;

    /// <inheritdoc/>
    public override AdaptiveCard Card(Turn turn, Expulsion expulsion, StepFields fields, string? objection = null) => ReasonQuestion.Draw(
        turn.Reader,
        Messages.Get(turn.Reader, Sentence.WithdrawExpulsionHeading, ExpulsionWords.Escaped(expulsion.Name)),
        Messages.Get(turn.Reader, expulsion.State == ExpulsionState.Proposed ? Sentence.WithdrawExpulsionQuestion : Sentence.WithdrawExpulsionQuestionVoting),
        Sentence.InputWithdrawReason,
        (fields.Words, objection),
        Button(turn, Sentence.ButtonWithdraw, expulsion),
        Leave(turn));

    /// <summary>A ballot is closed by the clock: what the plenary has decided stands, also before it is counted.</summary>
    public override async Task<Outcome<Expulsion>> DecideAsync(Turn turn, Expulsion expulsion, StepFields fields, CancellationToken cancellationToken)
    {
        var record = (await ballots.FindAsync(turn.Network.Id, expulsion.PlenaryBallot, cancellationToken))?.Value;
        return expulsion.Withdraw(turn.Network, turn.Sender?.Id ?? default, fields.Words, record is { IsUnsettled: false } && record.Ballot.EndsAt <= turn.Now, turn.Now);
    }

    /// <inheritdoc/>
    protected override bool IsOwner(Network network, Expulsion expulsion, PersonId person) => expulsion.IsToBeWithdrawnBy(network, person);
}
