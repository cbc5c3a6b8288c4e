using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The register of resolutions. One partition a network: <c>head</c>, <c>entry|year-number</c>, and <c>subject|id</c>, the guard
/// that one subject is recorded once. The three change in one batch, so that numbers have no gaps and the chain no forks.</summary>
internal sealed class ResolutionStore(ITableStore tables)
{
    private const string Head = "head";

    private const int MostReadings = 10;

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
            var guard = RegisterRows.Guard(network.Value, SubjectKey(draft.Subject), entry.Number);
            var headRow = RegisterRows.Head(network.Value, Head, head);
            headRow.ETag = standing?.ETag ?? default;
            var actions = new[]
            {
                TableTransactionAction.Add(guard),
                TableTransactionAction.Add(ResolutionRow.Write(network, entry)),
                standing is null ? TableTransactionAction.Add(headRow) : TableTransactionAction.Update(headRow),
            };
            if (await tables.SubmitTransactionAsync(TableNames.Resolutions, actions, cancellationToken) is TransactionResult.Committed)
            {
                return entry;
            }

            // Somebody was faster: then the head has changed. Where it has not, a row stands where the next entry belongs, and no attempt will ever succeed.
            var meanwhile = await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, Head, cancellationToken);
            if (meanwhile?.ETag == standing?.ETag && await FindBySubjectAsync(network, draft.Subject, cancellationToken) is null)
            {
                throw new InvalidOperationException($"The register of {network.Value} cannot be continued at {entry.Number}: its head and its entries contradict each other.");
            }
        }
    }

    /// <summary>The entry with this number, or null.</summary>
    public async Task<ResolutionEntry?> FindAsync(NetworkId network, ResolutionNumber number, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, ResolutionRow.KeyOf(number), cancellationToken);
        return row is null ? null : ResolutionRow.Read(row);
    }

    /// <summary>The entries of a year, or of all years, in order of their numbers.</summary>
    public async IAsyncEnumerable<ResolutionEntry> AllAsync(
        NetworkId network, int? year, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = year is { } one ? "entry|" + one.ToString("0000", CultureInfo.InvariantCulture) + "-" : "entry|";
        await foreach (var row in tables.QueryAsync(TableNames.Resolutions, RowRange.WithPrefix(network.Value, prefix), cancellationToken))
        {
            yield return ResolutionRow.Read(row);
        }
    }

    /// <summary>The numbers of the entries that put this one right, in their order.</summary>
    public async Task<IReadOnlyList<ResolutionNumber>> CorrectionsOfAsync(NetworkId network, ResolutionNumber number, CancellationToken cancellationToken)
    {
        // A correction comes after what it corrects, so only what is later is read.
        var later = RowRange.WithPrefix(network.Value, ResolutionRow.Prefix) with { From = ResolutionRow.KeyOf(number) };
        var found = new List<ResolutionNumber>();
        await foreach (var row in tables.QueryAsync(TableNames.Resolutions, later, cancellationToken))
        {
            if (row.GetString("Corrects") == number.ToString())
            {
                found.Add(ResolutionNumber.Parse(row.Text("Number")));
            }
        }

        return found;
    }

    /// <summary>Everything the register consists of, however damaged, to be checked by <see cref="RegisterInspection"/>.</summary>
    /// <remarks>A register that is written to meanwhile would seem to lack its end: it is read again until its head stays the same.</remarks>
    public async Task<RegisterContent> ContentAsync(NetworkId network, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, Head, cancellationToken);
            var rows = await ListAsync(RowRange.WithPrefix(network.Value, ResolutionRow.Prefix), RegisterRows.Read, cancellationToken);
            var guards = await ListAsync(RowRange.WithPrefix(network.Value, SubjectKey(string.Empty)), row => (row.RowKey, Number: RegisterRows.ReadGuard(row)), cancellationToken);
            var head = await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, Head, cancellationToken);
            if (before?.ETag == head?.ETag || attempt == MostReadings)
            {
                return RegisterRows.Content(rows, guards.ToDictionary(guard => guard.RowKey[SubjectKey(string.Empty).Length..], guard => guard.Number, StringComparer.Ordinal), head);
            }
        }
    }

    /// <summary>The entry that was recorded for a subject, or null while none is.</summary>
    public async Task<ResolutionEntry?> FindBySubjectAsync(NetworkId network, string subject, CancellationToken cancellationToken)
    {
        var guard = await tables.GetEntityIfExistsAsync(TableNames.Resolutions, network.Value, SubjectKey(subject), cancellationToken);
        return guard is null ? null : await FindAsync(network, ResolutionNumber.Parse(guard.Text("Number")), cancellationToken);
    }

    private static string SubjectKey(string subject) => "subject|" + subject;

    private static RegisterHead ReadHead(TableEntity row) => new(ResolutionNumber.Parse(row.Text("Last")), row.Text("Hash"));

    private async Task<IReadOnlyList<T>> ListAsync<T>(RowRange range, Func<TableEntity, T> read, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        await foreach (var row in tables.QueryAsync(TableNames.Resolutions, range, cancellationToken))
        {
            found.Add(read(row));
        }

        return found;
    }
}
