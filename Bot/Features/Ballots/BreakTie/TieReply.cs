using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Ballots.BreakTie;

/// <summary>What somebody sees after doing something about a tie.</summary>
internal sealed class TieReply(BallotViews views)
{
    /// <summary>In place of the card: the ballot as it stands now, the form again when it was filled in wrongly; a sentence when it is none of the sender's business.</summary>
    public async Task<CardReply> OfAsync(Turn turn, BallotId id, Outcome<BallotRecord> outcome, string typed, CancellationToken cancellationToken) =>
        await CardAsync(turn, id, outcome, typed, cancellationToken) is { } card
            ? new CardReply.Replace(card) { Settled = outcome is Outcome<BallotRecord>.Done ? id.Value : null }
            : new CardReply.Say(RefusalText.Plain(turn, ((Outcome<BallotRecord>.Refused)outcome).Why));

    /// <summary>The same to a typed line.</summary>
    public async Task<Answer> AnswerAsync(Turn turn, BallotId id, Outcome<BallotRecord> outcome, string typed, CancellationToken cancellationToken) =>
        await CardAsync(turn, id, outcome, typed, cancellationToken) is { } card
            ? new Answer.Card(card, card.FallbackText ?? string.Empty) { Settled = outcome is Outcome<BallotRecord>.Done ? id.Value : null }
            : new Answer.Text(RefusalText.Markdown(turn, ((Outcome<BallotRecord>.Refused)outcome).Why));

    private async Task<AdaptiveCard?> CardAsync(Turn turn, BallotId id, Outcome<BallotRecord> outcome, string typed, CancellationToken cancellationToken)
    {
        var why = outcome is Outcome<BallotRecord>.Refused(var refusal) ? refusal : null;
        var isForm = why is { Code: RefusalCode.ReasonMissing or RefusalCode.TextTooLong or RefusalCode.WitnessUnknown or RefusalCode.WitnessIsDrawer };
        if (why is not null && !isForm)
        {
            return null;
        }

        if (await views.LoadAsync(turn.Network, id, cancellationToken) is not { } loaded)
        {
            return null;
        }

        var view = loaded.For(turn.Sender?.Id);
        if (!isForm)
        {
            return BallotCard.Render(turn.Reader, view, turn.Now);
        }

        var mayAsk = view.Record.IsTieOpen && (BallotRights.WhyNotLead(turn, view.Record.Ballot) is null || BallotRights.WhyNotDecide(turn, view.Record.Ballot) is null);
        return mayAsk ? TieCard.Render(turn.Reader, view, typed, RefusalText.Markdown(turn, why!)) : null;
    }
}
