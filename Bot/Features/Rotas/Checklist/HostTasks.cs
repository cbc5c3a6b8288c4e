using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rotas.Checklist;

/// <summary>Finds what whoever leads next has to see to.</summary>
internal sealed class HostTasks(ChecklistStore checklists)
{
    /// <summary>The next meeting of the committee: called, or expected by its rhythm; null when there is neither.</summary>
    public async Task<HostTask?> NextAsync(Network network, RotaView view, LocalDate today, CancellationToken cancellationToken)
    {
        var meeting = view.Coming.FirstOrDefault(meeting => meeting.Chair is not null);
        return (meeting?.Day ?? Expected(network, view.Committee, today)) is { } day ? await OfAsync(network, view.Committee, day, meeting, cancellationToken) : null;
    }

    /// <summary>What is done for a meeting. What was ticked before it was called stands under the day it was called for, also where it was moved since.</summary>
    public async Task<HostTask> OfAsync(Network network, Committee committee, LocalDate day, Meeting? meeting, CancellationToken cancellationToken) =>
        new(committee, day, meeting, await checklists.DoneAsync(network.Id, committee.Id, meeting?.CalledFor ?? day, meeting?.Id, cancellationToken));

    /// <summary>The next day of the rhythm for which an invitation sent tomorrow is in time.</summary>
    public static LocalDate? Expected(Network network, Committee committee, LocalDate today) =>
        RhythmRule.Of(committee.Rules).OnDays?.ProposedDay(committee.Rules.Notice.EarliestMeetingDay(today.PlusDays(1)), PublicHolidays.For(network.Land));

    /// <summary>Whether the sender leads the meeting, or would: then they see to its points. So do coordinators.</summary>
    public static bool IsFor(Turn turn, RotaView view, Meeting? meeting) => turn.Sender is { } sender && turn.May(
        Right.KeepChecklist, view.Committee, meeting?.Chair, isOwner: meeting is null && view.State.Next?.People(turn.Network, view.Committee.Id).Contains(sender.Id) == true);

    /// <summary>Notes which points are done, and which are not.</summary>
    public async Task SetAsync(Network network, HostTask task, IReadOnlySet<ChecklistPoint> done, CancellationToken cancellationToken)
    {
        foreach (var point in System.Enum.GetValues<ChecklistPoint>().Where(point => task.Done.Contains(point) != done.Contains(point)))
        {
            await checklists.SetAsync(network.Id, task.Committee.Id, task.Day, task.Meeting?.Id, point, done.Contains(point), cancellationToken);
        }
    }
}
