using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.MemberLists;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Lists of organizations between preview and confirmation. One partition a network: <c>list|id</c>, and <c>part|id|number</c> with the rows as they were read. They hold
/// names and mail addresses, so they go after <see cref="KeptFor"/>, and the rows as soon as the list was taken or dropped.</summary>
internal sealed class SentListStore(ITableStore tables, DueTable due) : IDueHandler
{
    /// <summary>How long a list waits to be confirmed.</summary>
    public static readonly Duration KeptFor = Duration.FromHours(3);

    /// <summary>Most bytes of a list as it is stored, so that one batch holds it.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private const int PartBytes = 60_000;

    /// <inheritdoc/>
    public string Kind => Subjects.SentList;

    /// <summary>Stores a list, in one step; one of the same identity is replaced.</summary>
    /// <returns>False when it is too large; nothing was written.</returns>
    public async Task<bool> TryPutAsync(NetworkId network, SentList list, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(list.Sheets);
        if (content.Length > MostBytes)
        {
            return false;
        }

        await due.AddAsync(Subjects.Due(network, Kind, list.Id), [Until(list)], cancellationToken);
        var parts = content.Chunk(PartBytes).Select((part, index) => TableTransactionAction.Upsert(PartRow(network, list, index, part))).ToList();
        await tables.SubmitTransactionAsync(TableNames.Lists, [TableTransactionAction.Upsert(HeadRow(network, list, parts.Count, Print(content))), .. parts], cancellationToken);
        return true;
    }

    /// <summary>The list, or null when there is none, or none any more.</summary>
    public async Task<Stored<SentList>?> FindAsync(NetworkId network, string id, CancellationToken cancellationToken)
    {
        if (await tables.GetEntityIfExistsAsync(TableNames.Lists, network.Value, HeadKey(id), cancellationToken) is not { } head)
        {
            return null;
        }

        var list = Read(head);
        if (list.End is not null)
        {
            return new Stored<SentList>(list, head.ETag);
        }

        var content = new List<byte>();
        await foreach (var part in tables.QueryAsync(TableNames.Lists, RowRange.WithPrefix(network.Value, PartPrefix(id)) with { Take = head.Number("Parts") }, cancellationToken))
        {
            content.AddRange(part.GetBinary("Rows")!);
        }

        // Parts of a list that was sent anew meanwhile do not belong to this head.
        byte[] whole = [.. content];
        return Print(whole) == head.Text("Print") ? new Stored<SentList>(list with { Sheets = JsonSerializer.Deserialize<IReadOnlyList<IReadOnlyList<SentRow>>>(whole)! }, head.ETag) : null;
    }

    /// <summary>Stores what was answered to questions, or what became of the list, if it is still as it was read. With its end the rows go.</summary>
    /// <returns>False when it has changed since; nothing was written.</returns>
    public async Task<bool> TrySaveAsync(NetworkId network, Stored<SentList> list, CancellationToken cancellationToken)
    {
        var parts = await PartsAsync(network, list.Value.Id, cancellationToken);
        if (await tables.GetEntityIfExistsAsync(TableNames.Lists, network.Value, HeadKey(list.Value.Id), cancellationToken) is not { } standing)
        {
            return false;
        }

        var head = HeadRow(network, list.Value, standing.Number("Parts"), standing.Text("Print"));
        head.ETag = list.ETag;
        var gone = list.Value.End is null ? [] : parts.Select(key => TableTransactionAction.Remove(network.Value, key));
        return await tables.SubmitTransactionAsync(TableNames.Lists, [TableTransactionAction.Update(head), .. gone], cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Removes a list whose time is over.</summary>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await tables.GetEntityIfExistsAsync(TableNames.Lists, network.Value, HeadKey(subject.Id), cancellationToken) is not { } head)
        {
            return null;
        }

        if (Until(Read(head)) is var until && now < until)
        {
            return until;
        }

        var parts = await PartsAsync(network, subject.Id, cancellationToken);
        await tables.SubmitTransactionAsync(
            TableNames.Lists, [TableTransactionAction.Delete(head), .. parts.Select(key => TableTransactionAction.Remove(network.Value, key))], cancellationToken);
        return null;
    }

    private async Task<IReadOnlyList<string>> PartsAsync(NetworkId network, string id, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var part in tables.QueryAsync(TableNames.Lists, RowRange.WithPrefix(network.Value, PartPrefix(id)), cancellationToken))
        {
            keys.Add(part.RowKey);
        }

        return keys;
    }

    private static DateTimeOffset Until(SentList list) => (list.SentAt + KeptFor).ToDateTimeOffset();

    private static string Print(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string HeadKey(string id) => "list|" + id;

    private static string PartPrefix(string id) => $"part|{id}|";

    private static TableEntity PartRow(NetworkId network, SentList list, int index, byte[] part)
    {
        var row = RowFormat.NewRow(network.Value, PartPrefix(list.Id) + index.ToString("D3", CultureInfo.InvariantCulture));
        row["Rows"] = part;
        return row;
    }

    private static TableEntity HeadRow(NetworkId network, SentList list, int parts, string print)
    {
        var row = RowFormat.NewRow(network.Value, HeadKey(list.Id));
        row["Id"] = list.Id;
        row["SentBy"] = list.SentBy.Value;
        row["SentAt"] = list.SentAt.ToDateTimeOffset();
        row["Parts"] = parts;
        row["Print"] = print;
        row["Answers"] = string.Join('|', list.Answers.OrderBy(answer => answer.Key).Select(answer => string.Create(CultureInfo.InvariantCulture, $"{answer.Key}:{(int)answer.Value}")));
        row["End"] = list.End?.ToString();
        row["New"] = list.Taken.New;
        row["Changed"] = list.Taken.Changed;
        return row;
    }

    private static SentList Read(TableEntity row) => new(row.Text("Id"), new PersonId(row.Text("SentBy")), row.Moment("SentAt"))
    {
        Answers = row.Text("Answers").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(answer => answer.Split(':'))
            .ToDictionary(answer => int.Parse(answer[0], CultureInfo.InvariantCulture), answer => (ListAnswer)int.Parse(answer[1], CultureInfo.InvariantCulture)),
        End = row.NamedOrNull<SentListEnd>("End"),
        Taken = (row.Number("New"), row.Number("Changed")),
    };
}
