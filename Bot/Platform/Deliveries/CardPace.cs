using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables;

namespace Bot.Platform.Deliveries;

/// <summary>The pace of <see cref="CardRefresher"/> for all instances together: a row for each set of cards that many changes touch, which says when one of the instances last began to bring
/// them up to date.</summary>
/// <remarks>The instances' clocks decide; when they differ by half a second, two updates may begin one and a half seconds apart.</remarks>
internal sealed class CardPace(ITableStore tables, CardRefresher refresher)
{
    private const string Column = "BegunAt";

    /// <summary>Takes the next turn to bring cards up to date.</summary>
    /// <param name="subject">What they are about.</param>
    /// <param name="cards">Which of its cards.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when it is taken; otherwise when to ask again, because another instance has it.</returns>
    public async Task<DateTimeOffset?> TakeAsync(string subject, string cards, CancellationToken cancellationToken)
    {
        if (refresher.Pause <= TimeSpan.Zero)
        {
            return null;
        }

        var now = refresher.Now;
        var standing = await tables.GetEntityIfExistsAsync(DeliveryLedger.Table, PartitionOf(subject), cards, cancellationToken);
        if (standing?.GetDateTimeOffset(Column) is { } begun && now - begun is var passed && passed < refresher.Pause && passed > -refresher.Pause)
        {
            return begun + refresher.Pause;
        }

        var row = new TableEntity(PartitionOf(subject), cards) { ["Format"] = 1, [Column] = now };
        row.ETag = standing?.ETag ?? default;
        var taking = standing is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
        return await tables.SubmitTransactionAsync(DeliveryLedger.Table, [taking], cancellationToken) is TransactionResult.Committed ? null : now + refresher.Pause;
    }

    /// <summary>Takes away what was kept about the cards' pace, when nothing more changes them. Harmless when it is gone already, and when somebody still takes a turn.</summary>
    public Task ForgetAsync(string subject, string cards, CancellationToken cancellationToken) => refresher.Pause <= TimeSpan.Zero
        ? Task.CompletedTask
        : tables.SubmitTransactionAsync(DeliveryLedger.Table, [TableTransactionAction.Remove(PartitionOf(subject), cards)], cancellationToken);

    private static string PartitionOf(string subject) => "pace|" + subject;
}
