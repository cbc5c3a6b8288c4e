using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The columns of a meeting.</summary>
internal static class MeetingRow
{
    /// <summary>Reads a meeting from its row.</summary>
    public static Meeting Read(TableEntity row) => new()
    {
        Id = new MeetingId(row.Text("Id")),
        Committee = new CommitteeId(row.Text("Committee")),
        Day = row.Day("Day"),
        Start = row.Time("Start"),
        End = row.GetString("End") is null ? null : row.Time("End"),
        Place = row.GetString("Place") ?? string.Empty,
        Topic = row.GetString("Topic") ?? string.Empty,
        Kind = row.Named<MeetingKind>("Kind"),
        Reason = row.GetString("Reason") ?? string.Empty,
        State = row.Named<MeetingState>("State"),
        RulesVersion = row.Number("RulesVersion"),
        CalledBy = new PersonId(row.Text("CalledBy")),
        CalledAt = row.Moment("CalledAt"),
        Revision = row.GetInt32("Revision") ?? 0,
        ChangedAt = row.MomentOrNull("ChangedAt"),
        OpenedAt = row.MomentOrNull("OpenedAt"),
        ClosedAt = row.MomentOrNull("ClosedAt"),
        Chair = row.GetString("Chair") is { } chair ? new PersonId(chair) : null,
        Earlier = EarlierDatesColumn.Read(row.GetString("Earlier")),
        FollowUp = row.GetString("FollowUpOf") is { } of && FollowUpRule.TryParse(row.GetString("FollowUpRule") ?? string.Empty) is { } rule ? new FollowUp(new MeetingId(of), row.Day("FollowUpDay"), rule) { WasLost = row.GetBoolean("FollowUpLost") ?? false } : null,
        OnlineLink = row.GetString("OnlineLink"),
        CalendarUid = row.GetString("CalendarUid"),
    };

    /// <summary>Writes a meeting into its row.</summary>
    public static void Write(TableEntity row, Meeting meeting)
    {
        row["Id"] = meeting.Id.Value;
        row["Committee"] = meeting.Committee.Value;
        row["Day"] = RowFormat.Write(meeting.Day);
        row["Start"] = RowFormat.Write(meeting.Start);
        row["End"] = meeting.End is { } end ? RowFormat.Write(end) : null;
        row["Place"] = meeting.Place;
        row["Topic"] = meeting.Topic;
        row["Kind"] = meeting.Kind.ToString();
        row["Reason"] = meeting.Reason;
        row["State"] = meeting.State.ToString();
        row["RulesVersion"] = meeting.RulesVersion;
        row["CalledBy"] = meeting.CalledBy.Value;
        row["CalledAt"] = meeting.CalledAt.ToDateTimeOffset();
        row["Revision"] = meeting.Revision;
        row["ChangedAt"] = meeting.ChangedAt?.ToDateTimeOffset();
        row["OpenedAt"] = meeting.OpenedAt?.ToDateTimeOffset();
        row["ClosedAt"] = meeting.ClosedAt?.ToDateTimeOffset();
        row["Chair"] = meeting.Chair?.Value;
        row["Earlier"] = EarlierDatesColumn.Write(meeting.Earlier);
        row["FollowUpOf"] = meeting.FollowUp?.Of.Value;
        row["FollowUpDay"] = meeting.FollowUp is { } follows ? RowFormat.Write(follows.Day) : null;
        row["FollowUpRule"] = meeting.FollowUp?.Rule.ToCode();
        row["OnlineLink"] = meeting.OnlineLink;
        row["FollowUpLost"] = meeting.FollowUp is { WasLost: true } ? true : null;
        row["CalendarUid"] = meeting.CalendarUid;
    }
}
