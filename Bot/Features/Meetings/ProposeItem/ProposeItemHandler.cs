using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.ProposeItem;

/// <summary>Adds an agenda item: load, decide, store; again when somebody else was faster.</summary>
internal sealed class ProposeItemHandler(AgendaPreparation preparation, AgendaStore agendas, MeetingPosts posts)
{
    private const int Attempts = 20;

    /// <summary>Adds the item. Pressing twice, or typing the same title again, adds it once.</summary>
    /// <returns>The item as it stands on the agenda, or a refusal of <see cref="Agenda.Propose"/>.</returns>
    public async Task<Outcome<AgendaItem>> HandleAsync(Turn turn, Meeting meeting, ProposedItem proposed, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender)
        {
            return new Refusal(RefusalCode.NotMemberOfCommittee, turn.Network.Committee(meeting.Committee)?.Name ?? string.Empty);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await preparation.PreparedAsync(turn.Network, meeting, cancellationToken);
            var outcome = stored.Agenda.Propose(turn.Network, proposed.Title, proposed.Minutes, sender.Id, turn.Now, proposed.Visibility, proposed.Presenter);
            if (outcome is not Outcome<AgendaItem>.Done(var item) || stored.Agenda.Find(item.Number) is not null)
            {
                return outcome;
            }

            if (await agendas.TrySaveAsync(turn.Network.Id, stored, stored.Agenda.With(item), [], cancellationToken))
            {
                posts.Refresh(turn.Snapshot, meeting.Id);
                return outcome;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }
}
