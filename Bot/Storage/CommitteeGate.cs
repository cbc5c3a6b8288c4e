using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Domain.Committees;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>A row for each committee beside its meetings, <c>gate|committee</c>: whoever calls a meeting writes it in the same batch, whoever ends the committee closes it on the
/// version that was read before looking for meetings. So of the two in the same second one is refused, though network and meetings cannot be written together.</summary>
internal sealed class CommitteeGate(ITableStore tables)
{
    /// <summary>How long it stays closed for an ending that was never stored, such as after a crash. Far longer than any copy of a network in memory is used.</summary>
    public static readonly Duration Closing = Duration.FromMinutes(2);

    private const string Until = "ClosedUntil";

    /// <summary>The gate as it is now, to be looked at before anything else.</summary>
    public async Task<PassedGate> ReadAsync(NetworkId network, CommitteeId committee, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, "gate|" + committee.Value, cancellationToken);
        return new PassedGate(network, committee, row?.ETag, row?.MomentOrNull(Until));
    }

    /// <summary>Closes it for a short time.</summary>
    /// <param name="gate">As it was read before it was seen that nothing runs in the committee.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Stops it before it is written.</param>
    /// <returns>False when a meeting was called since it was read; then look again.</returns>
    public async Task<bool> TryCloseAsync(PassedGate gate, Instant now, CancellationToken cancellationToken) =>
        await tables.SubmitTransactionAsync(TableNames.Meetings, [gate.Write(now + Closing)], cancellationToken) is TransactionResult.Committed;

    /// <summary>A gate as it was read.</summary>
    /// <param name="Network">The network.</param>
    /// <param name="Committee">The committee.</param>
    /// <param name="Version">Its version; null while there is no row.</param>
    /// <param name="ClosedUntil">Until when it is closed; null where it is not.</param>
    internal sealed record PassedGate(NetworkId Network, CommitteeId Committee, ETag? Version, Instant? ClosedUntil)
    {
        /// <summary>Whether a meeting may be called.</summary>
        public bool IsOpenAt(Instant now) => ClosedUntil is not { } until || until <= now;

        /// <summary>To be written together with a meeting that is called.</summary>
        public TableTransactionAction Passing => Write(null);

        /// <summary>The row on the version that was read.</summary>
        public TableTransactionAction Write(Instant? closedUntil)
        {
            var row = RowFormat.NewRow(Network.Value, "gate|" + Committee.Value);
            row[Until] = closedUntil?.ToDateTimeOffset();
            row.ETag = Version ?? default;
            return Version is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
        }
    }
}
