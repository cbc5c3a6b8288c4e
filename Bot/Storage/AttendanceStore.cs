using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Tables;
using NodaTime;
using NodaTime.Text;

namespace Bot.Storage;

/// <summary>Who is present at a meeting, in the partition of the network's meetings: a row <c>present|meeting|voter</c> for everyone who was ever noted, so that
/// many who arrive at once never meet on one version.</summary>
internal sealed class AttendanceStore(ITableStore tables)
{
    /// <summary>Everything noted of a meeting.</summary>
    public async Task<Attendance> OfAsync(NetworkId network, MeetingId meeting, CancellationToken cancellationToken)
    {
        var lines = new List<AttendanceLine>();
        await foreach (var row in tables.QueryAsync(TableNames.Meetings, RowRange.WithPrefix(network.Value, $"present|{meeting}|"), cancellationToken))
        {
            lines.Add(Read(row));
        }

        return new Attendance(lines);
    }

    /// <summary>Changes one voter's line, again when somebody was faster.</summary>
    /// <param name="network">The network.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="voter">Whose line.</param>
    /// <param name="change">What is to be noted; the same line by reference for nothing.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>The line as it stands now; null when others were faster several times in a row.</returns>
    public async Task<AttendanceLine?> ChangeAsync(
        NetworkId network, MeetingId meeting, VoterId voter, Func<AttendanceLine, AttendanceLine> change, CancellationToken cancellationToken)
    {
        const int attempts = 5;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var standing = await tables.GetEntityIfExistsAsync(TableNames.Meetings, network.Value, Key(meeting, voter), cancellationToken);
            var before = standing is null ? AttendanceLine.Empty(voter) : Read(standing);
            var after = change(before);
            if (ReferenceEquals(before, after))
            {
                return before;
            }

            var row = RowFormat.NewRow(network.Value, Key(meeting, voter));
            row["Voter"] = voter.Value;
            row["Stays"] = string.Join('\n', after.Stays.Select(Write));
            row.ETag = standing?.ETag ?? default;
            var action = standing is null ? TableTransactionAction.Add(row) : TableTransactionAction.Update(row);
            if (await tables.SubmitTransactionAsync(TableNames.Meetings, [action], cancellationToken) is TransactionResult.Committed)
            {
                return after;
            }
        }

        return null;
    }

    private static AttendanceLine Read(TableEntity row) =>
        new(new VoterId(row.Text("Voter")), [.. row.Text("Stays").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadStay)]);

    /// <summary>Who, who said so, from, until; an id holds no bar.</summary>
    private static string Write(Stay stay) => string.Join(
        '|', stay.Person?.Value ?? string.Empty, stay.NotedBy.Value, InstantPattern.ExtendedIso.Format(stay.From), stay.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : string.Empty);

    private static Stay ReadStay(string line)
    {
        var parts = line.Split('|');
        return new Stay(parts[0].Length == 0 ? null : new PersonId(parts[0]), new PersonId(parts[1]), Moment(parts[2]), parts[3].Length == 0 ? null : Moment(parts[3]));
    }

    private static Instant Moment(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    private static string Key(MeetingId meeting, VoterId voter) => $"present|{meeting}|{voter}";
}
