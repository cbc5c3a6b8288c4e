using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rotas;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Who leads a committee's meetings in turn, in the partition of the network's meetings: <c>rota|committee</c> with the order, <c>turn|committee|number</c> for each
/// thing agreed on since, <c>swap|committee|id</c> for each wish to swap. Whatever moves the rota also rewrites its first row: calling a meeting, agreeing on something and
/// setting a new order never pass each other by.</summary>
internal sealed class RotaStore(ITableStore tables, MeetingStore meetings)
{
    private const string Prefix = "rota|";

    /// <summary>The committee's rota, or null when there is none.</summary>
    public async Task<Stored<Rota>?> FindAsync(NetworkId network, CommitteeId committee, CancellationToken cancellationToken)
    {
        // The first row is read first: steps read after it are at least as new as the version it stands for.
        if (await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Key(committee), cancellationToken) is not { } row || row.GetString("Hosts") is not { Length: > 0 } hosts)
        {
            return null;
        }

        var since = row.Moment("Since");
        var steps = new List<RotaStep>();
        await foreach (var step in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, StepPrefix(committee)), cancellationToken))
        {
            steps.Add(ReadStep(step));
        }

        var rota = new Rota(committee, [.. hosts.Split('|').Select(host => new RotaHost(host))], since, new PersonId(row.Text("SetBy")))
        {
            Steps = steps,
        };
        return new Stored<Rota>(rota, row.ETag);
    }

    /// <summary>The committees that have a rota.</summary>
    public async Task<IReadOnlyList<CommitteeId>> CommitteesAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var found = new List<CommitteeId>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, Prefix), cancellationToken))
        {
            if (row.GetString("Hosts") is { Length: > 0 })
            {
                found.Add(new CommitteeId(row.RowKey[Prefix.Length..]));
            }
        }

        return found;
    }

    /// <summary>All meetings of the committee that were ever called.</summary>
    public async Task<IReadOnlyList<Meeting>> MeetingsAsync(NetworkId network, CommitteeId committee, CancellationToken cancellationToken)
    {
        var own = new List<Meeting>();
        await foreach (var meeting in meetings.AllAsync(network, cancellationToken))
        {
            if (meeting.Committee == committee)
            {
                own.Add(meeting);
            }
        }

        return own;
    }

    /// <summary>Who leads the committee's next meeting by its rota, and the row that must be as it was read when that is stored; null where nobody's turn it is.</summary>
    public async Task<(PersonId Chair, TableEntity Guard)?> NextAsync(Network network, Committee committee, Instant now, CancellationToken cancellationToken)
    {
        if (await FindAsync(network.Id, committee.Id, cancellationToken) is not { } rota)
        {
            return null;
        }

        var state = RotaState.Of(rota.Value, network, committee, await MeetingsAsync(network.Id, committee.Id, cancellationToken), now);
        return state.Next is { } host && host.People(network, committee.Id) is [var person, ..] ? (person, RowOf(network.Id, rota)) : null;
    }

    /// <summary>Sets the order, in place of the one before.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rota">The order; empty for none from now on.</param>
    /// <param name="standing">The version that was read; null where there was none.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>False when somebody changed it since it was read.</returns>
    public async Task<bool> TrySetAsync(NetworkId network, Rota rota, Azure.ETag? standing, CancellationToken cancellationToken)
    {
        if (standing is { } version)
        {
            return await SubmitAsync([TableTransactionAction.Update(RowOf(network, new Stored<Rota>(rota, version)))], cancellationToken);
        }

        // An order that was given up has left its row behind.
        var left = await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Key(rota.Committee), cancellationToken);
        var row = RowOf(network, new Stored<Rota>(rota, left?.ETag ?? default));
        return await SubmitAsync([left is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row)], cancellationToken);
    }

    /// <summary>Adds what was agreed on, together with a meeting whose lead changes with it, and the wish it answers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rota">The rota as it was read.</param>
    /// <param name="step">What was agreed on; null where only the meeting changes.</param>
    /// <param name="changed">The meetings whose lead changes; empty for none.</param>
    /// <param name="wish">The answered wish; null for none.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>False when somebody else changed one of them since; nothing was written.</returns>
    public Task<bool> TryAgreeAsync(NetworkId network, Stored<Rota> rota, RotaStep? step, IReadOnlyList<Stored<Meeting>> changed, Stored<SwapWish>? wish, CancellationToken cancellationToken)
    {
        var actions = new List<TableTransactionAction> { TableTransactionAction.Update(RowOf(network, rota)) };
        if (step is not null)
        {
            actions.Add(TableTransactionAction.Add(WriteStep(network, rota.Value.Committee, step with { Number = rota.Value.Steps.Count + 1 })));
        }

        actions.AddRange(changed.Select(meeting => TableTransactionAction.Update(MeetingStore.RowOf(network, meeting))));

        if (wish is { } answered)
        {
            actions.Add(TableTransactionAction.Update(SwapWishRow.Write(network, answered)));
        }

        return SubmitAsync(actions, cancellationToken);
    }

    /// <summary>The wish of that identity, or null.</summary>
    public async Task<Stored<SwapWish>?> FindWishAsync(NetworkId network, CommitteeId committee, string id, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, SwapWishRow.Key(committee, id), cancellationToken) is { } row
            ? new Stored<SwapWish>(SwapWishRow.Read(row), row.ETag)
            : null;

    /// <summary>All wishes about the committee's rota.</summary>
    public async Task<IReadOnlyList<SwapWish>> WishesAsync(NetworkId network, CommitteeId committee, CancellationToken cancellationToken)
    {
        var wishes = new List<SwapWish>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, SwapWishRow.Prefix(committee)), cancellationToken))
        {
            wishes.Add(SwapWishRow.Read(row));
        }

        return wishes;
    }

    /// <summary>Stores a new wish; one of that identity that stands already stays as it is.</summary>
    public Task AddWishAsync(NetworkId network, SwapWish wish, CancellationToken cancellationToken) =>
        SubmitAsync([TableTransactionAction.Add(SwapWishRow.Write(network, new Stored<SwapWish>(wish, default)))], cancellationToken);

    /// <summary>Stores an answered wish if it is still as it was read.</summary>
    public Task<bool> TrySaveWishAsync(NetworkId network, Stored<SwapWish> wish, CancellationToken cancellationToken) =>
        SubmitAsync([TableTransactionAction.Update(SwapWishRow.Write(network, wish))], cancellationToken);

    private async Task<bool> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        await tables.SubmitTransactionAsync(TableNames.Meetings, actions, cancellationToken) is TransactionResult.Committed;

    private static TableEntity RowOf(NetworkId network, Stored<Rota> rota)
    {
        var row = RowFormat.NewRow(network.Value, Key(rota.Value.Committee));
        row["Hosts"] = string.Join('|', rota.Value.Hosts);
        row["Since"] = rota.Value.Since.ToDateTimeOffset();
        row["SetBy"] = rota.Value.SetBy.Value;
        row.ETag = rota.ETag;
        return row;
    }

    private static TableEntity WriteStep(NetworkId network, CommitteeId committee, RotaStep step)
    {
        var row = RowFormat.NewRow(network.Value, StepPrefix(committee) + step.Number.ToString("0000", CultureInfo.InvariantCulture));
        row["Number"] = step.Number;
        row["Kind"] = step.Kind.ToString();
        row["Host"] = step.Host.Key;
        row["Other"] = step.Other?.Key;
        row["Reason"] = step.Reason;
        row["At"] = step.At.ToDateTimeOffset();
        row["By"] = step.By.Value;
        return row;
    }

    private static RotaStep ReadStep(TableEntity row) => new(row.Named<RotaStepKind>("Kind"), new RotaHost(row.Text("Host")), row.Moment("At"), new PersonId(row.Text("By")))
    {
        Number = row.Number("Number"),
        Other = row.GetString("Other") is { } other ? new RotaHost(other) : null,
        Reason = row.GetString("Reason") ?? string.Empty,
    };

    private static string Key(CommitteeId committee) => Prefix + committee.Value;

    private static string StepPrefix(CommitteeId committee) => $"turn|{committee}|";
}
