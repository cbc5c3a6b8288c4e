using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Changes that gave somebody power, or took it: <c>power|network / id</c>. Written before the change counts, with what it will be; whether it did count, the
/// network tells.</summary>
internal sealed class PowerNoticeStore(ITableStore tables)
{
    /// <summary>Writes a notice. Repeating it changes nothing.</summary>
    public async Task WriteAsync(NetworkId network, PowerNotice notice, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(Partition(network), notice.Id);
        (row["Change"], row["By"], row["At"]) = (notice.Change.ToString(), notice.By.Value, notice.At.ToDateTimeOffset());
        (row["About"], row["People"]) = (notice.About, string.Join('|', notice.People.Select(person => person.Value)));
        await tables.SubmitTransactionAsync(TableNames.Networks, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    /// <summary>The notice, or null when there is none.</summary>
    public async Task<PowerNotice?> FindAsync(NetworkId network, string id, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Networks, Partition(network), id, cancellationToken) is { } row
            ? new PowerNotice(
                id,
                row.Named<PowerChange>("Change"),
                new PersonId(row.Text("By")),
                row.Moment("At"),
                row.Text("About"),
                [.. row.Text("People").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(person => new PersonId(person))])
            : null;

    /// <summary>The partition of a network.</summary>
    public static string Partition(NetworkId network) => "power|" + network.Value;
}
