using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Voting;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.CastVote;

/// <summary>"Stimme: 1, 3", "Stimme Beirat: Amina, Bernd", "My vote: 2>1>3": a ballot paper by typing. In 1:1 only.</summary>
internal sealed class CastPaperByWordCommand(CastVoteHandler handler, OpenBallots open, BallotViews views, BallotPosts posts) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Paper;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public bool TellsChoice => true;

    /// <inheritdoc/>
    public string KeptAs => CommandTable.Vote.Name;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.VoteInPrivate));
        }

        if (turn.Sender is not { } sender)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        var (title, typed) = text.HasColon ? (Entry.RestOf(new CommandText(text.FoldedBeforeColon)), text.AfterColon) : (string.Empty, Entry.RestOf(text));
        var meant = OpenBallots.Named(await open.OfAsync(turn, cancellationToken), title);
        if (meant.Count != 1 || typed.Length == 0)
        {
            return await AskAsync(turn, meant, title);
        }

        return TypedPaper.Read(turn.Reader, meant[0], typed) switch
        {
            Outcome<BallotPaper>.Done(var paper) => await CastAsync(turn, new CastVoteCommand(meant[0].Record.Ballot.Id, meant[0].Own?.Voter, sender.Id, paper, turn.Now), cancellationToken),
            Outcome<BallotPaper>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        await views.FindAsync(turn.Network, new BallotId(outcome), cancellationToken) is { Record.Ballot.IsSecret: true }
            ? RefusalText.Markdown(turn, new Refusal(RefusalCode.AlreadyVotedInSecret))
            : Messages.Get(turn.Reader, Sentence.EditAfterVote);

    private static async Task<Answer> AskAsync(Turn turn, IReadOnlyList<BallotView> meant, string title) => meant.Count == 0
        ? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoOpenBallot))
        : await BallotPages.OfAsync(
            turn,
            meant,
            view => Task.FromResult(BallotCard.Render(turn.Reader, view, turn.Now, meant.Count > 1 ? Messages.Get(turn.Reader, Sentence.WhichBallot) : null)),
            CommandTable.Ballots,
            title,
            PageRequest.First);

    private async Task<Answer> CastAsync(Turn turn, CastVoteCommand command, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(turn.Network, command, cancellationToken);
        if (result is CastVoteResult.Counted)
        {
            posts.RefreshTurnout(turn.Snapshot, command.Ballot);
            posts.RefreshOwn(turn.Snapshot, command.Ballot, command.Sender);
        }

        return result switch
        {
            CastVoteResult.Counted counted => Card(CastVoteReply.Counted(turn, counted, isTyped: true)) with { Settled = command.Ballot.Value },
            CastVoteResult.AskVoter ask => Card(CastVoteReply.AskVoter(turn, ask, PageRequest.First)),
            // The message belongs to a vote that stands, so that deleting it withdraws nothing.
            CastVoteResult.Refused { Why: { Code: RefusalCode.AlreadyVotedInSecret } why } => new Answer.Text(RefusalText.Markdown(turn, why)) { Settled = command.Ballot.Value },
            CastVoteResult.Refused refused => new Answer.Text(RefusalText.Markdown(turn, refused.Why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Answer.Card Card(Platform.Cards.AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
