using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas.Checklist;

/// <summary>"Checkliste" shows what is to be seen to before the next meeting; "Checkliste: Ort erledigt" and "Checkliste: Ort offen" tick and untick.</summary>
internal sealed class ChecklistCommand(RotaViews views, HostTasks tasks) : ICommand
{
    private static readonly (ChecklistPoint Point, string[] Words)[] Named =
    [
        (ChecklistPoint.Place, ["ort", "place"]),
        (ChecklistPoint.Agenda, ["tagesordnung", "agenda"]),
        (ChecklistPoint.Invitation, ["einladung", "invitation"]),
        (ChecklistPoint.MinuteTaker, ["protokoll", "protokollfuehrung", "minutes"]),
        (ChecklistPoint.Room, ["raum", "technik", "room"]),
    ];

    private static readonly string[] DoneWords = ["erledigt", "fertig", "ok", "done"], OpenWords = ["offen", "nicht", "open"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Checklist;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ChecklistInPrivate));
        }

        if (await views.MeantAsync(turn, text.FoldedBeforeColon, takesPart: !turn.May(Right.KeepChecklist), cancellationToken) is not { } view)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.RotaNone));
        }

        if (await tasks.NextAsync(turn.Network, view, turn.LocalNow.Date, cancellationToken) is not { } task)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ChecklistNoMeeting));
        }

        if (!HostTasks.IsFor(turn, view, task.Meeting))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.NotYourTurn)));
        }

        return await AnswerAsync(turn, task, text.AfterColon, cancellationToken);
    }

    private async Task<Answer> AnswerAsync(Turn turn, HostTask task, string said, CancellationToken cancellationToken)
    {
        var words = CommandText.WordsOf(CommandText.Fold(said));
        var points = Named.Where(named => named.Words.Any(words.Contains)).Select(named => named.Point).ToList();
        var (isDone, isOpen) = (DoneWords.Any(words.Contains), OpenWords.Any(words.Contains));
        string? lead = null;
        if (words.Length > 0 && (points.Count == 0 || !(isDone || isOpen)))
        {
            lead = Messages.Get(turn.Reader, Sentence.ChecklistSay);
        }
        else if (words.Length > 0)
        {
            var done = new HashSet<ChecklistPoint>(task.Done);
            points.ForEach(point => _ = isOpen ? done.Remove(point) : done.Add(point));
            await tasks.SetAsync(turn.Network, task, done, cancellationToken);
            (task, lead) = (task with { Done = done }, Messages.Get(turn.Reader, Sentence.ChecklistSaved));
        }

        var card = HostCard.Render(turn.Reader, turn.Network, task, lead);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}
