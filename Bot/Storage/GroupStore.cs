using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>What working groups have beside their remit, in the partition of the network's meetings: <c>report|committee|0001</c> earlier reports, <c>join|committee|person</c> who
/// wants to take part.</summary>
internal sealed class GroupStore(ITableStore tables)
{
    /// <summary>Keeps a report before the next takes its place in the remit. What a number says never changes once it counts, so keeping it twice changes nothing.</summary>
    public async Task KeepAsync(NetworkId network, CommitteeId group, GroupReport report, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(network.Value, ReportKey(group) + report.Number.ToString("0000", CultureInfo.InvariantCulture));
        (row["Number"], row["Given"], row["By"], row["Text"]) = (report.Number, RowFormat.Write(report.Given), report.By.Value, report.Text);
        await tables.SubmitTransactionAsync(TableNames.Meetings, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>The earlier reports, in order; the last one stands in the remit.</summary>
    public async Task<IReadOnlyList<GroupReport>> ReportsAsync(NetworkId network, CommitteeId group, CancellationToken cancellationToken)
    {
        var reports = new List<GroupReport>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, ReportKey(group)), cancellationToken))
        {
            reports.Add(new GroupReport(row.Number("Number"), row.Day("Given"), new PersonId(row.Text("By")), row.Text("Text")));
        }

        return reports;
    }

    /// <summary>Everybody who wants to take part in a group, or was just answered.</summary>
    public async Task<IReadOnlyList<Stored<JoinWish>>> WishesAsync(NetworkId network, CommitteeId group, CancellationToken cancellationToken)
    {
        var wishes = new List<Stored<JoinWish>>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, WishKey(group)), cancellationToken))
        {
            wishes.Add(new Stored<JoinWish>(new JoinWish(group, new PersonId(row.Text("Person")), row.Moment("At"), row.Named<JoinState>("State")), row.ETag));
        }

        return wishes;
    }

    /// <summary>The wish of one person; null for none.</summary>
    public async Task<Stored<JoinWish>?> WishAsync(NetworkId network, CommitteeId group, PersonId person, CancellationToken cancellationToken) =>
        (await WishesAsync(network, group, cancellationToken)).Where(wish => wish.Value.Person == person).Select(wish => (Stored<JoinWish>?)wish).FirstOrDefault();

    /// <summary>Stores a wish, if nobody was faster.</summary>
    /// <param name="network">The network.</param>
    /// <param name="before">As it was read; null where there was none.</param>
    /// <param name="wish">As it is to be.</param>
    /// <param name="cancellationToken">Stops it before it is written.</param>
    /// <returns>False when it changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<JoinWish>? before, JoinWish wish, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(network.Value, WishKey(wish.Group) + wish.Person.Value);
        (row["Person"], row["At"], row["State"]) = (wish.Person.Value, wish.At.ToDateTimeOffset(), wish.State.ToString());
        row.ETag = before?.ETag ?? default;
        return await tables.SubmitTransactionAsync(
            TableNames.Meetings, [before is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row)], cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Takes away a wish that was answered and told of, unless it changed since.</summary>
    public Task RemoveAsync(NetworkId network, Stored<JoinWish> wish, CancellationToken cancellationToken) => tables.SubmitTransactionAsync(
        TableNames.Meetings, [TableTransactionAction.Delete(new TableEntity(network.Value, WishKey(wish.Value.Group) + wish.Value.Person.Value) { ETag = wish.ETag })], cancellationToken);

    private static string ReportKey(CommitteeId group) => $"report|{group}|";

    private static string WishKey(CommitteeId group) => $"join|{group}|";
}
