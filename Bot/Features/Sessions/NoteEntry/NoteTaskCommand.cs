using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.NoteEntry;

/// <summary>"Aufgabe @Anna bis 3.4.: Saal buchen": notes who is to do what, until when.</summary>
internal sealed class NoteTaskCommand(SessionFinder finder, TaskNoting noting) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.NoteTask;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var found = await finder.OneAsync(turn, text.HasColon ? text.FoldedBeforeColon : string.Empty, cancellationToken);
        return found is Outcome<Meeting>.Done(var meeting)
            ? await noting.AnswerAsync(turn, meeting, TaskDraft.Of(turn, text, meeting), cancellationToken)
            : SessionReply.Refused(turn, ((Outcome<Meeting>.Refused)found).Why);
    }

    /// <inheritdoc/>
    public Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) => Task.FromResult(Messages.Get(turn.Reader, Sentence.EditAfterNoted));
}

/// <summary>A button below a question about a task: who, or which day.</summary>
internal sealed class AssignAction(SessionFinder finder, TaskNoting noting) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Assign;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        turn = turn with { Form = FormReference.In(form) ?? turn.Form };
        return NotedAnswer.Pressed(await noting.AnswerAsync(turn, meeting, TaskDraft.Of(form, meeting), cancellationToken));
    }
}

/// <summary>Notes a task, or asks who or which day is meant, on one card.</summary>
internal sealed class TaskNoting(SessionChanges changes, SessionViews views)
{
    /// <summary>Notes it and answers.</summary>
    public async Task<Answer> AnswerAsync(Turn turn, Meeting meeting, TaskDraft draft, CancellationToken cancellationToken)
    {
        if (turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return SessionReply.Refused(turn, new Refusal(RefusalCode.CommitteeUnknown));
        }

        if (draft.Text.Length == 0)
        {
            return SessionReply.Refused(turn, new Refusal(RefusalCode.NoteMissing));
        }

        var people = draft.Candidates(turn.Network, committee);
        var near = people.Count == 0 ? draft.NearCandidates(turn.Network, committee) : [];
        if (draft.Text.Length <= MeetingSession.TextLimit && draft.Name.Length <= MeetingSession.NameLimit && (draft.Problems.Count > 0 || people.Count > 1 || near.Count > 0))
        {
            var card = TaskQuestion.Render(turn, draft, people.Count > 0 ? people : near);
            return new Answer.Card(card, card.FallbackText ?? string.Empty);
        }

        Func<MeetingSession, Outcome<SessionStep>> assign = session =>
            session.Assign(draft.Text, people is [var one] ? one.Id : null, draft.Name, draft.Due, SessionChanges.Act(turn, "task"));
        return await NotedAnswer.OfAsync(turn, meeting, views, await changes.ChangeAsync(turn, meeting.Id, assign, cancellationToken), cancellationToken);
    }
}
