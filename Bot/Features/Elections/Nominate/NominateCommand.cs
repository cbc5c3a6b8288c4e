using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.Nominate;

/// <summary>"Vorschlag Beirat: Amina", "Ich kandidiere: Beirat".</summary>
internal sealed class NominateCommand(ElectionAnswers answers) : ICommand
{
    private static readonly string[] Oneself = ["ich kandidiere", "kandidiere", "i stand", "i am standing"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Nominate;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (Oneself.Any(word => text.Folded.StartsWith(word, StringComparison.Ordinal)))
        {
            return await DoAsync(turn, text.Raw, election => election.Nominate(turn.Network, sender.Id, sender.Id, turn.Now), cancellationToken);
        }

        return ElectionFinder.PersonOf(turn.Network, text.HasColon ? text.AfterColon : Entry.RestOf(text)) switch
        {
            Outcome<Person>.Done(var person) => await DoAsync(turn, text.FoldedBeforeColon, election => election.Nominate(turn.Network, person.Id, sender.Id, turn.Now), cancellationToken),
            Outcome<Person>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Task<Answer> DoAsync(Turn turn, string body, Func<Election, Outcome<Election>> decide, CancellationToken cancellationToken) =>
        answers.DoAsync(turn, body, election => election.State == ElectionState.Nominating, decide, cancellationToken);
}
