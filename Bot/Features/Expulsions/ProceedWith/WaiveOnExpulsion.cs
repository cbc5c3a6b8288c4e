using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>"Ausschluss ohne Empfehlung: Verein Brücke": a coordinator has the plenary vote without a recommendation, for a reason; never without a hearing.</summary>
internal sealed class WaiveOnExpulsion(BallotStore ballots) : ExpulsionStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.WaiveOnExpulsion;

    /// <inheritdoc/>
    public override Right Right => Right.WaiveRecommendation;

    /// <inheritdoc/>
    public override Sentence Nothing => Sentence.WaiveOnExpulsionNothing;

    /// <summary>Whether the board still decides is found out when it is done.</summary>
    public override bool IsPossible(Turn turn, Expulsion expulsion) =>
        expulsion.State is ExpulsionState.Proposed or ExpulsionState.Consulting && expulsion.IsHeardOn(turn.LocalNow.Date);

    /// <inheritdoc/>
    public override AdaptiveCard Card(Turn turn, Expulsion expulsion, StepFields fields, string? objection = null) => ReasonQuestion.Draw(
        turn.Reader,
        Messages.Get(turn.Reader, Sentence.WaiveOnExpulsionHeading, ExpulsionWords.Escaped(expulsion.Name)),
        Messages.Get(turn.Reader, expulsion.State == ExpulsionState.Proposed ? Sentence.WaiveQuestionUnasked : Sentence.WaiveQuestion),
        Sentence.InputWaiveReason,
        (fields.Words, objection),
        Button(turn, Sentence.ButtonWaive, expulsion),
        Leave(turn));

    /// <inheritdoc/>
    public override async Task<Outcome<Expulsion>> DecideAsync(Turn turn, Expulsion expulsion, StepFields fields, CancellationToken cancellationToken)
    {
        var board = (await ballots.FindAsync(turn.Network, expulsion.BoardBallot, cancellationToken))?.Value;
        var outcome = expulsion.WaiveRecommendation(turn.Network, turn.Sender?.Id ?? default, board?.Ballot, board?.Result, fields.Words, turn.Now);
        return board is { Repeat: not null } && expulsion.State == ExpulsionState.Consulting && outcome is Outcome<Expulsion>.Done ? new Refusal(RefusalCode.BoardStillDecides) : outcome;
    }
}
