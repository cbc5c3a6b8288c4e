using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Sessions.OpenSession;

/// <summary>"Sitzung eröffnen", "Sitzung eröffnen Beirat": whoever leads the meeting opens it, an hour before it begins at the earliest.</summary>
internal sealed class OpenSessionCommand(SessionFinder finder, SessionChanges changes) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.OpenSession;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        switch (await finder.OneAsync(turn, text.Raw, cancellationToken))
        {
            case Outcome<Meeting>.Done(var meeting):
                var outcome = await changes.ChangeAsync(turn, meeting.Id, session => session.Open(SessionChanges.Act(turn, "open")), cancellationToken);
                return outcome switch
                {
                    Outcome<SessionStep>.Done(var step) => new Answer.Text(Opened(turn, meeting)) { Settled = SessionReply.Settled(meeting.Id, step) },
                    Outcome<SessionStep>.Refused(var why) => SessionReply.Refused(turn, why),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            case Outcome<Meeting>.Refused({ Code: RefusalCode.NoMeetingNow }):
                return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoSessionToOpen));
            case Outcome<Meeting>.Refused(var why):
                return SessionReply.Refused(turn, why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The sentence that it is open. The card to lead it by is posted to all who may, and kept up to date: a second one as an answer would grow old beside it. Markdown.</summary>
    internal static string Opened(Turn turn, Meeting meeting) => Messages.Get(
        turn.Reader, Sentence.SessionIsOpened, SessionCard.Title(turn.Reader, meeting, turn.Network.Committee(meeting.Committee)?.Name ?? meeting.Committee.Value));
}

/// <summary>[Sitzung eröffnen].</summary>
internal sealed class OpenSessionAction(SessionFinder finder, SessionChanges changes) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Open;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        return await changes.ChangeAsync(turn, meeting.Id, session => session.Open(SessionChanges.Act(turn, "open")), cancellationToken) is Outcome<SessionStep>.Refused(var why)
            ? SessionReply.Said(turn, why)
            : new CardReply.Replace(SentenceCard.Of(turn.Reader, OpenSessionCommand.Opened(turn, meeting)));
    }
}
