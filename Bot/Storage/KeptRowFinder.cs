using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Deliveries;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>A row that is about somebody.</summary>
/// <param name="Rows">Its kind.</param>
/// <param name="Row">The row.</param>
internal sealed record KeptRow(KeptRows Rows, TableEntity Row)
{
    /// <summary>The ballot of a line of a roll; of no meaning for other rows.</summary>
    public string Ballot => Row.PartitionKey.Split('|')[^1];

    /// <summary>What the row says of the person, column by column, and of nobody else.</summary>
    public IEnumerable<(string Name, string Value)> Said => Rows.Own
        .Select(column => (column, Text: Row.Properties.GetValueOrDefault(column) switch
        {
            null => null,
            DateTimeOffset moment => moment.ToString("o", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }))
        .Where(pair => pair.Text is not null).Select(pair => (pair.column, pair.Text!));

    /// <summary>The columns in which the person stands.</summary>
    public IEnumerable<string> In(PersonId person) => Rows.Who.Where(column => KeptRowFinder.Names(Row.GetString(column), person.Value));
}

/// <summary>Whose rows are looked for.</summary>
/// <param name="Network">In which network.</param>
/// <param name="Tenant">In which tenant.</param>
/// <param name="Person">Who.</param>
/// <param name="Accounts">The ids their account is recognized by.</param>
internal sealed record KeptAbout(NetworkId Network, string Tenant, PersonId Person, IReadOnlyCollection<string> Accounts);

/// <summary>Goes through every table for what is about somebody. Costs as much as the network has rows; for what people ask once in a while.</summary>
internal sealed class KeptRowFinder(ITableStore tables)
{
    /// <summary>Everything that is about the person, kind by kind. A row that is about them in two ways comes twice.</summary>
    public async IAsyncEnumerable<KeptRow> OfAsync(KeptAbout about, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var partition in KeptRows.OfPeople.GroupBy(rows => (rows.Table, Partition: rows.PartitionOf(about.Network.Value, about.Tenant))))
        {
            await foreach (var row in ReadAsync(partition.Key.Table, partition.Key.Partition, cancellationToken))
            {
                foreach (var rows in partition.Where(rows => IsAbout(rows, row, about)))
                {
                    yield return new KeptRow(rows, row);
                }
            }
        }
    }

    /// <summary>Takes a row away; whether it is still there makes no difference.</summary>
    public Task RemoveAsync(KeptRow kept, CancellationToken cancellationToken) => tables.SubmitTransactionAsync(
        kept.Rows.Table, [TableTransactionAction.Remove(kept.Row.PartitionKey, kept.Row.RowKey)], cancellationToken);

    /// <summary>Writes another name where a copy of the person's name stands.</summary>
    /// <returns>False when the row has changed since it was read; nothing was written.</returns>
    public async Task<bool> TryRenameAsync(KeptRow kept, string name, CancellationToken cancellationToken)
    {
        foreach (var column in kept.Rows.Copies)
        {
            kept.Row[column] = name;
        }

        return await tables.SubmitTransactionAsync(kept.Rows.Table, [TableTransactionAction.Update(kept.Row)], cancellationToken) is TransactionResult.Committed;
    }

    /// <summary>Whether a text holds an identity, alone or among others.</summary>
    internal static bool Names(string? text, string id)
    {
        for (var at = text?.IndexOf(id, StringComparison.Ordinal) ?? -1; at >= 0; at = text!.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsOfId(text![at - 1])) && (at + id.Length == text!.Length || !IsOfId(text[at + id.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfId(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';

    private static bool IsAbout(KeptRows rows, TableEntity row, KeptAbout about)
    {
        if (!rows.Fits(about.Network.Value, about.Tenant, row.PartitionKey, row.RowKey))
        {
            return false;
        }

        return rows.IsByChat
            ? about.Accounts.Any(account => Parts(row.RowKey).Contains(Platform.Tables.KeyPart.Of(account)) || row.RowKey.EndsWith(Platform.Tables.KeyPart.Of(ConversationBook.PersonalKey(account)), StringComparison.Ordinal))
            : rows.Who.Any(column => Names(row.GetString(column), about.Person.Value)) || (rows.KeyPart is { } part && Parts(row.RowKey).ElementAtOrDefault(part) == about.Person.Value);
    }

    private static string[] Parts(string rowKey) => rowKey.Split('|');

    private IAsyncEnumerable<TableEntity> ReadAsync(string table, string partition, CancellationToken cancellationToken) => partition.EndsWith('|')
        ? tables.ScanAsync(table, partition, cancellationToken)
        : tables.QueryAsync(table, RowRange.All(partition), cancellationToken);
}
