using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Ballots.CastVote;

/// <summary>"Ja", "Nein: Verein Brücke", "I vote yes": voting by typing, for guests and for clients without cards. In 1:1 only.</summary>
internal sealed class CastVoteByWordCommand(CastVoteHandler handler, OpenBallots open, BallotViews views, BallotPosts posts) : ICommand
{
    private static readonly Dictionary<string, VoteOption> Words = new(StringComparer.Ordinal)
    {
        ["ja"] = VoteOption.Yes, ["yes"] = VoteOption.Yes, ["dafuer"] = VoteOption.Yes,
        ["nein"] = VoteOption.No, ["no"] = VoteOption.No, ["dagegen"] = VoteOption.No,
        ["enthaltung"] = VoteOption.Abstain, ["enthalte"] = VoteOption.Abstain, ["enthalten"] = VoteOption.Abstain, ["abstain"] = VoteOption.Abstain,
    };

    /// <summary>What may stand beside the choice. Anything else makes it talk, not a vote: "Nein, das meinte ich nicht".</summary>
    private static readonly string[] Fillers =
        ["ich", "wir", "mich", "uns", "stimme", "stimmen", "mit", "bin", "sind", "i", "we", "vote", "voting", "with", "meine", "unsere", "my", "our"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Vote;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public bool TellsChoice => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => OptionIn(text) is null ? CommandMatch.None : CommandMatch.Words;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.VoteInPrivate));
        }

        if (turn.Sender is not { } sender || OptionIn(text) is not { } option)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.CommandVoteDescription));
        }

        var (meant, voter) = Meant(turn, sender.Id, await open.OfAsync(turn, cancellationToken), text.AfterColon);
        var taking = meant.Where(view => PaperOf(view, option) is not null).ToList();
        return (taking.Count > 0 ? taking : meant) switch
        {
            [] => new Answer.Text(Messages.Get(turn.Reader, Sentence.NoOpenBallot)),
            [var only] when PaperOf(only, option) is { } paper => await CastAsync(turn, new CastVoteCommand(only.Record.Ballot.Id, voter, sender.Id, paper, turn.Now), cancellationToken),
            var several => await BallotPages.OfAsync(turn, several, view => Task.FromResult(Ask(turn, view)), CommandTable.Ballots, voter is null ? text.AfterColon : string.Empty, PageRequest.First),
        };
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        await views.FindAsync(turn.Network, new BallotId(outcome), cancellationToken) is { Record.Ballot.IsSecret: true }
            ? RefusalText.Markdown(turn, new Refusal(RefusalCode.AlreadyVotedInSecret))
            : Messages.Get(turn.Reader, Sentence.EditAfterVote);

    private async Task<Answer> CastAsync(Turn turn, CastVoteCommand command, CancellationToken cancellationToken)
    {
        switch (await handler.HandleAsync(turn.Network, command, cancellationToken))
        {
            case CastVoteResult.Counted counted:
                posts.RefreshTurnout(turn.Snapshot, command.Ballot);
                posts.RefreshOwn(turn.Snapshot, command.Ballot, command.Sender);
                return Card(CastVoteReply.Counted(turn, counted, isTyped: true)) with { Settled = command.Ballot.Value };
            case CastVoteResult.AskVoter ask:
                return Card(CastVoteReply.AskVoter(turn, ask, PageRequest.First));
            case CastVoteResult.Refused { Why: { Code: RefusalCode.AlreadyVotedInSecret } why }:
                // The message belongs to a vote that stands, so that deleting it withdraws nothing.
                return new Answer.Text(RefusalText.Markdown(turn, why)) { Settled = command.Ballot.Value };
            case CastVoteResult.Refused refused:
                return new Answer.Text(RefusalText.Markdown(turn, refused.Why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>What was named after the colon: a ballot by its title; or, where none is called so, one of the organizations the sender acts for,
    /// whose vote it then is. All ballots when nothing was named.</summary>
    private static (IReadOnlyList<BallotView> Ballots, VoterId? Voter) Meant(Turn turn, PersonId sender, IReadOnlyList<BallotView> views, string named)
    {
        var byTitle = OpenBallots.Named(views, named);
        if (byTitle.Count > 0)
        {
            return (byTitle, null);
        }

        var folded = CommandText.Fold(named);
        var voters = turn.Network.RepresentedBy(sender).Where(organization => CommandText.Fold(organization.Name).Contains(folded, StringComparison.Ordinal)).ToList();
        return voters.Count == 1 ? (views, new VoterId(voters[0].Id.Value)) : ([], null);
    }

    /// <summary>The paper this answer makes; null where the ballot asks for something else than yes or no.</summary>
    private static BallotPaper? PaperOf(BallotView view, VoteOption option) => view.Record.Ballot.Form is PaperForm.Question
        ? BallotPaper.Of(option)
        : option == VoteOption.Abstain ? FilledPaper.Abstaining(view.Record.Ballot.Form, FilledPaper.MarksOn(view.Record.Motion.Kind)) : null;

    private static VoteOption? OptionIn(CommandText text)
    {
        var words = CommandText.WordsOf(text.FoldedBeforeColon);
        var said = words.Where(Words.ContainsKey).Select(word => Words[word]).Distinct().ToList();
        return said.Count == 1 && words.All(word => Words.ContainsKey(word) || Fillers.Contains(word)) ? said[0] : null;
    }

    private static Platform.Cards.AdaptiveCard Ask(Turn turn, BallotView view) =>
        BallotCard.Render(turn.Reader, view, turn.Now, Messages.Get(turn.Reader, Sentence.WhichBallot));

    private static Answer.Card Card(Platform.Cards.AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
