using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>Changes an item: load, decide, store; again when somebody else was faster, so that two at once never lose an item.</summary>
internal sealed class ChangeItemHandler(AgendaPreparation preparation, AgendaStore agendas, AgendaPassing passing, MeetingPosts posts)
{
    private const int Attempts = 20;

    /// <summary>Changes it. Doing it twice changes nothing more.</summary>
    /// <param name="turn">Who, and where.</param>
    /// <param name="meeting">On whose agenda it stands.</param>
    /// <param name="number">The item's <see cref="AgendaItem.Number"/>.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    /// <returns>The agenda after it, and where an item that was passed on stands now; or a refusal of <see cref="Agenda.Change"/>.</returns>
    public async Task<Outcome<(Agenda Agenda, Meeting? There)>> HandleAsync(Turn turn, Meeting meeting, int number, ItemChange change, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender)
        {
            return new Refusal(RefusalCode.ItemNotYours);
        }

        if (change is ItemChange.Refer(var to))
        {
            var referred = await passing.ReferAsync(turn.Network, meeting, sender.Id, number, to, turn.Now, cancellationToken);
            Refresh(turn, meeting, (referred as Outcome<(Agenda Agenda, Meeting? There)>.Done)?.Value.There);
            return referred;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await preparation.PreparedAsync(turn.Network, meeting, cancellationToken);
            switch (stored.Agenda.Change(turn.Network, sender.Id, number, change, turn.Now))
            {
                case Outcome<Agenda>.Refused(var why):
                    return why;
                case Outcome<Agenda>.Done(var after) when ReferenceEquals(after, stored.Agenda):
                    return (after, null);
                case Outcome<Agenda>.Done(var after) when await agendas.TrySaveAsync(turn.Network.Id, stored, after, [], cancellationToken):
                    Refresh(turn, meeting, null);
                    return (after, null);
                default:
                    break;
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    private void Refresh(Turn turn, Meeting meeting, Meeting? there)
    {
        posts.Refresh(turn.Snapshot, meeting.Id);
        if (there is not null)
        {
            posts.Refresh(turn.Snapshot, there.Id);
        }
    }
}
