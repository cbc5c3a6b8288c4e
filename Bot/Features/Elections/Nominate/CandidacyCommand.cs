using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Elections;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.Nominate;

/// <summary>"Kandidatur Beirat: ja", "Kandidatur Beirat: nein", "Kandidatur zurückziehen": what somebody proposed answers. In 1:1 only.</summary>
internal sealed class CandidacyCommand(ElectionAnswers answers) : ICommand
{
    private static readonly string[] Consenting = ["ja", "yes", "annehmen", "accept"];

    private static readonly string[] Refusing = ["nein", "no", "zurueckziehen", "withdraw", "ablehnen", "decline"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Candidacy;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var words = CommandText.WordsOf(text.Folded);
        var (stands, refuses) = (words.Any(Consenting.Contains), words.Any(Refusing.Contains));
        if (turn.Sender is not { } sender || !turn.IsPersonal || stands == refuses)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : turn.IsPersonal ? Sentence.CommandCandidacyDescription : Sentence.VoteInPrivate));
        }

        return await answers.DoAsync(
            turn, text.Raw, election => election.NominationOf(sender.Id) is not null
                && (election.State == ElectionState.Nominating || election is { State: ElectionState.Deciding, Pending.Reason: RoundReason.NextSeat }),
            election => election.AnswerNomination(sender.Id, stands, turn.Now), cancellationToken);
    }
}
