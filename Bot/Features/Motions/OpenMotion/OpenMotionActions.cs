using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>[Prüfen] on the form: shows the preview, or the form again with what is missing.</summary>
internal sealed class PreviewMotionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MotionVerbs.Preview;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Permitted.ReplyAsync(turn, Right.OpenMotion, () => MotionPreview.Draw(turn, MotionDraft.Read(form)));
}

/// <summary>[Ändern] on the preview: back to the form. On the form: further pages of a list to choose from.</summary>
internal sealed class EditMotionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MotionVerbs.Edit;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Permitted.ReplyAsync(turn, Right.OpenMotion, () => MotionForm.Render(
            turn, MotionDraft.Read(form).Completed(turn.Network, turn.Now), null, form[MotionLists.ListField], PageRequest.Read(form)));
}

/// <summary>[Verwerfen]: nothing happens, and the card says so.</summary>
internal sealed class DismissMotionAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MotionVerbs.Dismiss;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Permitted.ReplyAsync(turn, Right.OpenMotion, () => SentenceCard.Of(turn.Reader, Messages.Get(turn.Reader, Sentence.Dismissed)));
}

/// <summary>[Abstimmung eröffnen] on the preview: opens the ballot.</summary>
internal sealed class OpenMotionAction(OpenMotionHandler handler, BallotStore ballots) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MotionVerbs.Open;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || !turn.May(Right.OpenMotion))
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var read = MotionDraft.Read(form);
        var draft = read with { Remit = read.Remit.Named(turn.Network) };
        if (draft.Complete is not { } proposal)
        {
            return new CardReply.Replace(MotionPreview.Draw(turn, draft));
        }

        var id = new BallotId((draft.Form ?? turn.Form).IdentityOf(Subjects.Ballot));
        switch (await handler.HandleAsync(turn.Network, proposal, sender.Id, id, turn.Now, cancellationToken))
        {
            case Outcome<BallotRecord>.Done(var record):
                var roll = await ballots.RollAsync(turn.Network.Id, id, cancellationToken);
                return new CardReply.Replace(SentenceCard.Of(turn.Reader, Said(turn, proposal, record, roll.Count(entry => entry.Value.Excluded is null)))) { Settled = id.Value };
            case Outcome<BallotRecord>.Refused(var why):
                return new CardReply.Replace(MotionForm.Render(turn, draft.Completed(turn.Network, turn.Now), RefusalText.Markdown(turn, why)));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string Said(Turn turn, MotionProposal proposal, BallotRecord record, int entitled)
    {
        var (ballot, motion, zone) = (record.Ballot, record.Motion, turn.Network.Zone);
        var heading = MotionWords.Heading(turn.Reader, motion.Kind, CardText.Escape(motion.Title, LineBreaks.Collapse));
        var (opens, closes) = (ballot.OpenedAt.InZone(zone).LocalDateTime, ballot.ClosesAt.InZone(zone).LocalDateTime);
        if (motion.Kind != proposal.Kind || motion.Committee != proposal.Committee || closes != proposal.Closes || !IsSaid(motion, proposal))
        {
            return Messages.Get(turn.Reader, Sentence.MotionOfPreviewStands, heading, closes);
        }

        return ballot.OpenedAt > turn.Now
            ? Messages.Get(turn.Reader, Sentence.MotionScheduled, heading, entitled, opens, closes)
            : Messages.Get(turn.Reader, Sentence.MotionOpened, heading, entitled, closes);
    }

    private static bool IsSaid(Motion motion, MotionProposal proposal) => motion.Kind switch
    {
        MotionKind.WorkingGroupEnd => motion.Case == proposal.Group?.Value,
        _ => motion.Title == proposal.Title.Trim(),
    };
}
