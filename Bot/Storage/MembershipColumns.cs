using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Tables;
using NodaTime;
using NodaTime.Text;

namespace Bot.Storage;

/// <summary>Resignation, suspension and earlier memberships in an organization's row. All columns are missing where there is none, so rows of earlier versions are read as they are.</summary>
internal static class MembershipColumns
{
    private const string Earlier = "Earlier";

    /// <summary>Reads them into an organization.</summary>
    public static MemberOrganization Read(TableEntity row, MemberOrganization organization) => organization with
    {
        Resignation = row.MomentOrNull("ResignedAt") is { } resigned
            ? new Resignation(row.Day("ResignedLastDay"), new PersonId(row.Text("ResignedBy")), resigned)
            {
                Received = row.GetString("ResignedReceived") ?? string.Empty,
                WithdrawnBy = PersonIn(row, "ResignationWithdrawnBy"),
                WithdrawnAt = row.MomentOrNull("ResignationWithdrawnAt"),
            }
            : null,
        Suspension = row.MomentOrNull("SuspendedAt") is { } suspended
            ? new Suspension(row.Day("SuspendedFrom"), DayOrNull(row, "SuspendedUntil"), row.Text("SuspendedReason"), new PersonId(row.Text("SuspendedBy")), suspended)
            {
                ResumedOn = DayOrNull(row, "ResumedOn"),
                ResumedBy = PersonIn(row, "ResumedBy"),
                ResumedAt = row.MomentOrNull("ResumedAt"),
            }
            : null,
        Earlier = [.. Periods(row.GetString(Earlier) ?? string.Empty)],
    };

    /// <summary>Writes them into an organization's row.</summary>
    public static void Fill(TableEntity row, MemberOrganization organization)
    {
        var (resignation, suspension) = (organization.Resignation, organization.Suspension);
        row["ResignedAt"] = resignation?.At.ToDateTimeOffset();
        row["ResignedBy"] = resignation?.By.Value;
        row["ResignedLastDay"] = Written(resignation?.LastDay);
        row["ResignedReceived"] = resignation is { Received.Length: > 0 } ? resignation.Received : null;
        row["ResignationWithdrawnBy"] = resignation?.WithdrawnBy?.Value;
        row["ResignationWithdrawnAt"] = resignation?.WithdrawnAt?.ToDateTimeOffset();
        row["SuspendedAt"] = suspension?.At.ToDateTimeOffset();
        row["SuspendedBy"] = suspension?.By.Value;
        row["SuspendedFrom"] = Written(suspension?.From);
        row["SuspendedUntil"] = Written(suspension?.Until);
        row["SuspendedReason"] = suspension?.Reason;
        row["ResumedOn"] = Written(suspension?.ResumedOn);
        row["ResumedBy"] = suspension?.ResumedBy?.Value;
        row["ResumedAt"] = suspension?.ResumedAt?.ToDateTimeOffset();
        row[Earlier] = organization.Earlier.Count == 0 ? null : string.Join('|', organization.Earlier.Select(period => RowFormat.Write(period.First) + "/" + RowFormat.Write(period.Last)));
    }

    private static IEnumerable<MembershipPeriod> Periods(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries)
        .Select(period => period.Split('/')).Select(days => new MembershipPeriod(LocalDatePattern.Iso.Parse(days[0]).Value, LocalDatePattern.Iso.Parse(days[1]).Value));

    private static string? Written(LocalDate? day) => day is { } known ? RowFormat.Write(known) : null;

    private static LocalDate? DayOrNull(TableEntity row, string name) => row.GetString(name) is null ? null : row.Day(name);

    private static PersonId? PersonIn(TableEntity row, string name) => row.GetString(name) is { } person ? new PersonId(person) : null;
}
