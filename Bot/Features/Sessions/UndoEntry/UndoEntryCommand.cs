using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.UndoEntry;

/// <summary>"Rückgängig": undoes what was noted last; for whoever leads the meeting the last of all, for others their own last.</summary>
internal sealed class UndoEntryCommand(SessionFinder finder, SessionChanges changes, SessionViews views) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.UndoEntry;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var found = await finder.OneAsync(turn, text.Raw, cancellationToken);
        if (found is not Outcome<Meeting>.Done(var meeting))
        {
            return SessionReply.Refused(turn, ((Outcome<Meeting>.Refused)found).Why);
        }

        // Which one is meant is settled by what stands when it is read first: whoever is slower than somebody else does not undo the one before it.
        int? meant = null;
        var outcome = await changes.ChangeAsync(
            turn, meeting.Id, session => session.Undo(meant ??= session.LastOf(turn.Sender!.Id)?.Number, SessionChanges.Act(turn, "undo")), cancellationToken);
        return outcome switch
        {
            Outcome<SessionStep>.Done(var step) => new Answer.Text(await UndoneWords.OfAsync(turn, views, meeting.Id, step, cancellationToken))
            {
                Settled = SessionReply.Settled(meeting.Id, step),
            },
            Outcome<SessionStep>.Refused(var why) => SessionReply.Refused(turn, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>[Rückgängig]: undoes the entry the button stands for, once, however many press it.</summary>
internal sealed class UndoEntryAction(SessionFinder finder, SessionChanges changes, SessionViews views, SessionReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Undo;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        // The number says which entry; the press itself says nothing, as several may stand for the same.
        var act = SessionChanges.Act(turn, "undo") with { Origin = string.Empty };
        switch (await changes.ChangeAsync(turn, meeting.Id, session => session.Undo(form.Number("entry"), act), cancellationToken))
        {
            case Outcome<SessionStep>.Done(var step):
                var said = await UndoneWords.OfAsync(turn, views, meeting.Id, step, cancellationToken);
                return form["view"].Length > 0
                    ? await reply.ReplaceAsync(turn, meeting.Id, said, cancellationToken)
                    : new CardReply.Replace(SentenceCard.Of(turn.Reader, said));
            case Outcome<SessionStep>.Refused(var why):
                return SessionReply.Said(turn, why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

/// <summary>What is said after something was undone.</summary>
internal static class UndoneWords
{
    /// <summary>Which entry does not stand any more. Markdown.</summary>
    public static async Task<string> OfAsync(Turn turn, SessionViews views, MeetingId meeting, SessionStep step, CancellationToken cancellationToken) =>
        await views.LoadAsync(turn.Network, meeting, cancellationToken) is { } view
            ? Messages.Get(
                turn.Reader,
                step.IsRepeated ? Sentence.UndoneBefore : Sentence.Undone,
                EntryPart.Line(turn.Reader, view, step.Entry, turn.IsPersonal ? SessionSight.Member : SessionSight.Room))
            : Messages.Get(turn.Reader, Sentence.RefusedMeetingNotFound);
}
