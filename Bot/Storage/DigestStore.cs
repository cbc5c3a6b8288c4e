using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Digests;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Weekly overviews. One partition a network: <c>schedule</c> where a coordinator has set one, <c>off|person</c> for everybody who wants none.</summary>
internal sealed class DigestStore(ITableStore tables)
{
    private const string Schedule = "schedule";

    private const string ByItself = "ByItself";

    private const string OffPrefix = "off|";

    /// <summary>When overviews go out; null when they do not go out at all.</summary>
    public async Task<DigestSchedule?> ScheduleAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var row = await tables.GetEntityIfExistsAsync(TableNames.Digests, network.Value, Schedule, cancellationToken);
        return row is null ? DigestSchedule.Default : row.GetString("Day") is null ? null : new DigestSchedule(row.Named<IsoDayOfWeek>("Day"), row.Time("Time"));
    }

    /// <summary>Sets when overviews go out; null for not at all. The last word counts.</summary>
    public async Task SetScheduleAsync(NetworkId network, DigestSchedule? schedule, CancellationToken cancellationToken)
    {
        await tables.SubmitTransactionAsync(TableNames.Digests, [TableTransactionAction.Upsert(Written(network, schedule))], cancellationToken);
    }

    /// <summary>Whether nobody has ever said when overviews go out, or that they do not.</summary>
    public async Task<bool> BeginsByItselfAsync(NetworkId network, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Digests, network.Value, Schedule, cancellationToken) is not { } row || row.GetBoolean(ByItself) == true;

    /// <summary>Notes that overviews go out at the usual time without anybody having said so, unless somebody has said something. Repeating it changes nothing.</summary>
    /// <returns>False when somebody was faster and has said when, or that they do not.</returns>
    public async Task<bool> BeginAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var row = Written(network, DigestSchedule.Default);
        row[ByItself] = true;
        await tables.SubmitTransactionAsync(TableNames.Digests, [TableTransactionAction.Add(row)], cancellationToken);
        return await BeginsByItselfAsync(network, cancellationToken);
    }

    /// <summary>Notes that overviews do not go out, unless somebody has said something before.</summary>
    public Task LeaveOffAsync(NetworkId network, CancellationToken cancellationToken) =>
        tables.SubmitTransactionAsync(TableNames.Digests, [TableTransactionAction.Add(Written(network, null))], cancellationToken);

    /// <summary>Everybody who wants none.</summary>
    public async Task<IReadOnlySet<PersonId>> OffAsync(NetworkId network, CancellationToken cancellationToken)
    {
        var off = new HashSet<PersonId>();
        await foreach (var row in tables.QueryAsync(TableNames.Digests, RowRange.WithPrefix(network.Value, OffPrefix), cancellationToken))
        {
            off.Add(new PersonId(row.Text("Person")));
        }

        return off;
    }

    /// <summary>Whether the person wants none.</summary>
    public async Task<bool> IsOffAsync(NetworkId network, PersonId person, CancellationToken cancellationToken) =>
        await tables.GetEntityIfExistsAsync(TableNames.Digests, network.Value, OffPrefix + person.Value, cancellationToken) is not null;

    /// <summary>Notes whether the person wants one. The last word counts.</summary>
    public async Task SetAsync(NetworkId network, PersonId person, bool isWanted, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(network.Value, OffPrefix + person.Value);
        row["Person"] = person.Value;
        row.ETag = Azure.ETag.All;
        await tables.SubmitTransactionAsync(TableNames.Digests, [isWanted ? TableTransactionAction.Delete(row) : TableTransactionAction.Upsert(row)], cancellationToken);
    }

    private static TableEntity Written(NetworkId network, DigestSchedule? schedule)
    {
        var row = RowFormat.NewRow(network.Value, Schedule);
        row["Day"] = schedule?.Day.ToString();
        row["Time"] = schedule is null ? null : RowFormat.Write(schedule.Time);
        return row;
    }
}
