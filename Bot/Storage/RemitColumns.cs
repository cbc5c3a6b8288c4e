using Bot.Domain.Committees;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>The columns of what a working group is there for: in its committee's row, and in the ballot that sets it up.</summary>
internal static class RemitColumns
{
    private const string Set = "RemitSetAt", Speaker = "Spokesperson";

    /// <summary>Reads it; null where none was written.</summary>
    public static Remit? Read(TableEntity row) => row.MomentOrNull(Set) is not { } setAt ? null : new Remit
    {
        Text = row.GetString("RemitText") ?? string.Empty,
        Resolution = row.GetString("RemitResolution"),
        Since = DayOrNull(row, "RemitSince"),
        Until = DayOrNull(row, "RemitUntil"),
        Reason = row.GetString("RemitReason") ?? string.Empty,
        Spokesperson = row.GetString(Speaker) is { } speaker ? new PersonId(speaker) : null,
        IsOpen = row.GetBoolean("IsOpen") ?? false,
        ReportDue = DayOrNull(row, "ReportDue"),
        ReportMonths = row.GetInt32("ReportMonths"),
        EndedBy = row.GetString("EndedBy"),
        SetAt = setAt,
        LastReport = row.GetInt32("ReportNumber") is { } number
            ? new GroupReport(number, row.Day("ReportGiven"), new PersonId(row.Text("ReportBy")), row.GetString("ReportText") ?? string.Empty)
            : null,
    };

    /// <summary>Writes it; null takes it out.</summary>
    public static void Write(TableEntity row, Remit? remit)
    {
        row[Set] = remit?.SetAt.ToDateTimeOffset();
        row["RemitText"] = remit is { Text.Length: > 0 } ? remit.Text : null;
        row["RemitResolution"] = remit?.Resolution;
        row["RemitSince"] = DayText(remit?.Since);
        row["RemitUntil"] = DayText(remit?.Until);
        row["RemitReason"] = remit is { Reason.Length: > 0 } ? remit.Reason : null;
        row[Speaker] = remit?.Spokesperson?.Value;
        row["IsOpen"] = remit is { IsOpen: true } ? true : null;
        row["ReportDue"] = DayText(remit?.ReportDue);
        row["ReportMonths"] = remit?.ReportMonths;
        row["EndedBy"] = remit?.EndedBy;
        row["ReportNumber"] = remit?.LastReport?.Number;
        row["ReportGiven"] = DayText(remit?.LastReport?.Given);
        row["ReportBy"] = remit?.LastReport?.By.Value;
        row["ReportText"] = remit?.LastReport?.Text;
    }

    /// <summary>Writes by which resolution it ends into a working group's row.</summary>
    /// <returns>False when one stands there already, or it has ended; then nothing is changed.</returns>
    public static bool TryEndBy(TableEntity committee, string resolution)
    {
        if (committee.GetString(NetworkRows.EndedOn) is not null || Read(committee) is { EndedBy: not null })
        {
            return false;
        }

        Write(committee, (Read(committee) ?? new Remit()) with { EndedBy = resolution });
        return true;
    }

    /// <summary>Whether a person was named to speak for the group.</summary>
    public static bool IsSpeaker(TableEntity row, PersonId person) => row.GetString(Speaker) == person.Value;

    /// <summary>Nobody speaks for the group any more.</summary>
    public static void Unspoken(TableEntity row) => row[Speaker] = null;

    private static LocalDate? DayOrNull(TableEntity row, string name) => row.GetString(name) is null ? null : row.Day(name);

    private static string? DayText(LocalDate? day) => day is { } set ? RowFormat.Write(set) : null;
}
