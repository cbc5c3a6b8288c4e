using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Sessions;
using Bot.Features.Tasks.ListTasks;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Tasks.FinishTask;

/// <summary>"Aufgabe 3 erledigt", "task 3 done".</summary>
internal sealed partial class FinishTaskCommand(FinishTaskHandler handler) : ICommand
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.FinishTask;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => Shape().IsMatch(text.Folded) ? CommandMatch.Certain : Entry.Match(text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var match = Shape().Match(text.Folded) is { Success: true } shape ? shape : Any().Match(text.Folded);
        if (!match.Success || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.WhichTask));
        }

        return await handler.HandleAsync(turn, number, cancellationToken) switch
        {
            Outcome<MeetingTask>.Done(var task) => new Answer.Text(FinishTaskHandler.Said(turn, task)) { Settled = task.Number.ToString(CultureInfo.InvariantCulture) },
            Outcome<MeetingTask>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    [GeneratedRegex(@"^(die\s+|the\s+)?(aufgabe|task)\s*(nr\.?|nummer|no\.?|number|#)?\s*(?<number>\d{1,6})\s*(ist\s+|is\s+|als\s+)?(erledigt|erledigen|fertig|abgehakt|gemacht|done|finished)\b", Plain, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\b(?<number>\d{1,6})\b", Plain, 1000)]
    private static partial Regex Any();
}

/// <summary>[Erledigt] beside a task. In 1:1 the list of what is left follows, where the task was the sender's.</summary>
internal sealed class FinishTaskAction(FinishTaskHandler handler, OpenTasks tasks) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => TaskVerbs.Finish;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        switch (await handler.HandleAsync(turn, form.Number("task") ?? 0, cancellationToken))
        {
            case Outcome<MeetingTask>.Done(var task):
                var said = FinishTaskHandler.Said(turn, task);
                return turn.IsPersonal && task.Assignee == turn.Sender?.Id && await tasks.OwnAsync(turn, cancellationToken) is { Count: > 0 } left
                    ? new CardReply.Replace(ListOwnTasksCommand.Card(turn, left, PageRequest.First, said).Content)
                    : new CardReply.Replace(SentenceCard.Of(turn.Reader, said));
            case Outcome<MeetingTask>.Refused(var why):
                return new CardReply.Say(RefusalText.Plain(turn, why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

/// <summary>Says that a task is done: load, decide, store; again when somebody was faster.</summary>
internal sealed class FinishTaskHandler(TaskStore tasks)
{
    private const int Attempts = 5, LongestText = 200;

    /// <summary>Does it. What is done already stays so.</summary>
    public async Task<Outcome<MeetingTask>> HandleAsync(Turn turn, int number, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (number is < 1 or > 999_999 || turn.Sender is not { } sender || await tasks.FindAsync(turn.Network.Id, number, task => task.IsReadableBy(turn.Network, sender.Id), cancellationToken) is not { } found)
            {
                return new Refusal(RefusalCode.TaskUnknown, number);
            }

            var outcome = found.Value.Finish(turn.Network, sender.Id, turn.Now);
            if (outcome is not Outcome<MeetingTask>.Done(var done) || done == found.Value || await tasks.TrySettleAsync(turn.Network.Id, found with { Value = done }, cancellationToken))
            {
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>That it is done; of a confidential one only its number where others read along. Markdown.</summary>
    public static string Said(Turn turn, MeetingTask task) => turn.IsPersonal || !task.IsConfidential
        ? Messages.Get(turn.Reader, Sentence.TaskDone, task.Number, CardText.Escape(ShortText.Abbreviate(task.Text, LongestText), LineBreaks.Collapse))
        : Messages.Get(turn.Reader, Sentence.TaskDone, task.Number, Messages.Get(turn.Reader, Sentence.SessionConfidential));
}
