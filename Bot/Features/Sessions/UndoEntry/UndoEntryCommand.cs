using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Features.Sessions.TakeBackOpening;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.UndoEntry;

/// <summary>"Rückgängig": undoes what was noted last; for whoever leads the meeting the last of all, for others their own last. Where nothing but the opening stands it asks
/// whether that is to be taken back; "Rückgängig: ja" does it.</summary>
internal sealed class UndoEntryCommand(SessionFinder finder, SessionChanges changes, SessionViews views, OpeningTakingBack taking) : ICommand
{
    private static readonly string[] Confirmations = ["ja", "yes"];

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

        if (await views.LoadAsync(turn.Network, meeting.Id, cancellationToken) is { Session: var now } && now.LastOf(turn.Sender!.Id) is { Kind: SessionEntryKind.Opened })
        {
            return await OpeningAsync(turn, text, meeting, cancellationToken);
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

    private async Task<Answer> OpeningAsync(Turn turn, CommandText text, Meeting meeting, CancellationToken cancellationToken)
    {
        if (Confirmations.Contains(CommandText.Fold(text.AfterColon).TrimEnd('!', '.')))
        {
            return await taking.DoAsync(turn, meeting, cancellationToken) switch
            {
                Outcome<(AdaptiveCard Card, SessionStep Step)>.Done(var done) =>
                    new Answer.Card(done.Card, done.Card.FallbackText ?? string.Empty) { Settled = SessionReply.Settled(meeting.Id, done.Step) },
                Outcome<(AdaptiveCard Card, SessionStep Step)>.Refused(var why) => SessionReply.Refused(turn, why),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return await taking.AskAsync(turn, meeting, cancellationToken) switch
        {
            Outcome<(AdaptiveCard Card, bool IsQuestion)>.Done(var (card, _)) => new Answer.Card(card, card.FallbackText ?? string.Empty),
            Outcome<(AdaptiveCard Card, bool IsQuestion)>.Refused(var why) => SessionReply.Refused(turn, why),
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
