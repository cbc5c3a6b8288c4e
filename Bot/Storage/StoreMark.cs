using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>How far a store is on its way to, or from, another.</summary>
internal enum StoreMarkState
{
    /// <summary>Its rows are being copied into another; no bot writes here any more.</summary>
    Leaving,

    /// <summary>Its rows are in another store, which was compared with it. What is here grows old.</summary>
    Moved,

    /// <summary>Rows of another store are being written here, and are not all here or not compared yet.</summary>
    Arriving,
}

/// <summary>The mark of a store that no bot may work on: <c>store / mark</c> in the table of networks.</summary>
/// <param name="Move">The move's id, the same in both stores.</param>
/// <param name="State">How far it is.</param>
/// <param name="Place">The other store, as an address or a folder; never a secret.</param>
/// <param name="At">When the mark was set.</param>
internal sealed record StoreMark(string Move, StoreMarkState State, string Place, Instant At)
{
    /// <summary>The partition, in the table of networks.</summary>
    public const string Partition = "store";

    private const string Key = "mark";

    private const int NoTable = 404;

    /// <summary>The mark that stands, or null.</summary>
    public static async Task<StoreMark?> FindAsync(ITableStore tables, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, Partition, Key, cancellationToken) is { } row
            ? new StoreMark(row.Text("Move"), row.Named<StoreMarkState>("State"), row.Text("Place"), row.Moment("At"))
            : null;

    /// <summary>Sets the mark.</summary>
    public async Task SetAsync(ITableStore tables, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(Partition, Key);
        (row["Move"], row["State"], row["Place"], row["At"]) = (Move, State.ToString(), Place, At.ToDateTimeOffset());
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>Takes the mark away; harmless when there is none.</summary>
    public static Task RemoveAsync(ITableStore tables, CancellationToken cancellationToken) =>
        tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Remove(Partition, Key)], cancellationToken);

    /// <summary>Refuses a store that has a mark. One point read.</summary>
    /// <exception cref="MarkedStoreException">It has one.</exception>
    public static async Task RefuseAsync(ITableStore tables, CancellationToken cancellationToken)
    {
        if (await FindAsync(tables, cancellationToken) is { } mark)
        {
            throw new MarkedStoreException(mark);
        }
    }

    /// <summary>Why no bot may work on the store; null when one may, also where there are no tables yet.</summary>
    public static async Task<string?> FindReasonAsync(ITableStore tables, CancellationToken cancellationToken)
    {
        try
        {
            await RefuseAsync(tables, cancellationToken);
            return null;
        }
        catch (MarkedStoreException marked)
        {
            return marked.Message;
        }
        catch (RequestFailedException answer) when (answer.Status == NoTable)
        {
            return null;
        }
    }
}

/// <summary>No bot may work on this store; the message says why and what to do.</summary>
internal sealed class MarkedStoreException(StoreMark mark) : IOException(WordsOf(mark))
{
    private static string WordsOf(StoreMark mark) => mark.State switch
    {
        StoreMarkState.Leaving => $"The rows of this store are being moved to {mark.Place} since {mark.At}, and that is not finished. Give the order 'move' once more to finish it, or 'move --cancel' to stay with this store.",
        StoreMarkState.Moved => $"The rows of this store were moved to {mark.Place} on {mark.At}. Set the section Tables to that store. Only if it is lost and you want what is here, as it was then: 'move --cancel'.",
        _ => $"Rows are being moved into this store from {mark.Place} since {mark.At}, and not all of them are here. Give the order 'move' there once more to finish it, or work on with that store.",
    };
}
