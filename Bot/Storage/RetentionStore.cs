using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>How long a network keeps what, <c>retention|network / settings</c>, and how far its monthly deletion is, <c>retention|network / state</c>.</summary>
internal sealed class RetentionStore(ITableStore tables)
{
    private const string Settings = "settings", State = "state";

    /// <summary>What was set, or what is usual.</summary>
    public async Task<Stored<RetentionTerms>> TermsAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Networks, Partition(network), Settings, cancellationToken);
        return row is null
            ? new Stored<RetentionTerms>(RetentionTerms.Usual, default)
            : new Stored<RetentionTerms>(
                RetentionTerms.Usual with { Set = ReadCounts(row.GetString("Months")), LookUpsADay = Math.Clamp(row.GetInt32("LookUps") ?? ContactSheet.LookUpsADay, RetentionTerms.FewestLookUps, RetentionTerms.MostLookUps) },
                row.ETag);
    }

    /// <summary>Stores what was set, unless somebody was faster.</summary>
    /// <returns>False when somebody was; nothing was written.</returns>
    public async Task<bool> TrySetAsync(NetworkId network, Stored<RetentionTerms> terms, PersonId by, Instant at, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(Partition(network), Settings);
        (row["Months"], row["LookUps"]) = (WriteCounts(terms.Value.Set), terms.Value.LookUpsADay);
        (row["By"], row["At"]) = (by.Value, at.ToDateTimeOffset());
        return await TryWriteAsync(row, terms.ETag, cancellationToken);
    }

    /// <summary>How far the deletion is; null before it was ever planned.</summary>
    public async Task<Stored<RetentionProgress>?> ProgressAsync(NetworkId network, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, Partition(network), State, cancellationToken) is not { } row ? null : new Stored<RetentionProgress>(
            new RetentionProgress(row.Moment("Next"))
            {
                Running = row.GetString("Running") is { } running ? ReadCounts(running) : null,
                RunningSince = row.MomentOrNull("RunningSince"),
                Last = row.MomentOrNull("Last"),
                Deleted = ReadCounts(row.GetString("Deleted")),
            },
            row.ETag);

    /// <summary>Stores how far it is, unless somebody was faster.</summary>
    /// <param name="network">The network.</param>
    /// <param name="progress">How far it is, and the version it was read in; default for the first.</param>
    /// <param name="cancellationToken">Stops it before it is stored.</param>
    /// <returns>False when somebody was; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<RetentionProgress> progress, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(Partition(network), State);
        (row["Next"], row["Last"]) = (progress.Value.Next.ToDateTimeOffset(), progress.Value.Last?.ToDateTimeOffset());
        (row["Running"], row["RunningSince"]) = (progress.Value.Running is { } running ? WriteCounts(running) : null, progress.Value.RunningSince?.ToDateTimeOffset());
        row["Deleted"] = WriteCounts(progress.Value.Deleted);
        return await TryWriteAsync(row, progress.ETag, cancellationToken);
    }

    private async Task<bool> TryWriteAsync(TableEntity row, Azure.ETag version, CancellationToken cancellationToken)
    {
        row.ETag = version;
        var action = version == default ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
        return await tables.SubmitTransactionAsync(TableNames.Networks, [action], cancellationToken) is TransactionResult.Committed;
    }

    private static string WriteCounts(ImmutableSortedDictionary<RetentionKind, int> counts) =>
        string.Join('|', counts.Select(pair => pair.Key + "=" + pair.Value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Kinds that this version does not know are left out.</summary>
    private static ImmutableSortedDictionary<RetentionKind, int> ReadCounts(string? text) =>
        (text ?? string.Empty).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
            .Where(pair => pair.Length == 2 && Enum.TryParse<RetentionKind>(pair[0], out _))
            .ToImmutableSortedDictionary(pair => Enum.Parse<RetentionKind>(pair[0]), pair => int.Parse(pair[1], CultureInfo.InvariantCulture));

    private static string Partition(NetworkId network) => "retention|" + network.Value;
}
