using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Sessions;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Tasks.RemindAssignee;

/// <summary>Looks at a task and reminds its assignee, 1:1, the morning before it is due and once when it is overdue; never when it is done.</summary>
internal sealed class TaskDueHandler(NetworkStore networks, TaskStore tasks, Announcer announcer) : IDueHandler
{
    /// <summary>So much later it still counts as on time.</summary>
    private static readonly Duration OnTime = Duration.FromHours(1);

    /// <inheritdoc/>
    public string Kind => Subjects.Task;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (!int.TryParse(subject.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await networks.FindAsync(network, cancellationToken) is not { } snapshot || await tasks.FindAsync(network, number, cancellationToken) is not { Value: var task }
            || snapshot.Network.Committee(task.Committee) is not { } committee || task.Assignee is not { } assignee || !task.IsReadableBy(snapshot.Network, assignee))
        {
            return null;
        }

        var moment = Instant.FromDateTimeOffset(now);
        var notice = task.NoticeAt(committee.Rules, snapshot.Network.Zone, moment);
        return notice == TaskNotice.None ? null
            : LateAt(task, notice, committee.Rules, snapshot.Network.Zone, moment) is { } morning ? morning.ToDateTimeOffset()
            : await announcer.AnnounceAsync(
                new Announcement(
                    snapshot.Tenant,
                    Subjects.Filed(network, Subjects.Task, subject.Id),
                    notice == TaskNotice.Reminder ? "reminder" : "overdue",
                    [.. Audiences.People(snapshot, [assignee], (_, reader) => Message(snapshot.Network, committee, task, notice, moment, reader))],
                    subject),
                cancellationToken);
    }

    /// <summary>At its own time it is said whatever the hour; what is late waits for the morning.</summary>
    private static Instant? LateAt(MeetingTask task, TaskNotice notice, RulesOfProcedure rules, DateTimeZone zone, Instant now) =>
        now - (notice == TaskNotice.Reminder ? task.RemindsAt(rules, zone) : task.OverdueAt(rules, zone)) > OnTime ? WakingHours.NextAfter(now, zone) : null;

    /// <summary>What the assignee is told. It may go out late: it counts from today.</summary>
    internal static Activity Message(Network network, Committee committee, MeetingTask task, TaskNotice notice, Instant now, Reader reader)
    {
        var lead = notice == TaskNotice.Overdue ? Sentence.TaskOverdueLead : task.Due > now.InZone(network.Zone).Date ? Sentence.TaskTomorrowLead : Sentence.TaskTodayLead;
        return CardMessage.Of(reader, Render(reader, network, committee, task, Messages.Get(reader, lead, task.Number)));
    }

    private static AdaptiveCard Render(Reader reader, Network network, Committee committee, MeetingTask task, string lead)
    {
        var who = task.Assignee is { } person ? network.Person(person)?.Name ?? person.Value : task.AssigneeName;
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = lead,
            Body =
            [
                CardPart.Text(lead),
                CardPart.Section(Messages.Get(reader, Sentence.TaskTitle, task.Number, CardText.Escape(task.Text, LineBreaks.Collapse))),
                CardPart.Subtle(Messages.Get(reader, Sentence.TaskLine, TaskWords.Terms(reader, who, task.Due), CardText.Escape(committee.Name, LineBreaks.Collapse))),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonTaskDone, TaskVerbs.Finish, ("task", task.Number.ToString(CultureInfo.InvariantCulture)))]),
            ],
        };
    }
}
