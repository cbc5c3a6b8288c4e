using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Sessions;

/// <summary>Something somebody was asked to do in a meeting (Aufgabe). It lives on until it is done.</summary>
/// <param name="Number">The number people call it by; one after the other in the network, without gaps.</param>
/// <param name="Meeting">Where it was noted.</param>
/// <param name="Committee">Whose meeting that was.</param>
/// <param name="Entry">Number of the entry in that meeting.</param>
/// <param name="Text">What is to be done.</param>
public sealed record MeetingTask(int Number, MeetingId Meeting, CommitteeId Committee, int Entry, string Text)
{
    /// <summary>Who is to do it; null when the network does not know them, or nobody was named.</summary>
    public PersonId? Assignee { get; init; }

    /// <summary>Who is to do it, in the words of whoever noted it; empty when the network knows them or nobody was named.</summary>
    public string AssigneeName { get; init; } = string.Empty;

    /// <summary>Until which day; null when not said.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Whether only the committee may read it, as it belongs to a confidential item.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Who noted it.</summary>
    public required PersonId NotedBy { get; init; }

    /// <summary>When.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>What has become of it.</summary>
    public MeetingTaskState State { get; init; }

    /// <summary>Who said that it is done; null while it is not.</summary>
    public PersonId? DoneBy { get; init; }

    /// <summary>When it was said to be done, or was taken back; null while it is open.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>The morning before the due day, when the assignee is reminded; null where nobody is to be, also because it was noted later than that.</summary>
    public Instant? RemindsAt(RulesOfProcedure rules, DateTimeZone zone) =>
        Morning(rules, zone, -1) is { } moment && moment > NotedAt ? moment : null;

    /// <summary>The morning after the due day, when the assignee is told that it is overdue; null where nobody is to be.</summary>
    public Instant? OverdueAt(RulesOfProcedure rules, DateTimeZone zone) => Morning(rules, zone, 1);

    /// <summary>Whether its due day is over and it is not done.</summary>
    public bool IsOverdueOn(LocalDate today) => State == MeetingTaskState.Open && Due < today;

    /// <summary>What the assignee is to be told now, once; what has become pointless is not said.</summary>
    public TaskNotice NoticeAt(RulesOfProcedure rules, DateTimeZone zone, Instant now)
    {
        if (State != MeetingTaskState.Open || Assignee is null || Due is not { } due)
        {
            return TaskNotice.None;
        }

        if (now >= OverdueAt(rules, zone))
        {
            return TaskNotice.Overdue;
        }

        return now >= RemindsAt(rules, zone) && now.InZone(zone).Date <= due ? TaskNotice.Reminder : TaskNotice.None;
    }

    /// <summary>Whether a person may read what it says; as for the rest, whoever is to do it must know it.</summary>
    public bool IsReadableBy(Network network, PersonId person) =>
        network.Committee(Committee) is { } committee && (network.Allows(Right.ReadTasks, person, committee) || (Assignee == person && !IsConfidential));

    /// <summary>Decides whether somebody may say that it is done. What is done stays so.</summary>
    /// <returns>The task; a refusal unless its assignee, who noted it, or a coordinator says so, or a member of the committee where no assignee is known.</returns>
    public Outcome<MeetingTask> Finish(Network network, PersonId person, Instant now)
    {
        if (State == MeetingTaskState.Withdrawn || !IsReadableBy(network, person))
        {
            return new Refusal(RefusalCode.TaskUnknown, Number);
        }

        if (!network.Allows(Right.FinishTask, person, Committee, isOwner: Assignee is null || Assignee == person || NotedBy == person))
        {
            return new Refusal(RefusalCode.TaskOfOthers, Number);
        }

        return State == MeetingTaskState.Done ? this : this with { State = MeetingTaskState.Done, DoneBy = person, SettledAt = now };
    }

    private Instant? Morning(RulesOfProcedure rules, DateTimeZone zone, int days) =>
        Assignee is not null && Due is { } due ? zone.AtLeniently(due.PlusDays(days) + rules.ReminderTime).ToInstant() : null;
}

/// <summary>What has become of a task.</summary>
public enum MeetingTaskState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Its entry was undone in the meeting; kept so that its number is not given twice.</summary>
    Withdrawn,
}

/// <summary>What an assignee is told.</summary>
public enum TaskNotice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>That it is due tomorrow, or today.</summary>
    Reminder,

    /// <summary>That its day is over.</summary>
    Overdue,
}
