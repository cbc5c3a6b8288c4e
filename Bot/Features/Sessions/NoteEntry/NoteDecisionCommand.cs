using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Records;
using Bot.Domain.Sessions;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.NoteEntry;

/// <summary>"Beschluss: Wir mieten den Saal. 12 ja, 2 nein, 1 Enthaltung": notes a decision of the meeting; without a count it was taken by consent.</summary>
internal sealed class NoteDecisionCommand(SessionFinder finder, DecisionNoting noting) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.NoteDecision;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <summary>"Beschluss 2026-07" and "Beschlüsse: …" look up; "Beschluss:" with words of one's own notes.</summary>
    public int Match(Turn turn, CommandText text) =>
        text is { HasColon: true, AfterColon.Length: > 0 } && IsDecision(turn, text.FoldedBeforeColon) && !ResolutionNumber.TryParse(text.AfterColon, out _)
            ? CommandMatch.Certain
            : ResolutionNumber.TryParse(Entry.RestOf(text), out _) ? CommandMatch.None : Entry.Match(text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var found = await finder.OneAsync(turn, text.HasColon ? text.FoldedBeforeColon : string.Empty, cancellationToken);
        if (found is not Outcome<Meeting>.Done(var meeting))
        {
            return SessionReply.Refused(turn, ((Outcome<Meeting>.Refused)found).Why);
        }

        var read = HandCountReader.Read(text.HasColon ? text.AfterColon : Entry.RestOf(text));
        return read.Problem is { } problem
            ? new Answer.Text(Messages.Get(turn.Reader, problem switch
            {
                HandProblem.Twice => Sentence.HandsTwice,
                HandProblem.NobodyForOrAgainst => Sentence.HandsNobody,
                HandProblem.Uncounted => Sentence.HandsUncounted,
                _ => Sentence.HandsUnclear,
            }))
            : await noting.AnswerAsync(turn, meeting, read.Text, read.Hands, isConfirmed: false, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) => Task.FromResult(Messages.Get(turn.Reader, Sentence.EditAfterNoted));

    private static bool IsDecision(Turn turn, string head)
    {
        var words = CommandText.WordsOf(head);
        return words is [var first, ..] && first is "beschluss" or "beschlus" or "beschlluss" or "bechluss" or "decision"
            && (words.Length == 1 || (CommitteeFinder.Named(turn.Network, head) is [var committee] && CommandText.WordsOf(CommitteeFinder.Without(committee, head)).Length == 1));
    }
}

/// <summary>[Die Zahlen stimmen]: notes a decision although more hands were counted than are noted as present.</summary>
internal sealed class DecideAction(SessionFinder finder, DecisionNoting noting) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Decide;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        if (form.Number("yes") is not (>= 0 and <= HandsCard.Most and var yes) || form.Number("no") is not (>= 0 and <= HandsCard.Most and var no)
            || form.Number("abstain") is not (>= 0 and <= HandsCard.Most and var abstain))
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.HandsUnclear));
        }

        // The card goes back to the message with the decision, so that what is pressed twice, or on two screens, is noted once.
        turn = turn with { Form = FormReference.In(form) ?? turn.Form };
        return NotedAnswer.Pressed(await noting.AnswerAsync(turn, meeting, form["text"], new HandCount(yes, no, abstain), isConfirmed: true, cancellationToken));
    }
}

/// <summary>Notes a decision, or asks about its numbers.</summary>
internal sealed class DecisionNoting(SessionChanges changes, SessionViews views, AttendanceStore attendance)
{
    /// <summary>Notes it and answers.</summary>
    public async Task<Answer> AnswerAsync(Turn turn, Meeting meeting, string text, HandCount? hands, bool isConfirmed, CancellationToken cancellationToken)
    {
        if (turn.Network.Committee(meeting.Committee) is null)
        {
            return SessionReply.Refused(turn, new Refusal(RefusalCode.CommitteeUnknown));
        }

        var noted = await attendance.OfAsync(turn.Network.Id, meeting.Id, cancellationToken);
        var outcome = await changes.ChangeAsync(
            turn, meeting.Id, session => session.Decide(text, hands, session.BasisAt(noted, turn.Now), isConfirmed, SessionChanges.Act(turn, "decision")), cancellationToken);
        return outcome is Outcome<SessionStep>.Refused({ Code: RefusalCode.HandsExceedPresent } why) && hands is not null
            ? HandsCard.Ask(turn, meeting, text, hands, why)
            : await NotedAnswer.OfAsync(turn, meeting, views, outcome, cancellationToken);
    }
}
