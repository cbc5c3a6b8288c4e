using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.AcceptElection;

/// <summary>"Wahl annehmen: Beirat", "Wahl ablehnen": what somebody elected answers. In 1:1 only.</summary>
internal sealed class AcceptCommand(ElectionAnswers answers) : ICommand
{
    private static readonly string[] Declining = ["ablehnen", "decline"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.AcceptElection;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || !turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.VoteInPrivate));
        }

        var accepts = !CommandText.WordsOf(text.Folded).Any(Declining.Contains);
        return await answers.DoAsync(
            turn, text.Raw, election => election.MandateOf(sender.Id) is not null, election => election.AnswerElection(sender.Id, accepts, turn.Now), cancellationToken);
    }
}
