using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Platform.Deliveries;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>What a change was about, as the rows tell that were stored by it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Committees">The committees the rows name.</param>
internal sealed record AuditSubject(AuditedThing Kind, string Id, IReadOnlyList<CommitteeId> Committees)
{
    /// <summary>Reads the rows of a change.</summary>
    /// <param name="network">The network.</param>
    /// <param name="written">What was stored, in its order.</param>
    /// <returns>Null when nothing was stored that counts: looks, deliveries, messages that were heard, and what was only prepared are no change.</returns>
    public static AuditSubject? Of(NetworkId network, IReadOnlyList<(string Table, TableEntity Row)> written)
    {
        var about = written.Select(one => ThingOf(network, one.Table, one.Row)).OfType<(AuditedThing Kind, string Id)>().ToList();
        if (about.Count == 0)
        {
            return null;
        }

        // The head of a network changes with everything in it, and a ballot or a resolution says more than the meeting in which it was made.
        var (kind, id) = about.MaxBy(one => Rank(one.Kind));
        return new AuditSubject(kind, id, [.. written.SelectMany(one => CommitteesOf(network, one.Table, one.Row)).Distinct()]);
    }

    private static int Rank(AuditedThing kind) => kind switch
    {
        AuditedThing.Network => 0,
        AuditedThing.Meeting => 1,
        AuditedThing.Committee => 2,
        AuditedThing.Ballot => 4,
        AuditedThing.Resolution => 5,
        _ => 3,
    };

    private static (AuditedThing Kind, string Id)? ThingOf(NetworkId network, string table, TableEntity row)
    {
        var (partition, key) = (row.PartitionKey.Split('|'), row.RowKey.Split('|'));
        var second = key.Length > 1 ? key[1] : string.Empty;
        return (table, partition[0], key[0]) switch
        {
            (TableNames.Networks, "leaving", _) => (AuditedThing.Person, key[0]),
            (TableNames.Networks, "retention", _) => (AuditedThing.Network, network.Value),
            (TableNames.Networks, var own, _) when own != network.Value => null,
            (TableNames.Networks, _, "person") => (AuditedThing.Person, second),
            (TableNames.Networks, _, "organization") => (AuditedThing.Organization, second),
            (TableNames.Networks, _, "committee" or "seat" or "rules") => (AuditedThing.Committee, second),
            (TableNames.Networks, _, _) => (AuditedThing.Network, network.Value),
            (TableNames.Meetings, _, "meeting" or "item" or "entry" or "present") => (AuditedThing.Meeting, second),
            (TableNames.Meetings, _, "rota" or "turn" or "swap" or "report" or "join") => (AuditedThing.Committee, row.GetString("Committee") ?? second),
            (TableNames.Meetings, _, "task") => row.GetString("Meeting") is { } meeting ? (AuditedThing.Meeting, meeting) : null,
            (TableNames.Ballots, "running" or "unsettled" or "meeting", _) => null,
            (TableNames.Ballots, _, _) => (AuditedThing.Ballot, partition[^1]),
            (TableNames.Elections, _, "body") => null,
            (TableNames.Elections, _, _) => (AuditedThing.Election, key[0]),
            (TableNames.Admissions, _, "case") => (AuditedThing.Admission, second),
            (TableNames.Admissions, _, "prospect") => (AuditedThing.Prospect, second),
            (TableNames.Admissions, _, "expulsion") => row.GetString("Organization") is { } expelled ? (AuditedThing.Organization, expelled) : null,
            (TableNames.Resolutions, _, "entry" or "followup" or "followstep") => (AuditedThing.Resolution, row.GetString("Number") ?? second),
            (TableNames.Minutes, _, "minutes" or "correction") => (AuditedThing.Minutes, second),
            (TableNames.Digests, _, "schedule") => (AuditedThing.Network, network.Value),
            (DeliveryLedger.Table, AnnouncedStore.Lead, Subjects.Meeting) => (AuditedThing.Meeting, second),
            (DeliveryLedger.Table, AnnouncedStore.Lead, Subjects.Ballot) => (AuditedThing.Ballot, second),
            (TableNames.Invitations, _, "mails") => (AuditedThing.Meeting, second),
            _ => null,
        };
    }

    private static IEnumerable<CommitteeId> CommitteesOf(NetworkId network, string table, TableEntity row)
    {
        foreach (var column in (string[])["Committee", "Body"])
        {
            if (row.GetString(column) is { Length: > 0 } named)
            {
                yield return new CommitteeId(named);
            }
        }

        if (ThingOf(network, table, row) is (AuditedThing.Committee, var committee))
        {
            yield return new CommitteeId(committee);
        }
    }
}
