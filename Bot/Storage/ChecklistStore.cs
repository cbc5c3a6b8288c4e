using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rotas;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>What whoever leads a meeting has seen to, in the partition of the network's meetings: <c>check|committee|day|point</c> while only the day is known,
/// <c>check|meeting|point</c> once it was called; the latter says more where both stand.</summary>
internal sealed class ChecklistStore(ITableStore tables)
{
    /// <summary>What is done for a meeting on that day.</summary>
    /// <param name="network">The network.</param>
    /// <param name="committee">Whose meeting.</param>
    /// <param name="day">The day it is on, or is expected on.</param>
    /// <param name="meeting">The meeting; null while it was not called.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlySet<ChecklistPoint>> DoneAsync(NetworkId network, CommitteeId committee, LocalDate day, MeetingId? meeting, CancellationToken cancellationToken)
    {
        var said = new Dictionary<ChecklistPoint, bool>();
        foreach (var prefix in meeting is { } called ? [Prefix(committee, day), Prefix(called)] : new[] { Prefix(committee, day) })
        {
            await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, prefix), cancellationToken))
            {
                if (Enum.TryParse<ChecklistPoint>(row.GetString("Point"), out var point))
                {
                    said[point] = row.GetBoolean("IsDone") ?? false;
                }
            }
        }

        return said.Where(one => one.Value).Select(one => one.Key).ToHashSet();
    }

    /// <summary>Notes that a point is done, or is not after all. The last word counts.</summary>
    public async Task SetAsync(
        NetworkId network, CommitteeId committee, LocalDate day, MeetingId? meeting, ChecklistPoint point, bool isDone, CancellationToken cancellationToken)
    {
        var row = RowFormat.NewRow(network.Value, (meeting is { } called ? Prefix(called) : Prefix(committee, day)) + point);
        row["Point"] = point.ToString();
        row["IsDone"] = isDone;
        await tables.SubmitTransactionAsync(TableNames.Meetings, [TableTransactionAction.Upsert(row)], cancellationToken);
    }

    private static string Prefix(CommitteeId committee, LocalDate day) => $"check|{committee}|{RowFormat.Write(day)}|";

    private static string Prefix(MeetingId meeting) => $"check|{meeting}|";
}
