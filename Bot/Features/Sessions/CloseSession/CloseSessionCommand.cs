using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Turns;

namespace Bot.Features.Sessions.CloseSession;

/// <summary>"Sitzung schließen": shows what would follow, to be confirmed; "Sitzung schließen: ja" does it at once.</summary>
internal sealed class CloseSessionCommand(SessionFinder finder, SessionViews views, SessionChanges changes, SessionReply reply) : ICommand
{
    private static readonly string[] Confirmations = ["ja", "yes", "ja, jetzt", "jetzt", "now"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CloseSession;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        switch (await finder.OneAsync(turn, text.FoldedBeforeColon, cancellationToken))
        {
            case Outcome<Meeting>.Done(var meeting):
                if (Confirmations.Contains(CommandText.Fold(text.AfterColon).TrimEnd('!', '.')))
                {
                    return await changes.ChangeAsync(turn, meeting.Id, session => session.Close(SessionChanges.Act(turn, "close")), cancellationToken) switch
                    {
                        Outcome<SessionStep>.Done(var step) => await reply.AnswerAsync(turn, meeting.Id, null, cancellationToken) with { Settled = SessionReply.Settled(meeting.Id, step) },
                        Outcome<SessionStep>.Refused(var why) => SessionReply.Refused(turn, why),
                        _ => throw new System.Diagnostics.UnreachableException(),
                    };
                }

                return await views.LoadAsync(turn.Network, meeting.Id, cancellationToken) is { } view
                    ? CloseQuestion.WhyNot(turn, view) is { } refusal ? SessionReply.Refused(turn, refusal) : CloseQuestion.Ask(turn, view)
                    : SessionReply.Refused(turn, new Refusal(RefusalCode.MeetingNotFound));
            case Outcome<Meeting>.Refused(var why):
                return SessionReply.Refused(turn, why);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
