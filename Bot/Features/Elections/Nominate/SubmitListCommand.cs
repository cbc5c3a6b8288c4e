using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.Nominate;

/// <summary>"Liste Beirat: Vielfalt: Amina Yıldız, Dao Nguyen": submits a list for a list vote, or submits it anew.</summary>
internal sealed class SubmitListCommand(ElectionAnswers answers) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SubmitList;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        var typed = text.AfterColon;
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.ListIncomplete, CandidateList.NameLimit)));
        }

        return await answers.DoAsync(
            turn, text.FoldedBeforeColon, election => election.State == ElectionState.Nominating,
            election => SubmittedList.Submit(turn, election, typed[..colon], typed[(colon + 1)..]), cancellationToken);
    }
}

/// <summary>[Liste einreichen], with a name and people.</summary>
internal sealed class SubmitListAction(ElectionChanges changes) : ElectionStep(changes)
{
    /// <inheritdoc/>
    public override string Verb => ElectionVerbs.SubmitList;

    /// <inheritdoc/>
    protected override Outcome<Election> Decide(Turn turn, PersonId sender, Election election, CardForm form) => SubmittedList.Submit(turn, election, form["list"], form["names"]);
}
