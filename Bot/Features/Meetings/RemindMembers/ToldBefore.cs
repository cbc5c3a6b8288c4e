using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Platform.Deliveries;
using Bot.Storage;

namespace Bot.Features.Meetings.RemindMembers;

/// <summary>Which date of a meeting each conversation was told last.</summary>
/// <param name="Revisions">The newest <see cref="Meeting.MovedRevision"/> each was told, or is just being told.</param>
/// <param name="UnderWay">Until when another instance may be telling somebody; null when none is.</param>
internal sealed record ToldBefore(IReadOnlyDictionary<string, int> Revisions, DateTimeOffset? UnderWay)
{
    /// <summary>Reads it from the ledger.</summary>
    public static async Task<ToldBefore> ReadAsync(DeliveryLedger ledger, string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        DateTimeOffset? underWay = null;
        await foreach (var line in ledger.AboutAsync(subject, cancellationToken))
        {
            var isBeing = line.State == DeliveryState.Claimed && line.LeaseUntil > now;
            if (MeetingMessages.RevisionTold(line.Kind) is not { } revision || !(line.State == DeliveryState.Sent || isBeing))
            {
                continue;
            }

            told[line.Audience] = int.Max(revision, told.GetValueOrDefault(line.Audience));
            underWay = isBeing && !(underWay > line.LeaseUntil) ? line.LeaseUntil : underWay;
        }

        return new ToldBefore(told, underWay);
    }

    /// <summary>Whether a conversation knows the date the meeting has now.</summary>
    public bool Knows(string key, Meeting meeting) => Revisions.TryGetValue(key, out var revision) && revision >= meeting.MovedRevision;

    /// <summary>What a conversation takes the meeting's date to be, where that is not so any more; null for one that knows it, and one that was never told anything.</summary>
    public EarlierDate? WrongFor(string key, Meeting meeting) => Revisions.TryGetValue(key, out var revision) ? meeting.Earlier.ToldAt(revision) : null;

    /// <summary>Those who were told of a date that is not so any more, and are not among the given.</summary>
    public IEnumerable<string> WrongBeside(IReadOnlySet<string> keys, Meeting meeting) =>
        Revisions.Where(told => told.Value < meeting.MovedRevision && !keys.Contains(told.Key)).Select(told => told.Key);
}
