using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>How people can be reached: <c>contact|network / person</c>. Who asked for whom: <c>looked|network / person|moment|asker|number</c>, kept <see cref="KeptFor"/>;
/// how many somebody asked for on a day: <c>looks|network / asker|day</c>. There is no way to read the sheets of several people.</summary>
internal sealed class ContactStore(ITableStore tables, DueTable due) : IDueHandler
{
    /// <summary>How long it is known who asked for whom.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(365);

    private const int Attempts = 10;

    /// <inheritdoc/>
    public string Kind => Subjects.LookUp;

    /// <summary>The person's sheet.</summary>
    public async Task<ContactSheet> OfAsync(NetworkId network, PersonId person, CancellationToken cancellationToken) =>
        Read(await tables.GetEntityIfExistsAsync(TableNames.Networks, Sheets(network), person.Value, cancellationToken));

    /// <summary>Changes the person's sheet.</summary>
    /// <param name="network">The network.</param>
    /// <param name="person">Whose.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="cancellationToken">Stops it before it is stored.</param>
    /// <returns>The sheet as it is stored now.</returns>
    public async Task<ContactSheet> ChangeAsync(NetworkId network, PersonId person, Func<ContactSheet, ContactSheet> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var standing = await tables.GetEntityIfExistsAsync(TableNames.Networks, Sheets(network), person.Value, cancellationToken);
            var after = change(Read(standing));
            var row = Row(network, person, after);
            row.ETag = standing?.ETag ?? default;
            var action = standing is null ? TableTransactionAction.Add(row) : after.Entries.Count == 0 ? TableTransactionAction.Delete(row) : TableTransactionAction.Update(row);
            if ((standing is null && after.Entries.Count == 0)
                || await tables.SubmitTransactionAsync(TableNames.Networks, [action], cancellationToken) is TransactionResult.Committed)
            {
                return after;
            }
        }

        throw new InvalidOperationException("A contact sheet changed each time it was about to be stored.");
    }

    /// <summary>Counts a look-up, before anything is looked up, so that of many at once none is free.</summary>
    /// <param name="network">The network.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="day">The day of the network's zone.</param>
    /// <param name="most">How many the day has.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it before it is counted.</param>
    /// <returns>The how-manieth of the day it is; null when the day's are used up, and nothing was counted.</returns>
    public async Task<int?> TryCountAsync(NetworkId network, PersonId asker, LocalDate day, int most, Instant now, CancellationToken cancellationToken)
    {
        var key = $"{asker}|{RowFormat.Write(day)}";
        await due.AddAsync(Subjects.Due(network, Kind, "looks|" + key), [(now + Duration.FromDays(2)).ToDateTimeOffset()], cancellationToken);
        while (true)
        {
            var standing = await tables.GetEntityIfExistsAsync(TableNames.Networks, Counts(network), key, cancellationToken);
            var count = standing?.Number("Count") ?? 0;
            if (count >= most)
            {
                return null;
            }

            var row = RowFormat.NewRow(Counts(network), key);
            row["Count"] = count + 1;
            row.ETag = standing?.ETag ?? default;
            var action = standing is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
            if (await tables.SubmitTransactionAsync(TableNames.Networks, [action], cancellationToken) is TransactionResult.Committed)
            {
                return count + 1;
            }
        }
    }

    /// <summary>Notes who asked for whom, whatever they were told. Where nobody is called so, it is noted for nobody, so that it takes as long.</summary>
    /// <param name="network">The network.</param>
    /// <param name="person">For whom; null for nobody.</param>
    /// <param name="asker">Who asked.</param>
    /// <param name="number">The how-manieth of their day it was, so that two at the same moment are two.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it before it is noted.</param>
    public async Task LogAsync(NetworkId network, PersonId? person, PersonId asker, int number, Instant now, CancellationToken cancellationToken)
    {
        var key = $"{person?.Value ?? "-"}|{now.ToDateTimeOffset().UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|{asker}|{number.ToString(CultureInfo.InvariantCulture)}";
        await due.AddAsync(Subjects.Due(network, Kind, "looked|" + key), [(now + KeptFor).ToDateTimeOffset()], cancellationToken);
        var row = RowFormat.NewRow(Log(network), key);
        (row["Person"], row["By"], row["At"]) = (person?.Value, asker.Value, now.ToDateTimeOffset());
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>Who asked for the person, the latest first.</summary>
    public async Task<IReadOnlyList<(PersonId By, Instant At)>> LookedAsync(NetworkId network, PersonId person, CancellationToken cancellationToken)
    {
        var found = new List<(PersonId By, Instant At)>();
        await foreach (var row in tables.QueryAsync(TableNames.Networks, RowRange.WithPrefix(Log(network), person.Value + "|"), cancellationToken))
        {
            found.Add((new PersonId(row.Text("By")), row.Moment("At")));
        }

        found.Reverse();
        return found;
    }

    /// <summary>Removes what is over.</summary>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (network, parts) = (new NetworkId(subject.Network), subject.Id.Split('|', 2));
        var partition = parts[0] == "looks" ? Counts(network) : Log(network);
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Remove(partition, parts[1])], cancellationToken);
        return null;
    }

    /// <summary>The partition of how people can be reached.</summary>
    public static string Sheets(NetworkId network) => "contact|" + network.Value;

    /// <summary>The partition of who asked for whom.</summary>
    public static string Log(NetworkId network) => "looked|" + network.Value;

    private static string Counts(NetworkId network) => "looks|" + network.Value;

    private static TableEntity Row(NetworkId network, PersonId person, ContactSheet sheet)
    {
        var row = RowFormat.NewRow(Sheets(network), person.Value);
        row["Person"] = person.Value;
        foreach (var (field, entry) in sheet.Entries)
        {
            row[field.ToString()] = entry.Value;
            row[field + "For"] = entry.Audience.ToString();
        }

        return row;
    }

    private static ContactSheet Read(TableEntity? row) => row is null ? ContactSheet.Empty : Enum.GetValues<ContactField>().Aggregate(
        ContactSheet.Empty, (sheet, field) => row.GetString(field.ToString()) is { } value ? sheet.With(field, value, row.Named<ContactAudience>(field + "For")) : sheet);
}
