using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Tasks.ListTasks;

/// <summary>"Meine Aufgaben": what the sender was asked to do and has not done. In 1:1 only.</summary>
internal sealed class ListOwnTasksCommand(OpenTasks tasks) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.OwnTasks;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.TasksInPrivate));
        }

        var own = await tasks.OwnAsync(turn, cancellationToken);
        return own.Count == 0 ? new Answer.Text(Messages.Get(turn.Reader, Sentence.NoOwnTasks)) : Card(turn, own, page, null);
    }

    /// <summary>The list as a card.</summary>
    public static Answer.Card Card(Turn turn, IReadOnlyList<MeetingTask> own, PageRequest page, string? lead)
    {
        var card = TaskCard.Render(turn, Messages.Get(turn.Reader, Sentence.OwnTasksHeading, own.Count), own, CommandTable.OwnTasks, string.Empty, page, lead);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}

/// <summary>"Aufgaben", "Aufgaben Beirat Seite 2": the open tasks of committees, for their members.</summary>
internal sealed class ListTasksCommand(OpenTasks tasks) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Tasks;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, asked);
        IReadOnlyList<Committee> meant = named.Count > 0 ? named : turn.Here is { } here ? [here] : turn.OwnCommittees;
        var committees = meant.Where(one => turn.May(Right.ReadTasks, one)).ToList();
        if (committees.Count == 0)
        {
            return new Answer.Text(turn.OwnCommittees.Length == 0 || meant.Count == 0
                ? Messages.Get(turn.Reader, Sentence.MembersOnly)
                : Messages.Get(turn.Reader, Sentence.TasksForMembersOnly, CardText.Escape(meant[0].Name)));
        }

        var open = await tasks.OfAsync(turn, [.. committees.Select(committee => committee.Id)], cancellationToken);
        if (open.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoTasks));
        }

        var overdue = open.Count(task => task.IsOverdueOn(turn.LocalNow.Date));
        var card = TaskCard.Render(turn, Messages.Get(turn.Reader, Sentence.TasksHeading, open.Count, overdue), open, Entry, asked, page);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}
