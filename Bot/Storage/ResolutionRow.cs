using System.Globalization;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The columns of an entry of the register.</summary>
internal static class ResolutionRow
{
    /// <summary>What the keys of entries begin with.</summary>
    public const string Prefix = "entry|";

    /// <summary>The key of an entry.</summary>
    public static string KeyOf(ResolutionNumber number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number.Year:0000}-{number.Sequence:0000}");

    /// <summary>Reads an entry; the row is damaged when something is missing or unknown.</summary>
    public static ResolutionEntry Read(TableEntity row) => new(
        ResolutionNumber.Parse(row.Text("Number")),
        row.Text("Title"),
        row.Text("Text"),
        new CommitteeId(row.Text("Committee")),
        row.Named<Verdict>("Verdict"),
        new Tally(row.Number("Yes"), row.Number("No"), row.Number("Abstain"), row.Number("NotVoted"), row.GetInt32("Present"), row.Number("Entitled"), row.Number("Excluded"), row.GetInt32("Withheld") ?? 0),
        row.Text("Rule"),
        row.Day("DecidedOn"),
        row.Moment("RecordedAt"),
        row.Text("Subject"),
        row.Text("PreviousHash"),
        row.Text("Hash"))
    {
        Recommendation = row.NamedOrNull<Recommendation>("Recommendation"),
        ByConsent = row.GetBoolean("ByConsent") ?? false,
        Corrects = row.GetString("Corrects") is { } corrected ? ResolutionNumber.Parse(corrected) : null,
        Reason = row.GetString("Reason") ?? string.Empty,
        Seals = row.GetString("Seals") ?? string.Empty,
    };

    /// <summary>The row of an entry.</summary>
    public static TableEntity Write(NetworkId network, ResolutionEntry entry)
    {
        var row = RowFormat.NewRow(network.Value, KeyOf(entry.Number));
        row["Number"] = entry.Number.ToString();
        row["Title"] = entry.Title;
        row["Text"] = entry.Text;
        row["Committee"] = entry.Committee.Value;
        row["Verdict"] = entry.Verdict.ToString();
        row["Yes"] = entry.Tally.Yes;
        row["No"] = entry.Tally.No;
        row["Abstain"] = entry.Tally.Abstain;
        row["NotVoted"] = entry.Tally.NotVoted;
        row["Present"] = entry.Tally.Present;
        row["Entitled"] = entry.Tally.Entitled;
        row["Excluded"] = entry.Tally.Excluded;
        row["Withheld"] = entry.Tally.Withheld > 0 ? entry.Tally.Withheld : null;
        row["Recommendation"] = entry.Recommendation?.ToString();
        row["ByConsent"] = entry.ByConsent ? true : null;
        row["Rule"] = entry.RuleCode;
        row["DecidedOn"] = RowFormat.Write(entry.DecidedOn);
        row["RecordedAt"] = entry.RecordedAt.ToDateTimeOffset();
        row["Subject"] = entry.Subject;
        row["Corrects"] = entry.Corrects?.ToString();
        row["Reason"] = entry.Reason.Length > 0 ? entry.Reason : null;
        row["Seals"] = entry.Seals.Length > 0 ? entry.Seals : null;
        row["PreviousHash"] = entry.PreviousHash;
        row["Hash"] = entry.Hash;
        return row;
    }
}
