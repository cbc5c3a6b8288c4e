using System.Globalization;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The columns of an agenda item.</summary>
internal static class AgendaItemRow
{
    /// <summary>Reads an item from its row; what a row of version 0.2 does not say was proposed, is open and seen by all.</summary>
    public static AgendaItem Read(TableEntity row) => new(
        row.Number("Number"), row.Text("Title"), row.GetInt32("Minutes"), new PersonId(row.Text("ProposedBy")), row.Moment("ProposedAt"))
    {
        Kind = row.GetString("Kind") is null ? AgendaItemKind.Proposed : row.Named<AgendaItemKind>("Kind"),
        Presenter = row.GetString("Presenter") ?? string.Empty,
        Visibility = row.GetString("Visibility") is null ? AgendaVisibility.All : row.Named<AgendaVisibility>("Visibility"),
        State = row.GetString("State") is null ? AgendaItemState.Open : row.Named<AgendaItemState>("State"),
        StandsLast = row.GetBoolean("StandsLast") ?? false,
        IsTakenUp = row.GetBoolean("IsTakenUp"),
        CarriedFrom = ReadLink(row, "CarriedFrom"),
        ReferredFrom = ReadLink(row, "ReferredFrom"),
        ReferredTo = row.GetString("ReferredTo") is { } committee ? new CommitteeId(committee) : null,
        Answer = row.GetString("Answer"),
        IsPassedOn = row.GetBoolean("IsPassedOn") ?? false,
    };

    /// <summary>Writes an item into its row.</summary>
    public static void Write(TableEntity row, AgendaItem item)
    {
        row["Number"] = item.Number;
        row["Title"] = item.Title;
        row["Minutes"] = item.Minutes;
        row["ProposedBy"] = item.ProposedBy.Value;
        row["ProposedAt"] = item.ProposedAt.ToDateTimeOffset();
        row["Kind"] = item.Kind.ToString();
        row["Presenter"] = item.Presenter;
        row["Visibility"] = item.Visibility.ToString();
        row["State"] = item.State.ToString();
        row["StandsLast"] = item.StandsLast ? true : null;
        row["IsTakenUp"] = item.IsTakenUp;
        row["CarriedFrom"] = Write(item.CarriedFrom);
        row["ReferredFrom"] = Write(item.ReferredFrom);
        row["ReferredTo"] = item.ReferredTo?.Value;
        row["Answer"] = item.Answer;
        row["IsPassedOn"] = item.IsPassedOn ? true : null;
    }

    /// <summary>Committee, meeting, day, number; an id holds no bar.</summary>
    private static string? Write(ItemLink? link) =>
        link is null ? null : string.Join('|', link.Committee, link.Meeting, RowFormat.Write(link.Day), link.Number.ToString(CultureInfo.InvariantCulture));

    private static ItemLink? ReadLink(TableEntity row, string name) => row.GetString(name)?.Split('|') is [var committee, var meeting, var day, var number]
        ? new ItemLink(new CommitteeId(committee), new MeetingId(meeting), NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, int.Parse(number, CultureInfo.InvariantCulture))
        : null;
}
