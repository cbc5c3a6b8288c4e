using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Scheduling;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Meetings.PassItems;

/// <summary>Looks at an agenda when its meeting should be over. One that was moved to later, or goes on, is looked at again.</summary>
internal sealed class AgendaDueHandler(NetworkStore networks, MeetingStore meetings, PassedItems passed) : IDueHandler
{
    private static readonly Duration WhileItGoesOn = Duration.FromHours(1);

    /// <inheritdoc/>
    public string Kind => Subjects.Agenda;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot
            || await meetings.FindAsync(network, new MeetingId(subject.Id), cancellationToken) is not { Value: var meeting })
        {
            return null;
        }

        var moment = Instant.FromDateTimeOffset(now);
        if (!new Agenda(meeting, []).IsOver(snapshot.Network.Zone, moment))
        {
            var over = Agenda.LastsUntil(meeting, snapshot.Network.Zone);
            return (over > moment ? over : moment + WhileItGoesOn).ToDateTimeOffset();
        }

        await passed.SettleAsync(snapshot, meeting, moment, cancellationToken);
        return null;
    }
}
