using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Minutes. One partition a network: <c>minutes|meeting</c>, the head, whose version guards the whole; <c>correction|meeting|number</c>; and
/// <c>draft|meeting|identity|part</c>, what was drafted, which never changes. A draft is there before the head names it, so however large it is, it never has to
/// fit into one step with the head.</summary>
internal sealed class MinutesStore(ITableStore tables)
{
    /// <summary>Columns of a row of a draft; with <see cref="Column"/> together under 1 MiB.</summary>
    internal const int Columns = 15;

    /// <summary>UTF-16 units in a column.</summary>
    private const int Column = 30_000;

    /// <summary>The minutes of a meeting, or null when there are none.</summary>
    public async Task<Stored<MeetingMinutes>?> FindAsync(NetworkId network, MeetingId meeting, CancellationToken cancellationToken)
    {
        // The head comes first: corrections read after it are at least as new as the version it stands for.
        if (await tables.GetEntityIfExistsAsync(TableNames.Minutes, network.Value, HeadKey(meeting), cancellationToken) is not { } head)
        {
            return null;
        }

        var corrections = await RowsAsync(RowRange.WithPrefix(network.Value, $"correction|{meeting}|"), cancellationToken);
        return new Stored<MeetingMinutes>(MinutesRow.Read(head, corrections), head.ETag);
    }

    /// <summary>All minutes of a network without their corrections, the newest meeting first, each with the words it is found by.</summary>
    public async Task<IReadOnlyList<(MeetingMinutes Minutes, string Words)>> AllAsync(NetworkId network, CancellationToken cancellationToken) =>
    [
        .. (await RowsAsync(RowRange.WithPrefix(network.Value, "minutes|"), cancellationToken))
            .Select(head => (Minutes: MinutesRow.Read(head, []), Words: head.GetString("Words") ?? string.Empty))
            .OrderByDescending(found => found.Minutes.Day).ThenBy(found => found.Minutes.Meeting.Value, StringComparer.Ordinal),
    ];

    /// <summary>Keeps what was drafted. Doing it twice changes nothing; nothing names it until the head does.</summary>
    public async Task KeepDraftAsync(NetworkId network, MeetingId meeting, string draft, MinutesBody body, CancellationToken cancellationToken)
    {
        foreach (var (part, columns) in Cut(MinutesText.Write(body)).Chunk(Columns).Index())
        {
            var row = RowFormat.NewRow(network.Value, DraftPrefix(meeting, draft) + part.ToString("000", CultureInfo.InvariantCulture));
            foreach (var (place, text) in columns.Index())
            {
                row["Text" + place.ToString("00", CultureInfo.InvariantCulture)] = text;
            }

            await tables.SubmitTransactionAsync(TableNames.Minutes, [TableTransactionAction.Upsert(row)], cancellationToken);
        }
    }

    /// <summary>What was drafted.</summary>
    /// <exception cref="InvalidOperationException">There is no such draft.</exception>
    public async Task<MinutesBody> DraftAsync(NetworkId network, MeetingId meeting, string draft, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var row in await RowsAsync(RowRange.WithPrefix(network.Value, DraftPrefix(meeting, draft)), cancellationToken))
        {
            for (var place = 0; place < Columns && row.GetString("Text" + place.ToString("00", CultureInfo.InvariantCulture)) is { } column; place++)
            {
                text.Append(column);
            }
        }

        return text.Length > 0 ? MinutesText.Read(text.ToString()) : throw new InvalidOperationException($"No draft {draft} of the minutes of {meeting}.");
    }

    /// <summary>What the minutes say in a version, corrections applied.</summary>
    public async Task<MinutesBody> BodyAsync(NetworkId network, MeetingMinutes minutes, int version, CancellationToken cancellationToken) =>
        minutes.Apply(await DraftAsync(network, minutes.Meeting, minutes.DraftOf(version), cancellationToken), version);

    /// <summary>Stores new minutes, unless the meeting has some.</summary>
    /// <returns>False when it has; nothing was written.</returns>
    public async Task<bool> TryAddAsync(NetworkId network, MeetingMinutes minutes, MinutesBody body, CancellationToken cancellationToken) =>
        await tables.SubmitTransactionAsync(TableNames.Minutes, [TableTransactionAction.Add(Head(network, minutes, MinutesRow.Words(body)))], cancellationToken) is TransactionResult.Committed;

    /// <summary>Stores changed minutes if they are still as they were read.</summary>
    /// <param name="network">The network.</param>
    /// <param name="before">As they were read.</param>
    /// <param name="after">As they are to be.</param>
    /// <param name="body">What they say then; decides what they are found by.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>False when they changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<MeetingMinutes> before, MeetingMinutes after, MinutesBody body, CancellationToken cancellationToken)
    {
        var head = Head(network, after, MinutesRow.Words(body));
        head.ETag = before.ETag;
        var actions = new List<TableTransactionAction> { TableTransactionAction.Update(head) };
        actions.AddRange(after.Corrections.Except(before.Value.Corrections).Select(correction => TableTransactionAction.Upsert(RowOf(network, after.Meeting, correction))));
        return await tables.SubmitTransactionAsync(TableNames.Minutes, actions, cancellationToken) is TransactionResult.Committed;
    }

    private static TableEntity Head(NetworkId network, MeetingMinutes minutes, string words)
    {
        var row = RowFormat.NewRow(network.Value, HeadKey(minutes.Meeting));
        MinutesRow.Write(row, minutes, words);
        return row;
    }

    private static TableEntity RowOf(NetworkId network, MeetingId meeting, Correction correction)
    {
        var row = RowFormat.NewRow(network.Value, $"correction|{meeting}|{correction.Number.ToString("0000", CultureInfo.InvariantCulture)}");
        MinutesRow.Write(row, correction);
        return row;
    }

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(RowRange range, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in tables.QueryAsync(TableNames.Minutes, range, cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Pieces that fit into a column, no character cut in two.</summary>
    private static IEnumerable<string> Cut(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var until = int.Min(from + Column, text.Length);
            if (until < text.Length && char.IsHighSurrogate(text[until - 1]))
            {
                until--;
            }

            yield return text[from..until];
            from = until;
        }
    }

    private static string HeadKey(MeetingId meeting) => "minutes|" + meeting.Value;

    private static string DraftPrefix(MeetingId meeting, string draft) => $"draft|{meeting}|{draft}|";
}
