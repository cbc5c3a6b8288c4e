using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Organizations that could become partners: <c>network / prospect|id</c>, beside the admissions. The identity follows from the name, so that nobody is noted twice.</summary>
internal sealed class ProspectStore(ITableStore tables)
{
    private const string Prefix = "prospect|", FollowUpColumn = "FollowUp";

    /// <summary>The key of a prospect.</summary>
    public static string KeyOf(ProspectId id) => Prefix + id.Value;

    /// <summary>The identity of whatever has that name, however it is spelled; it tells nothing of the name.</summary>
    public static ProspectId IdOf(string name) => new(HeardMessage.Fingerprint(Prefix + OrganizationName.KeyOf(name)));

    /// <summary>The prospect, or null when there is none.</summary>
    public async Task<Stored<Prospect>?> FindAsync(NetworkId network, ProspectId id, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Admissions, network.Value, KeyOf(id), cancellationToken) is { } row ? new Stored<Prospect>(Read(row), row.ETag) : null;

    /// <summary>All prospects of a network, in no order that means anything.</summary>
    public async Task<IReadOnlyList<Prospect>> AllAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var all = new List<Prospect>();
        await foreach (var row in tables.QueryAsync(TableNames.Admissions, RowRange.WithPrefix(network.Value, Prefix), cancellationToken))
        {
            all.Add(Read(row));
        }

        return all;
    }

    /// <summary>Stores a prospect, unless one of that name is there.</summary>
    /// <returns>False when one is; nothing was written.</returns>
    public Task<bool> TryAddAsync(NetworkId network, Prospect prospect, CancellationToken cancellationToken) =>
        TryAsync(TableTransactionAction.Add(Row(network, prospect)), cancellationToken);

    /// <summary>Stores what has become of a prospect, if it is still as it was read.</summary>
    /// <returns>False when it changed since, or is gone; nothing was written.</returns>
    public Task<bool> TrySaveAsync(NetworkId network, Stored<Prospect> prospect, CancellationToken cancellationToken)
    {
        var row = Row(network, prospect.Value);
        row.ETag = prospect.ETag;
        return TryAsync(TableTransactionAction.Update(row), cancellationToken);
    }

    /// <summary>Takes a prospect away, if it is still as it was read.</summary>
    /// <returns>False when it changed since, or is gone.</returns>
    public Task<bool> TryRemoveAsync(NetworkId network, Stored<Prospect> prospect, CancellationToken cancellationToken) =>
        TryAsync(TableTransactionAction.Delete(new TableEntity(network.Value, KeyOf(prospect.Value.Id)) { ETag = prospect.ETag }), cancellationToken);

    private async Task<bool> TryAsync(TableTransactionAction action, CancellationToken cancellationToken) =>
        await tables.SubmitTransactionAsync(TableNames.Admissions, [action], cancellationToken) is TransactionResult.Committed;

    private static Prospect Read(TableEntity row) => new()
    {
        Id = new ProspectId(row.Text("Id")),
        Name = row.Text("Name"),
        Details = new ProspectDetails(row.NamedOrNull<Sector>("Sector"), row.GetString("Note") ?? string.Empty, row.GetString(FollowUpColumn) is null ? null : row.Day(FollowUpColumn)),
        AddedBy = new PersonId(row.Text("AddedBy")),
        AddedAt = row.Moment("AddedAt"),
        TouchedAt = row.Moment("TouchedAt"),
        Contacts = [.. Contacts(row)],
        Declined = row.GetString("DeclinedOn") is null ? null : new ProspectRefusal(row.Day("DeclinedOn"), new PersonId(row.Text("DeclinedBy"))),
    };

    private static IEnumerable<ProspectContact> Contacts(TableEntity row) => Parts(row, "ContactDays").Zip(Parts(row, "ContactBy"))
        .Select((pair, place) => new ProspectContact(NodaTime.Text.LocalDatePattern.Iso.Parse(pair.First).Value, new PersonId(pair.Second), row.GetString(NoteColumn(place)) ?? string.Empty));

    private static string[] Parts(TableEntity row, string name) => row.GetString(name)?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static TableEntity Row(NetworkId network, Prospect prospect)
    {
        var row = RowFormat.NewRow(network.Value, KeyOf(prospect.Id));
        (row["Id"], row["Name"]) = (prospect.Id.Value, prospect.Name);
        (row["Sector"], row["Note"]) = (prospect.Details.Sector?.ToString(), prospect.Details.Note.Length == 0 ? null : prospect.Details.Note);
        row[FollowUpColumn] = prospect.Details.FollowUp is { } day ? RowFormat.Write(day) : null;
        (row["AddedBy"], row["AddedAt"], row["TouchedAt"]) = (prospect.AddedBy.Value, prospect.AddedAt.ToDateTimeOffset(), prospect.TouchedAt.ToDateTimeOffset());
        if (prospect.Contacts.Count > 0)
        {
            row["ContactDays"] = string.Join('|', prospect.Contacts.Select(contact => RowFormat.Write(contact.Day)));
            row["ContactBy"] = string.Join('|', prospect.Contacts.Select(contact => contact.By.Value));
        }

        for (var place = 0; place < prospect.Contacts.Count; place++)
        {
            row[NoteColumn(place)] = prospect.Contacts[place].Note is { Length: > 0 } note ? note : null;
        }

        row["DeclinedOn"] = prospect.Declined is { } declined ? RowFormat.Write(declined.Day) : null;
        row["DeclinedBy"] = prospect.Declined?.By.Value;
        return row;
    }

    private static string NoteColumn(int place) => "ContactNote" + place.ToString(CultureInfo.InvariantCulture);
}
