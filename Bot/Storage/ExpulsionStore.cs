using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Expulsion cases, beside the admissions in the network's partition: <c>expulsion|id</c>, and <c>expelling|organization</c> while a case of that organization runs, so that
/// nobody proposes it twice at once.</summary>
internal sealed class ExpulsionStore(ITableStore tables)
{
    private const string CasePrefix = "expulsion|", RunningPrefix = "expelling|";

    /// <summary>The case, or null when there is none.</summary>
    public async Task<Stored<Expulsion>?> FindAsync(NetworkId network, ExpulsionId id, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Admissions, network.Value, CaseKey(id), cancellationToken);
        return row is null ? null : new Stored<Expulsion>(Read(row), row.ETag);
    }

    /// <summary>The running case of that organization, or null.</summary>
    public async Task<Stored<Expulsion>?> FindRunningAsync(NetworkId network, OrganizationId organization, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Admissions, network.Value, RunningKey(organization), cancellationToken);
        return row is null ? null : await FindAsync(network, new ExpulsionId(row.Text("Case")), cancellationToken);
    }

    /// <summary>All running cases, in the order of their organizations' identities.</summary>
    public async Task<IReadOnlyList<Expulsion>> RunningAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var running = new List<Expulsion>();
        await foreach (var row in tables.QueryAsync(TableNames.Admissions, RowRange.WithPrefix(network.Value, RunningPrefix), cancellationToken))
        {
            if (await FindAsync(network, new ExpulsionId(row.Text("Case")), cancellationToken) is { Value: var expulsion })
            {
                running.Add(expulsion);
            }
        }

        return running;
    }

    /// <summary>All cases, the decided too, in no order that means anything.</summary>
    public async IAsyncEnumerable<Expulsion> AllAsync(NetworkId network, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Admissions, RowRange.WithPrefix(network.Value, CasePrefix), cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <summary>Stores a new case, unless one of the same organization runs.</summary>
    /// <returns>False when one runs; nothing was written.</returns>
    public async Task<bool> TryAddAsync(NetworkId network, Expulsion expulsion, CancellationToken cancellationToken) => await tables.SubmitTransactionAsync(
        TableNames.Admissions, [TableTransactionAction.Add(RunningRow(network, expulsion)), TableTransactionAction.Add(Row(network, expulsion))], cancellationToken) is TransactionResult.Committed;

    /// <summary>Stores a changed case if it is still as it was read; one that is over frees its organization.</summary>
    /// <returns>False when it changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<Expulsion> expulsion, CancellationToken cancellationToken)
    {
        var row = Row(network, expulsion.Value);
        row.ETag = expulsion.ETag;
        var actions = new List<TableTransactionAction> { TableTransactionAction.Update(row) };
        if (!expulsion.Value.IsRunning)
        {
            actions.Add(TableTransactionAction.Remove(network.Value, RunningKey(expulsion.Value.Organization)));
        }
        else if (expulsion.Value.IsPlenaryRepeated)
        {
            // It had been left undecided, which freed its organization.
            actions.Add(TableTransactionAction.Upsert(RunningRow(network, expulsion.Value)));
        }

        return await tables.SubmitTransactionAsync(TableNames.Admissions, actions, cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>The key of a case.</summary>
    public static string CaseKey(ExpulsionId id) => CasePrefix + id.Value;

    /// <summary>The key by which an organization's running case is found.</summary>
    public static string RunningKey(OrganizationId organization) => KeyPart.Of(RunningPrefix + organization.Value);

    private static TableEntity RunningRow(NetworkId network, Expulsion expulsion)
    {
        var row = RowFormat.NewRow(network.Value, RunningKey(expulsion.Organization));
        row["Case"] = expulsion.Id.Value;
        return row;
    }

    private static Expulsion Read(TableEntity row) => new()
    {
        Id = new ExpulsionId(row.Text("Id")),
        Organization = new OrganizationId(row.Text("Organization")),
        Name = row.Text("Name"),
        ProposedBy = new PersonId(row.Text("ProposedBy")),
        ProposedAt = row.Moment("ProposedAt"),
        Reasons = row.Text("Reasons"),
        AnswerBy = row.Day("AnswerBy"),
        State = row.Named<ExpulsionState>("State"),
        StateSince = row.MomentOrNull("StateSince"),
        Hearing = row.NamedOrNull<HearingKind>("Hearing") is { } kind
            ? new Hearing(kind, row.Day("HeardOn"), row.GetString("Statement") ?? string.Empty, new PersonId(row.Text("HeardBy")), row.Moment("HeardAt")) { IsOwn = row.GetBoolean("HeardItself") == true }
            : null,
        Recommendation = row.NamedOrNull<Recommendation>("Recommendation"),
        BoardTally = RecommendationColumns.Tally(row),
        Waiver = RecommendationColumns.Waiver(row),
        Resolution = row.GetString("Resolution"),
        End = row.MomentOrNull("EndedAt") is { } ended ? new Withdrawal(new PersonId(row.Text("EndedBy")), ended, row.Text("EndReason")) : null,
        BoardBallot = new BallotId(row.GetString("BoardBallot")!),
        PlenaryBallot = new BallotId(row.GetString("PlenaryBallot")!),
    };

    private static TableEntity Row(NetworkId network, Expulsion expulsion)
    {
        var row = RowFormat.NewRow(network.Value, CaseKey(expulsion.Id));
        row["Id"] = expulsion.Id.Value;
        row["Organization"] = expulsion.Organization.Value;
        row["Name"] = expulsion.Name;
        row["ProposedBy"] = expulsion.ProposedBy.Value;
        row["ProposedAt"] = expulsion.ProposedAt.ToDateTimeOffset();
        row["Reasons"] = expulsion.Reasons;
        row["AnswerBy"] = RowFormat.Write(expulsion.AnswerBy);
        row["State"] = expulsion.State.ToString();
        row["StateSince"] = expulsion.StateSince?.ToDateTimeOffset();
        row["Hearing"] = expulsion.Hearing?.Kind.ToString();
        row["HeardOn"] = expulsion.Hearing is { } hearing ? RowFormat.Write(hearing.On) : null;
        row["Statement"] = expulsion.Hearing?.Words;
        row["HeardBy"] = expulsion.Hearing?.By.Value;
        row["HeardAt"] = expulsion.Hearing?.At.ToDateTimeOffset();
        row["HeardItself"] = expulsion.Hearing is { IsOwn: true } ? true : null;
        row["Recommendation"] = expulsion.Recommendation?.ToString();
        RecommendationColumns.Fill(row, expulsion.BoardTally, expulsion.Waiver);
        row["Resolution"] = expulsion.Resolution;
        row["EndedBy"] = expulsion.End?.By.Value;
        row["EndedAt"] = expulsion.End?.At.ToDateTimeOffset();
        row["EndReason"] = expulsion.End?.Reason;
        row["BoardBallot"] = expulsion.IsBoardRepeated ? expulsion.BoardBallot.Value : null;
        row["PlenaryBallot"] = expulsion.IsPlenaryRepeated ? expulsion.PlenaryBallot.Value : null;
        return row;
    }
}
