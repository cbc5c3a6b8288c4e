using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.ProposeItem;

/// <summary>Adds an agenda item: load, decide, store; again when somebody else took the number.</summary>
internal sealed class ProposeItemHandler(AgendaStore agendas, MeetingPosts posts)
{
    private const int Attempts = 20;

    /// <summary>Adds the item. Pressing twice, or typing the same title again, adds it once.</summary>
    /// <returns>The item as it stands on the agenda, or a refusal of <see cref="Agenda.Propose"/>.</returns>
    public async Task<Outcome<AgendaItem>> HandleAsync(Turn turn, Meeting meeting, string title, int? minutes, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender)
        {
            return new Refusal(RefusalCode.NotMemberOfCommittee, turn.Network.Committee(meeting.Committee)?.Name ?? string.Empty);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var agenda = await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken);
            var outcome = agenda.Propose(turn.Network, title, minutes, sender.Id, turn.Now);
            if (outcome is not Outcome<AgendaItem>.Done(var item) || agenda.Items.Contains(item))
            {
                return outcome;
            }

            if (await agendas.TryAddItemAsync(turn.Network.Id, meeting.Id, item, cancellationToken))
            {
                posts.Refresh(turn.Snapshot, meeting.Id);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
