using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Who has confirmed that their data be deleted, until it is done: <c>leaving|network / person</c>.</summary>
internal sealed class DepartureStore(ITableStore tables)
{
    /// <summary>Stores a wish, unless one of the person's is under way: the first knows what they had.</summary>
    /// <returns>The one that stands.</returns>
    public async Task<Departure> AddAsync(NetworkId network, Departure departure, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(Partition(network), departure.Person.Value);
        (row["Person"], row["At"], row["Accounts"]) = (departure.Person.Value, departure.At.ToDateTimeOffset(), string.Join('\n', departure.Accounts));
        row["Seats"] = string.Join('|', departure.Seats.Select(committee => committee.Value));
        row["Represented"] = string.Join('|', departure.Represented.Select(organization => organization.Value));
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Add(row)], cancellationToken);
        return await FindAsync(network, departure.Person, cancellationToken) ?? departure;
    }

    /// <summary>The person's wish; null when there is none, or none any more.</summary>
    public async Task<Departure?> FindAsync(NetworkId network, PersonId person, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, Partition(network), person.Value, cancellationToken) is { } row
            ? new Departure(
                person,
                row.Moment("At"),
                row.Text("Accounts").Split('\n', StringSplitOptions.RemoveEmptyEntries),
                [.. row.Text("Seats").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new CommitteeId(id))],
                [.. row.Text("Represented").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new OrganizationId(id))])
            : null;

    /// <summary>Forgets the wish: it is done, or cannot be. Repeating it changes nothing.</summary>
    public Task RemoveAsync(NetworkId network, PersonId person, CancellationToken cancellationToken) =>
        tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Remove(Partition(network), person.Value)], cancellationToken);

    private static string Partition(NetworkId network) => "leaving|" + network.Value;
}
