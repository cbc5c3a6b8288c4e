using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Sessions;
using Bot.Turns;

namespace Bot.Features.Sessions.CloseSession;

/// <summary>[Sitzung schließen]: shows what would follow.</summary>
internal sealed class AskCloseAction(SessionFinder finder, SessionViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.AskClose;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting || await views.LoadAsync(turn.Network, meeting.Id, cancellationToken) is not { } view)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        return CloseQuestion.WhyNot(turn, view) is { } refusal ? SessionReply.Said(turn, refusal) : AskedBelow.Of(turn.Reader, CloseQuestion.Render(turn, view));
    }
}

/// <summary>[Ja, jetzt schließen].</summary>
internal sealed class CloseSessionAction(SessionFinder finder, SessionChanges changes, SessionReply reply) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => SessionVerbs.Close;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return SessionReply.Said(turn, new Refusal(RefusalCode.MeetingNotFound));
        }

        return await changes.ChangeAsync(turn, meeting.Id, session => session.Close(SessionChanges.Act(turn, "close")), cancellationToken) is Outcome<SessionStep>.Refused(var why)
            ? SessionReply.Said(turn, why)
            : await reply.ReplaceAsync(turn, meeting.Id, null, cancellationToken);
    }
}
