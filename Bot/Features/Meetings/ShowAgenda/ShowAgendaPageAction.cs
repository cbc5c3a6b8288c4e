using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.ShowAgenda;

/// <summary>[Weiter] and [Zurück] below a long agenda.</summary>
internal sealed class ShowAgendaPageAction(MeetingStore meetings, AgendaStore agendas) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.ShowAgenda;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var found = form.Id("meeting") is { } id ? await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) : null;
        if (found is not { Value: var meeting } || turn.Network.Committee(meeting.Committee) is not { } committee || !turn.May(Right.ReadMeetings, committee, meeting))
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.RefusedMeetingNotFound));
        }

        var agenda = await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken);
        return new CardReply.Replace(MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, page: PageRequest.Read(form), isPrivate: turn.May(Right.ReadConfidentialItems, committee, meeting)));
    }
}
