using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>"Ausschluss an den Beirat: Verein Brücke": a coordinator passes the case on, once the organization was heard or has let the deadline pass.</summary>
internal sealed class ConsultOnExpulsion : ExpulsionStep
{
    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.ConsultOnExpulsion;

    /// <inheritdoc/>
    public override Right Right => Right.ConsultBoard;

    /// <inheritdoc/>
    public override Sentence Nothing => Sentence.ConsultOnExpulsionNothing;

    /// <inheritdoc/>
    public override bool IsPossible(Turn turn, Expulsion expulsion) => expulsion.State == ExpulsionState.Proposed && expulsion.IsHeardOn(turn.LocalNow.Date);

    /// <inheritdoc/>
    public override AdaptiveCard Card(Turn turn, Expulsion expulsion, StepFields fields, string? objection = null)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.ConsultOnExpulsionHeading, ExpulsionWords.Escaped(expulsion.Name));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. expulsion.Hearing is { } hearing ? [CardPart.Text(ExpulsionLines.Heard(reader, hearing))] : Enumerable.Empty<CardElement>(),
                CardPart.Text(Messages.Get(reader, Sentence.ConsultOnExpulsionQuestion)),
                .. CardPart.Rows([Button(turn, Sentence.ButtonConsult, expulsion), Leave(turn)]),
            ],
        };
    }

    /// <inheritdoc/>
    public override Task<Outcome<Expulsion>> DecideAsync(Turn turn, Expulsion expulsion, StepFields fields, CancellationToken cancellationToken) =>
        Task.FromResult(expulsion.Consult(turn.Network, turn.Sender?.Id ?? default, turn.Now));
}
