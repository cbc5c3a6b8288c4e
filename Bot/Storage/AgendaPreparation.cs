using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Scheduling;

namespace Bot.Storage;

/// <summary>Begins the agenda of a meeting that was called: with what stands on every agenda by the rules it was called under, and what waits for the committee's next
/// meeting. Once, whoever comes first of several instances.</summary>
internal sealed class AgendaPreparation(AgendaStore agendas, DueTable due)
{
    private const int Attempts = 20;

    /// <summary>Items taken over in one batch.</summary>
    private const int Most = 40;

    /// <summary>The agenda, begun when it was not, and with what was waiting. Of a meeting that is over or goes on already, the agenda as it is.</summary>
    public async Task<StoredAgenda> PreparedAsync(Network network, Meeting meeting, CancellationToken cancellationToken)
    {
        var stored = await agendas.LoadAsync(network.Id, meeting, cancellationToken);
        if (meeting.State != MeetingState.Invited || network.Committee(meeting.Committee) is not { } committee)
        {
            return stored;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var waiting = await agendas.WaitingAsync(network.Id, committee.Id, Most, cancellationToken);
            if (stored.Order is not null && waiting.Count == 0)
            {
                break;
            }

            if (stored.Order is null)
            {
                // Before anything is stored: a look at an agenda that was never begun is harmless.
                var over = Agenda.LastsUntil(meeting, network.Zone).ToDateTimeOffset();
                await due.AddAsync(Subjects.Due(network.Id, Subjects.Agenda, meeting.Id.Value), [over], cancellationToken);
            }

            var begun = stored.Order is null ? stored.Agenda.Begun(RulesOf(committee, meeting)) : stored.Agenda;
            await agendas.TrySaveAsync(
                network.Id, stored, waiting.Aggregate(begun, (agenda, one) => agenda.Received(one.Item)), waiting.Select(one => one.Taken), cancellationToken);
            stored = await agendas.LoadAsync(network.Id, meeting, cancellationToken);
        }

        return stored;
    }

    /// <summary>The rules the meeting was called under; those in force where that version is not known here.</summary>
    private static RulesOfProcedure RulesOf(Committee committee, Meeting meeting) =>
        committee.Timeline.Versions.FirstOrDefault(rules => rules.Version == meeting.RulesVersion) ?? committee.Rules;
}
