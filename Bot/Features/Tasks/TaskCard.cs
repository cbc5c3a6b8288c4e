using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Sessions;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Tasks;

/// <summary>Open tasks, a page at a time, each with what says that it is done where the sender may say so.</summary>
internal static class TaskCard
{
    private const int Most = 8;

    /// <summary>Draws a list.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="heading">What it is of. Markdown.</param>
    /// <param name="tasks">At least one, in order.</param>
    /// <param name="entry">The command that shows further pages.</param>
    /// <param name="asked">What followed its words.</param>
    /// <param name="page">Which part.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, string heading, IReadOnlyList<MeetingTask> tasks, CommandEntry entry, string asked, PageRequest page, string? lead = null)
    {
        var shown = Paging.Cut(tasks, task => task.Number.ToString(CultureInfo.InvariantCulture), task => Item(turn, task).Sum(CardSize.Of), Most, page);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = lead is null ? heading : lead + " " + heading,
            Body =
            [
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Heading(heading),
                .. shown.Items.SelectMany(task => Item(turn, task)),
                .. Paging.Line(turn.Reader, shown, string.Join(' ', Messages.Get(turn.Reader, entry.Title), asked).Trim()),
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, shown, entry, asked)],
        };
    }

    /// <summary>One task in one line, with its committee. Markdown.</summary>
    public static string Line(Turn turn, MeetingTask task)
    {
        var who = task.Assignee is { } person ? turn.Network.Person(person)?.Name ?? person.Value : task.AssigneeName;
        var committee = CardText.Escape(turn.Network.Committee(task.Committee)?.Name ?? task.Committee.Value, LineBreaks.Collapse);
        return Messages.Get(
            turn.Reader, task.IsOverdueOn(turn.LocalNow.Date) ? Sentence.TaskLineOverdue : Sentence.TaskLine, TaskWords.Terms(turn.Reader, who, task.Due), committee);
    }

    private static IEnumerable<CardElement> Item(Turn turn, MeetingTask task)
    {
        yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.TaskTitle, task.Number, CardText.Escape(task.Text, LineBreaks.Collapse)));
        yield return CardPart.Subtle(Line(turn, task));
        if (turn.Sender is { } sender && task.Finish(turn.Network, sender.Id, turn.Now) is Bot.Domain.Outcome<MeetingTask>.Done)
        {
            yield return new ActionSet
            {
                Actions = [CardPart.Button(turn.Reader, Sentence.ButtonTaskDone, TaskVerbs.Finish, ("task", task.Number.ToString(CultureInfo.InvariantCulture)))],
            };
        }
    }
}
