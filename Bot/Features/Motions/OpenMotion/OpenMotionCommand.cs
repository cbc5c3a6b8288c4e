using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>"Abstimmung: Sollen wir uns am Demokratiefest beteiligen? bis Freitag 12 Uhr": shows what was understood, to be confirmed or completed.</summary>
internal sealed class OpenMotionCommand(BallotStore ballots) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.OpenMotion;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <summary>Its word begins many other commands, such as "Abstimmung beenden": theirs go first, also mistyped. And "vote: yes" is a vote typed another way.</summary>
    public int Match(Turn turn, CommandText text) => Entry.Match(text) switch
    {
        CommandMatch.Exact when CommandTable.Vote.Words.Contains(CommandText.Fold(text.AfterColon)) => CommandMatch.None,
        CommandMatch.Words => CommandMatch.Mistyped - 1,
        CommandMatch.Mistyped when text.HasColon => CommandMatch.Mistyped + 1,
        CommandMatch.None when text.HasColon && Entry.Match(FirstWord(text)) != CommandMatch.None => CommandMatch.Mistyped - 1,
        var match => match,
    };

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        Permitted.AnswerAsync(turn, Right.OpenMotion, () => MotionPreview.Draw(turn, MotionLine.Read(turn, Entry, text)));

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        await ballots.FindAsync(turn.Network, new BallotId(outcome), cancellationToken) is { Value.Motion: var motion }
            ? Messages.Get(turn.Reader, Sentence.EditAfterMotion, MotionWords.Heading(turn.Reader, motion.Kind, CardText.Escape(motion.Title, LineBreaks.Collapse)))
            : Messages.Get(turn.Reader, Sentence.EditTooLate);

    private static CommandText FirstWord(CommandText text) => new(text.FoldedBeforeColon.Split(' ')[0]);
}
