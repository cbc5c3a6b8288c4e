using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>Which rows of the store belong to which network, and which of them a backup holds. The one place that knows how every table's partitions are called.</summary>
/// <remarks>
/// Left out of a backup, and why:
/// <list type="bullet">
/// <item>Set-up codes (<c>setup|tenant</c>): one-time keys to power; one that was used or burnt must not come back.</item>
/// <item>Calendar addresses: one that its owner took away, maybe in need, would open their calendar again. Everybody makes a new one.</item>
/// <item>Heard messages and sent lists: what people wrote is kept for days or hours and must not live on in a backup; their due rows stay out with them.</item>
/// <item>The mark of a store that was moved: it is about the store.</item>
/// <item>Which networks a tenant holds (<c>tenant|id</c>): written anew when a restored network begins to count.</item>
/// <item>Whether a tenant has the bot switched off, and conversations of people and rooms that are not the network's.</item>
/// </list>
/// Held, though it may surprise: claims of deliveries, which end by themselves, so that what was being sent when the backup was made is tried again as after any crash; addresses of conversations, without
/// which the bot could remind nobody before they write to it; and papers of secret ballots that are not counted yet, without which nobody could count them.
/// </remarks>
internal static class NetworkHoldings
{
    private const string TenantLead = "tenant";

    private const string SetupLead = "setup";

    /// <summary>First word of the partitions in which a restore marks how far it has come.</summary>
    public const string RestoreLead = "restore";

    private const string AddressLead = "address";

    /// <summary>The tables, in the order in which they are read; what is looked at when due comes last. With the words that may stand before the network in a partition's name.</summary>
    private static readonly ImmutableArray<(string Table, ImmutableHashSet<string> Leads, bool IsHeld)> Known =
    [
        (TableNames.Networks, ["power", "leaving", "contact", "looked", "looks", "newcomer", "audit", "retention"], true),
        (TableNames.Meetings, [], true),
        (TableNames.Ballots, ["running", "unsettled", "meeting"], true),
        (TableNames.Admissions, [], true),
        (TableNames.Elections, [], true),
        (TableNames.Resolutions, [], true),
        (TableNames.Minutes, [], true),
        (TableNames.Digests, [], true),
        (TableNames.Invitations, [], true),
        (TableNames.Calendars, [], false),
        (TableNames.Lists, [], false),
        (TableNames.Messages, [], false),
        (DeliveryLedger.Table, ["pace", AnnouncedStore.Lead], true),
        (DueTable.Table, [], true),
        (ConversationBook.Table, [], true),
    ];

    /// <summary>Every table there is.</summary>
    public static IEnumerable<string> Tables => Known.Select(known => known.Table);

    /// <summary>The tables of which a backup holds rows.</summary>
    public static IEnumerable<string> HeldTables => Known.Where(known => known.IsHeld).Select(known => known.Table);

    /// <summary>Whose a row is.</summary>
    /// <returns>The network's id; empty for what is a tenant's and of no network; null for a partition nobody here knows.</returns>
    public static string? OwnerOf(string table, TableEntity row)
    {
        if (Known.FirstOrDefault(known => known.Table == table) is not { Table: not null } place)
        {
            return null;
        }

        var parts = row.PartitionKey.Split('|');
        return (table, parts[0]) switch
        {
            (TableNames.Networks, TenantLead or SetupLead or RestoreLead or StoreMark.Partition) => string.Empty,
            (TableNames.Calendars, AddressLead) => row.GetString("Network"),
            (DueTable.Table, _) => row.RowKey.Split('|', 4) is [_, _, var network, _] ? network : null,
            (ConversationBook.Table, _) => row.RowKey.StartsWith("waiting|", StringComparison.Ordinal) ? row.GetString("Network") : string.Empty,
            (_, var lead) when place.Leads.Contains(lead) && parts.Length > 1 => parts[1],
            (_, var network) => network,
        };
    }

    /// <summary>Whether a backup of the network holds a row.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">The row.</param>
    /// <param name="network">Whose backup.</param>
    /// <param name="conversations">Tenant and row key of the conversations the network's people and committees have, as <see cref="ConversationsOf"/> tells.</param>
    public static bool IsHeld(string table, TableEntity row, NetworkId network, IReadOnlySet<(string, string)> conversations) => table switch
    {
        ConversationBook.Table => OwnerOf(table, row) == network.Value || conversations.Contains((row.PartitionKey, row.RowKey)),
        DueTable.Table => OwnerOf(table, row) == network.Value && DueRow.Parse(row.RowKey).Subject.Kind is not (Subjects.Message or Subjects.SentList),
        _ => OwnerOf(table, row) == network.Value,
    };

    /// <summary>Tenant and row key of the conversations the network's people and committees have, and of the tenant's service address.</summary>
    public static IReadOnlySet<(string, string)> ConversationsOf(NetworkSnapshot network) => network.Accounts.Values
        .SelectMany(account => account.Keys.Select(ConversationBook.PersonalKey))
        .Concat(network.Rooms.Values.Select(ConversationBook.RoomKey))
        .Append(ConversationBook.ServiceKey)
        .Select(key => (network.Tenant, KeyPart.Of(key)))
        .ToHashSet();

    /// <summary>Whether a row is of a secret ballot and not counted yet.</summary>
    public static bool IsSecretPaper(string table, string rowKey) => table == TableNames.Ballots && rowKey.StartsWith(SecretPapers.Prefix, StringComparison.Ordinal);
}
