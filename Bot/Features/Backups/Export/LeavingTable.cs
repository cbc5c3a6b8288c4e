using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Features.Backups.Export;

/// <summary>What becomes of a kind of rows when a network is exported.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">As in <see cref="KeptRows"/>.</param>
/// <param name="Key">As in <see cref="KeptRows"/>.</param>
/// <param name="LeftOut">Why it is in no export, in words for whoever reads one; null for a kind that is exported as it is stored, beside the tables and documents made of it.</param>
internal sealed record LeavingRule(string Table, string Partition, string Key, Sentence? LeftOut = null)
{
    /// <summary>Columns that are left out of the rows: how people are reached stands in the file for that alone, and what their accounts are called is of use to the bot only.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}

/// <summary>The one table of what a network takes along. A test holds that no kind of rows the bot writes is missing; what is not listed is not exported.</summary>
internal static class LeavingTable
{
    private const Sentence Passing = Sentence.LeftOutPassing, Index = Sentence.LeftOutIndex, Sent = Sentence.LeftOutSent, Own = Sentence.LeftOutOwn, Reached = Sentence.LeftOutReached;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<LeavingRule> All { get; } =
    [
        new(TableNames.Networks, "{0}", "network") { Without = ["Tenant", "Beside"] },
        new(TableNames.Networks, "{0}", "committee") { Without = ["Conversation"] },
        new(TableNames.Networks, "{0}", "rules"),
        new(TableNames.Networks, "{0}", "organization"),
        new(TableNames.Networks, "{0}", "person") { Without = ["TeamsId", "AadObjectId", "Mail", "MailBy", "MailAt"] },
        new(TableNames.Networks, "{0}", "seat"),
        new(TableNames.Networks, "{0}", "school"),
        new(TableNames.Networks, "{0}", "staged", Passing),
        new(TableNames.Networks, "power|{0}", string.Empty, Passing),
        new(TableNames.Networks, "leaving|{0}", string.Empty, Passing),
        new(TableNames.Networks, "contact|{0}", string.Empty, Reached),
        new(TableNames.Networks, "looked|{0}", string.Empty, Own),
        new(TableNames.Networks, "looks|{0}", string.Empty, Own),
        new(TableNames.Networks, "newcomer|{0}", string.Empty, Passing),
        new(TableNames.Networks, "audit|{0}", string.Empty),
        new(TableNames.Networks, "retention|{0}", "settings"),
        new(TableNames.Networks, "retention|{0}", "state", Passing),
        new(TableNames.Networks, "tenant|{1}", "network", Sentence.LeftOutTenant),
        new(TableNames.Networks, "tenant|{1}", "chosen", Sentence.LeftOutTenant),
        new(TableNames.Networks, "restore|{0}", string.Empty, Passing),
        new(TableNames.Networks, "setup|{1}", string.Empty, Sentence.LeftOutKeys),
        new(TableNames.Lists, "{0}", "list", Passing),
        new(TableNames.Lists, "{0}", "part", Passing),
        new(TableNames.Meetings, "{0}", "meeting"),
        new(TableNames.Meetings, "{0}", "item"),
        new(TableNames.Meetings, "{0}", "entry"),
        new(TableNames.Meetings, "{0}", "rota"),
        new(TableNames.Meetings, "{0}", "turn"),
        new(TableNames.Meetings, "{0}", "swap"),
        new(TableNames.Meetings, "{0}", "present"),
        new(TableNames.Meetings, "{0}", "reply"),
        new(TableNames.Meetings, "{0}", "task"),
        new(TableNames.Meetings, "{0}", "report"),
        new(TableNames.Meetings, "{0}", "join"),
        new(TableNames.Meetings, "{0}", "gate", Index),
        new(TableNames.Meetings, "{0}", "day", Index),
        new(TableNames.Meetings, "{0}", "off", Index),
        new(TableNames.Meetings, "{0}", "wait"),
        new(TableNames.Meetings, "{0}", "check"),
        new(TableNames.Ballots, "{0}|", "roll"),
        new(TableNames.Ballots, "{0}|", "ballot"),
        new(TableNames.Ballots, "{0}|", "paper", Sentence.LeftOutPapers),
        new(TableNames.Ballots, "running|{0}", string.Empty, Index),
        new(TableNames.Ballots, "unsettled|{0}", string.Empty, Index),
        new(TableNames.Ballots, "meeting|{0}|", string.Empty, Index),
        new(TableNames.Admissions, "{0}", "case"),
        new(TableNames.Admissions, "{0}", "name", Index),
        new(TableNames.Admissions, "{0}", "expulsion"),
        new(TableNames.Admissions, "{0}", "expelling", Index),
        new(TableNames.Admissions, "{0}", "prospect"),
        new(TableNames.Elections, "{0}", "*|head"),
        new(TableNames.Elections, "{0}", "*|name"),
        new(TableNames.Elections, "{0}", "*|list"),
        new(TableNames.Elections, "{0}", "*|round"),
        new(TableNames.Elections, "{0}", "body", Index),
        new(TableNames.Resolutions, "{0}", "followup"),
        new(TableNames.Resolutions, "{0}", "followstep"),
        new(TableNames.Resolutions, "{0}", "head"),
        new(TableNames.Resolutions, "{0}", "entry"),
        new(TableNames.Resolutions, "{0}", "subject"),
        new(TableNames.Minutes, "{0}", "minutes"),
        new(TableNames.Minutes, "{0}", "correction"),
        new(TableNames.Minutes, "{0}", "draft"),
        new(TableNames.Calendars, "{0}", "person", Sentence.LeftOutKeys),
        new(TableNames.Calendars, "address|", "address", Sentence.LeftOutKeys),
        new(TableNames.Digests, "{0}", "off", Own),
        new(TableNames.Digests, "{0}", "schedule"),
        new(TableNames.Invitations, "{0}", "answer"),
        new(TableNames.Invitations, "{0}", "uid", Sent),
        new(TableNames.Invitations, "{0}", "event", Sent),
        new(TableNames.Invitations, "{0}", "mails", Sent),
        new(ConversationBook.Table, "{1}", "personal", Sentence.LeftOutTenant),
        new(ConversationBook.Table, "{1}", "waiting", Sentence.LeftOutTenant),
        new(ConversationBook.Table, "{1}", "room", Sentence.LeftOutTenant),
        new(ConversationBook.Table, "{1}", "service", Sentence.LeftOutTenant),
        new(ConversationBook.Table, "{1}", "stopped", Sentence.LeftOutTenant),
        new(DeliveryLedger.Table, "{0}|", string.Empty, Sent),
        new(DeliveryLedger.Table, "pace|", string.Empty, Sent),
        new(DeliveryLedger.Table, "announced|{0}", string.Empty, Sent),
        new(TableNames.Messages, "{0}", string.Empty, Passing),
        new(DueTable.Table, "due", string.Empty, Index),
    ];

    /// <summary>What becomes of a row; null for a kind nobody has listed.</summary>
    public static LeavingRule? Of(string table, TableEntity row, string network, string tenant) =>
        All.FirstOrDefault(rule => rule.Table == table && new KeptRows(rule.Table, rule.Partition, rule.Key).Fits(network, tenant, row.PartitionKey, row.RowKey));

    /// <summary>The reasons why something is not in an export, each once.</summary>
    public static IEnumerable<Sentence> Reasons => All.Select(rule => rule.LeftOut).OfType<Sentence>().Distinct();
}
