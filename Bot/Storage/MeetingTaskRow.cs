using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The columns of a task.</summary>
internal static class MeetingTaskRow
{
    /// <summary>Reads a task from its row.</summary>
    public static MeetingTask Read(TableEntity row) => new(
        row.Number("Number"), new MeetingId(row.Text("Meeting")), new CommitteeId(row.Text("Committee")), row.Number("Entry"), row.Text("Text"))
    {
        Assignee = row.GetString("Assignee") is { } assignee ? new PersonId(assignee) : null,
        AssigneeName = row.GetString("AssigneeName") ?? string.Empty,
        Due = row.GetString("Due") is null ? null : row.Day("Due"),
        IsConfidential = row.GetBoolean("Confidential") ?? false,
        NotedBy = new PersonId(row.Text("NotedBy")),
        NotedAt = row.Moment("NotedAt"),
        State = row.Named<MeetingTaskState>("State"),
        DoneBy = row.GetString("DoneBy") is { } doer ? new PersonId(doer) : null,
        SettledAt = row.MomentOrNull("SettledAt"),
    };

    /// <summary>Writes a task into its row.</summary>
    public static void Write(TableEntity row, MeetingTask task)
    {
        row["Number"] = task.Number;
        row["Meeting"] = task.Meeting.Value;
        row["Committee"] = task.Committee.Value;
        row["Entry"] = task.Entry;
        row["Text"] = task.Text;
        row["Assignee"] = task.Assignee?.Value;
        row["AssigneeName"] = task.AssigneeName.Length == 0 ? null : task.AssigneeName;
        row["Due"] = task.Due is { } due ? RowFormat.Write(due) : null;
        row["Confidential"] = task.IsConfidential ? true : null;
        row["NotedBy"] = task.NotedBy.Value;
        row["NotedAt"] = task.NotedAt.ToDateTimeOffset();
        row["State"] = task.State.ToString();
        row["DoneBy"] = task.DoneBy?.Value;
        row["SettledAt"] = task.SettledAt?.ToDateTimeOffset();
    }
}
