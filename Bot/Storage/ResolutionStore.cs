using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Records;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The register of resolutions. One partition a network: <c>head</c>, <c>entry|year-number</c>, and <c>subject|id</c>, the guard
/// that one subject is recorded once. The three change in one batch, so that numbers have no gaps and the chain no forks.</summary>
internal sealed class ResolutionStore(ITableStore tables)
{
    private const string Head = "head";

    /// <summary>Records a resolution at the end of the register. A subject that is recorded already keeps its entry.</summary>
    /// <param name="network">The network.</param>
    /// <param name="draft">The resolution; its subject must not be empty.</param>
    /// <param name="cancellationToken">Stops it before the batch is sent.</param>
    /// <returns>The entry with its number.</returns>
    public async Task<ResolutionEntry> RecordAsync(NetworkId network, ResolutionDraft draft, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await FindBySubjectAsync(network, draft.Subject, cancellationToken) is { } recorded)
            {
                return recorded;
            }

            var standing = await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, Head, cancellationToken);
            var (entry, head) = ResolutionChain.Append(standing is null ? RegisterHead.Empty : ReadHead(standing), draft);
            var guard = RowFormat.NewRow(network.Value, SubjectKey(draft.Subject));
            guard["Number"] = entry.Number.ToString();
            var headRow = WriteHead(network, head);
            headRow.ETag = standing?.ETag ?? default;
            var actions = new[]
            {
                TableTransactionAction.Add(guard),
                TableTransactionAction.Add(Write(network, entry)),
                standing is null ? TableTransactionAction.Add(headRow) : TableTransactionAction.Update(headRow),
            };
            if (await tables.SubmitTransactionAsync(TableNames.Resolutions, actions, cancellationToken) is TransactionResult.Committed)
            {
                return entry;
            }
        }
    }

    /// <summary>The entry with this number, or null.</summary>
    public async Task<ResolutionEntry?> FindAsync(NetworkId network, ResolutionNumber number, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, EntryKey(number), cancellationToken);
        return row is null ? null : Read(row);
    }

    /// <summary>The entries of a year, or of all years, in order of their numbers.</summary>
    public async IAsyncEnumerable<ResolutionEntry> AllAsync(
        NetworkId network, int? year, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = year is { } one ? "entry|" + one.ToString("0000", CultureInfo.InvariantCulture) + "-" : "entry|";
        await foreach (var row in tables.QueryAsync(TableNames.Resolutions, RowRange.WithPrefix(network.Value, prefix), cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>The entry that was recorded for a subject, or null while none is.</summary>
    public async Task<ResolutionEntry?> FindBySubjectAsync(NetworkId network, string subject, CancellationToken cancellationToken)
    {
        var guard = await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, SubjectKey(subject), cancellationToken);
        return guard is null ? null : await FindAsync(network, ResolutionNumber.Parse(guard.Text("Number")), cancellationToken);
    }

    private static string SubjectKey(string subject) => "subject|" + subject;

    private static string EntryKey(ResolutionNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"entry|{number.Year:0000}-{number.Sequence:0000}");

    private static RegisterHead ReadHead(TableEntity row) => new(ResolutionNumber.Parse(row.Text("Last")), row.Text("Hash"));

    private static TableEntity WriteHead(NetworkId network, RegisterHead head)
    {
        var row = RowFormat.NewRow(network.Value, Head);
        row["Last"] = head.Last?.ToString();
        row["Hash"] = head.Hash;
        return row;
    }

    private static ResolutionEntry Read(TableEntity row) => new(
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
    };

    private static TableEntity Write(NetworkId network, ResolutionEntry entry)
    {
        var row = RowFormat.NewRow(network.Value, EntryKey(entry.Number));
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
        row["PreviousHash"] = entry.PreviousHash;
        row["Hash"] = entry.Hash;
        return row;
    }
}
