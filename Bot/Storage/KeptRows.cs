using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Privacy;
using Bot.Platform.Deliveries;
using Bot.Platform.Scheduling;

namespace Bot.Storage;

/// <summary>A kind of rows, and what of it is about people.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partition">The partition, <c>{0}</c> for the network and <c>{1}</c> for the tenant; one that ends in <c>|</c> stands for all that begin so.</param>
/// <param name="Key">The beginning of the row keys, part by part; <c>*</c> for a part of any content, nothing for any key.</param>
internal sealed record KeptRows(string Table, string Partition, string Key)
{
    /// <summary>What such a row is to whom it is about; null where rows of this kind are about nobody who could be found in them.</summary>
    public KeptKind? Kind { get; init; }

    /// <summary>The columns that hold identities of people, alone or among others.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>The part of the row key that is somebody's identity; null for none.</summary>
    public int? KeyPart { get; init; }

    /// <summary>Whether the row key ends with the name of somebody's 1:1 chat.</summary>
    public bool IsByChat { get; init; }

    /// <summary>The columns that only say something of the person found by <see cref="Who"/>, never of others: what they are given of it.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>Columns with a copy of the name of whoever <see cref="Who"/> names.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>Whether such a row is about one person only, and goes with them.</summary>
    public bool IsTheirs { get; init; }

    /// <summary>Whether rows under this partition and key are of this kind.</summary>
    public bool Fits(string network, string tenant, string partition, string rowKey) =>
        Matches(PartitionOf(network, tenant), partition) && Matches(Key, rowKey);

    /// <summary>The partition, or how those begin.</summary>
    public string PartitionOf(string network, string tenant) => Partition.Replace("{0}", network, StringComparison.Ordinal).Replace("{1}", tenant, StringComparison.Ordinal);

    private static bool Matches(string pattern, string text)
    {
        var (wanted, parts) = (pattern.Split('|'), text.Split('|'));
        return pattern.Length == 0 || (wanted.Length <= parts.Length && wanted.Zip(parts).All(pair => pair.First is "*" or "" || pair.First == pair.Second));
    }

    /// <summary>Every kind of rows the bot writes. A test holds that nothing is stored that is not listed, and that no column names a person that is not named here.</summary>
    public static IReadOnlyList<KeptRows> All { get; } =
    [
        new(TableNames.Networks, "{0}", "person") { Kind = KeptKind.Profile, Who = ["Id"], KeyPart = 1, Own = ["Name", "IsCoordinator", "TeamsId", "AadObjectId", "Mail", "MailAt"] },
        new(TableNames.Networks, "{0}", "person") { Kind = KeptKind.Changes, Who = ["MailBy", "LockedBy"], Own = ["MailAt", "LockedAt"] },
        new(TableNames.Networks, "{0}", "organization") { Kind = KeptKind.Place, Who = ["Representatives"], Own = ["Name"] },
        new(TableNames.Networks, "{0}", "organization") { Kind = KeptKind.Changes, Who = ["ResignedBy", "ResignationWithdrawnBy", "SuspendedBy", "ResumedBy"], Own = ["Name"] },
        new(TableNames.Networks, "{0}", "seat") { Kind = KeptKind.Place, Who = ["Person"], KeyPart = 2, Own = ["Committee", "From", "Until", "IsByOffice", "LastDay"] },
        new(TableNames.Networks, "{0}", "seat") { Kind = KeptKind.Changes, Who = ["SetBy", "EndedBy"], Own = ["Committee", "SetAt", "EndedAt"] },
        new(TableNames.Networks, "{0}", "rules") { Kind = KeptKind.Changes, Who = ["SetBy"], Own = ["Committee", "Version", "SetAt"] },
        new(TableNames.Networks, "power|{0}", string.Empty) { Kind = KeptKind.Changes, Who = ["By", "People"], Own = ["Change", "At"] },
        new(TableNames.Networks, "leaving|{0}", string.Empty) { Kind = KeptKind.Leaving, Who = ["Person"], KeyPart = 0, Own = ["At", "Accounts"] },
        new(TableNames.Networks, "contact|{0}", string.Empty) { Kind = KeptKind.Contact, Who = ["Person"], KeyPart = 0, Own = ["Function", "FunctionFor", "Phone", "PhoneFor", "Mail", "MailFor"], IsTheirs = true },
        new(TableNames.Networks, "looked|{0}", string.Empty) { Kind = KeptKind.LookedAt, Who = ["Person"], KeyPart = 0, Own = ["At"], IsTheirs = true },
        new(TableNames.Networks, "looked|{0}", string.Empty) { Kind = KeptKind.LookUps, Who = ["By"], KeyPart = 2, Own = ["At"] },
        new(TableNames.Networks, "looks|{0}", string.Empty) { Kind = KeptKind.LookUps, KeyPart = 0, Own = ["Count"] },
        // Accounts of people nobody knows yet, under a fingerprint; gone after a month, or as soon as they are known.
        new(TableNames.Networks, "newcomer|{0}", string.Empty),
        new(TableNames.Networks, "audit|{0}", string.Empty) { Kind = KeptKind.Acts, Who = ["By", "SubjectId"], Own = ["At", "Right", "Subject"] },
        new(TableNames.Networks, "retention|{0}", "settings") { Kind = KeptKind.Changes, Who = ["By"], Own = ["At"] },
        // When what is over was last deleted, and how much it was.
        new(TableNames.Networks, "retention|{0}", "state"),
        new(TableNames.Networks, "{0}", "network"),
        new(TableNames.Networks, "{0}", "committee") { Kind = KeptKind.Place, Who = ["Spokesperson"], Own = ["Name"] },
        new(TableNames.Networks, "{0}", "committee") { Kind = KeptKind.MeetingWork, Who = ["ReportBy"], Own = ["Name", "ReportGiven"] },
        new(TableNames.Networks, "{0}", "school"),
        // Copies of the rows above, for moments.
        new(TableNames.Networks, "{0}", "staged"),
        new(TableNames.Networks, "tenant|{1}", "network"),
        // Which of several networks an account has chosen, under a fingerprint nobody can look for.
        new(TableNames.Networks, "tenant|{1}", "chosen"),
        new(TableNames.Networks, "restore|{0}", string.Empty),
        // Gone as soon as there is a network.
        new(TableNames.Networks, "setup|{1}", string.Empty),
        new(TableNames.Lists, "{0}", "list") { Kind = KeptKind.Lists, Who = ["SentBy"], Own = ["SentAt"] },
        new(TableNames.Lists, "{0}", "part"),
        new(TableNames.Meetings, "{0}", "meeting") { Kind = KeptKind.MeetingWork, Who = ["CalledBy", "Chair"], Own = ["Day"] },
        new(TableNames.Meetings, "{0}", "item") { Kind = KeptKind.MeetingWork, Who = ["ProposedBy"], Own = ["Title", "ProposedAt"] },
        new(TableNames.Meetings, "{0}", "entry") { Kind = KeptKind.MeetingWork, Who = ["By", "Assignee", "UndoneBy", "TieBy", "TieWitness"], Own = ["Kind", "At"] },
        new(TableNames.Meetings, "{0}", "rota") { Kind = KeptKind.MeetingWork, Who = ["Hosts", "SetBy"], Own = ["Since"] },
        new(TableNames.Meetings, "{0}", "turn") { Kind = KeptKind.MeetingWork, Who = ["Host", "Other", "By"], Own = ["Kind", "At"] },
        new(TableNames.Meetings, "{0}", "swap") { Kind = KeptKind.MeetingWork, Who = ["From", "To", "AskedBy"], Own = ["AskedAt", "State"] },
        new(TableNames.Meetings, "{0}", "present") { Kind = KeptKind.Attendance, Who = ["Voter", "Stays"], KeyPart = 2 },
        new(TableNames.Meetings, "{0}", "reply") { Kind = KeptKind.Replies, Who = ["Person"], KeyPart = 2, Own = ["Kind", "At", "SubstituteName"], IsTheirs = true },
        new(TableNames.Meetings, "{0}", "reply") { Kind = KeptKind.Replies, Who = ["Substitute"], Own = ["At"], Copies = ["SubstituteName"] },
        new(TableNames.Meetings, "{0}", "task") { Kind = KeptKind.Tasks, Who = ["Assignee", "NotedBy", "DoneBy"], Own = ["Text", "Due", "State"] },
        new(TableNames.Meetings, "{0}", "report") { Kind = KeptKind.MeetingWork, Who = ["By"], Own = ["Number", "Given", "Text"] },
        new(TableNames.Meetings, "{0}", "join") { Kind = KeptKind.Place, Who = ["Person"], KeyPart = 2, Own = ["At", "State"], IsTheirs = true },
        new(TableNames.Meetings, "{0}", "gate"),
        new(TableNames.Meetings, "{0}", "day"),
        new(TableNames.Meetings, "{0}", "off"),
        new(TableNames.Meetings, "{0}", "wait"),
        new(TableNames.Meetings, "{0}", "check"),
        // Of a secret ballot the roll holds that somebody voted, and nothing else; the papers lead to nobody.
        new(TableNames.Ballots, "{0}|", "roll") { Kind = KeptKind.Votes, Who = ["Voter", "Actors", "CastBy"], KeyPart = 1, Own = ["Vote", "CastAt", "AsksForSecrecy"] },
        new(TableNames.Ballots, "{0}|", "ballot") { Kind = KeptKind.Changes, Who = ["Chair", "VoidedBy", "RepeatBy", "TieBy", "TieWitness", "Spokesperson", "FirstMembers"], Own = ["Title", "ClosedAt"] },
        new(TableNames.Ballots, "{0}|", "paper"),
        new(TableNames.Ballots, "running|{0}", string.Empty),
        new(TableNames.Ballots, "unsettled|{0}", string.Empty),
        new(TableNames.Ballots, "meeting|{0}|", string.Empty),
        new(TableNames.Admissions, "{0}", "case") { Kind = KeptKind.Admissions, Who = ["Representative", "AppliedBy", "WaivedBy", "EndedBy", "IntroducedBy"], Own = ["Applicant", "AppliedAt", "State", "EffectiveOn"] },
        new(TableNames.Admissions, "{0}", "name"),
        new(TableNames.Admissions, "{0}", "expulsion") { Kind = KeptKind.Changes, Who = ["ProposedBy", "HeardBy", "WaivedBy", "EndedBy"], Own = ["Name", "ProposedAt", "State"] },
        new(TableNames.Admissions, "{0}", "expelling"),
        // Of the person only that they noted it: what is noted is about the organization, and for coordinators.
        new(TableNames.Admissions, "{0}", "prospect") { Kind = KeptKind.Prospects, Who = ["AddedBy", "ContactBy", "DeclinedBy"], Own = ["AddedAt"] },
        new(TableNames.Elections, "{0}", "*|head") { Kind = KeptKind.Elections, Who = ["CalledBy", "Elected", "Mandates", "Lots", "Pending"], Own = ["Body", "CalledAt", "State"] },
        new(TableNames.Elections, "{0}", "*|name") { Kind = KeptKind.Elections, Who = ["Person", "By"], KeyPart = 2, Own = ["At", "Answer"] },
        new(TableNames.Elections, "{0}", "*|list") { Kind = KeptKind.Elections, Who = ["By", "Order"], Own = ["Name", "At"] },
        new(TableNames.Elections, "{0}", "*|round") { Kind = KeptKind.Elections, Who = ["Candidates"], Own = ["Number", "ClosesAt"] },
        new(TableNames.Elections, "{0}", "body"),
        new(TableNames.Resolutions, "{0}", "followup") { Kind = KeptKind.Resolutions, Who = ["Owner", "By"], Own = ["Number", "Due", "State"] },
        new(TableNames.Resolutions, "{0}", "followstep") { Kind = KeptKind.Resolutions, Who = ["Owner", "By"], Own = ["Number", "At", "State"] },
        new(TableNames.Resolutions, "{0}", "head"),
        new(TableNames.Resolutions, "{0}", "entry"),
        new(TableNames.Resolutions, "{0}", "subject"),
        new(TableNames.Minutes, "{0}", "minutes") { Kind = KeptKind.Minutes, Who = ["ApprovedBy", "Versions"], Own = ["Day", "State"] },
        new(TableNames.Minutes, "{0}", "correction") { Kind = KeptKind.Minutes, Who = ["By", "DecidedBy"], Own = ["Number", "At", "State"] },
        // What was recorded of the meeting in words, with the names of those who were there.
        new(TableNames.Minutes, "{0}", "draft") { Kind = KeptKind.Minutes, Who = [.. Enumerable.Range(0, MinutesStore.Columns).Select(place => "Text" + place.ToString("00", CultureInfo.InvariantCulture))] },
        new(TableNames.Calendars, "{0}", "person") { Kind = KeptKind.Settings, KeyPart = 1, Own = ["Language", "MadeAt"], IsTheirs = true },
        // Leads back to the row above, under a hash nobody can look for; goes with it.
        new(TableNames.Calendars, "address|", "address"),
        new(TableNames.Digests, "{0}", "off") { Kind = KeptKind.Settings, Who = ["Person"], KeyPart = 1, IsTheirs = true },
        new(TableNames.Digests, "{0}", "schedule"),
        new(TableNames.Invitations, "{0}", "answer") { Kind = KeptKind.Replies, Who = ["Person"], KeyPart = 2, Own = ["Answer", "At"], IsTheirs = true },
        new(TableNames.Invitations, "{0}", "uid") { Kind = KeptKind.Replies, KeyPart = 2, IsTheirs = true },
        new(TableNames.Invitations, "{0}", "event") { Kind = KeptKind.Replies, Who = ["People"] },
        new(TableNames.Invitations, "{0}", "mails") { Kind = KeptKind.Replies, Who = ["Told"] },
        new(ConversationBook.Table, "{1}", "personal") { Kind = KeptKind.Chat, IsByChat = true, Own = ["ConversationId", "Locale", "IsActive"], IsTheirs = true },
        new(ConversationBook.Table, "{1}", "waiting") { Kind = KeptKind.Chat, IsByChat = true, Own = ["Kind"], IsTheirs = true },
        new(ConversationBook.Table, "{1}", "room"),
        new(ConversationBook.Table, "{1}", "service"),
        new(ConversationBook.Table, "{1}", "stopped"),
        new(DeliveryLedger.Table, "{0}|", string.Empty) { Kind = KeptKind.Deliveries, IsByChat = true, Own = ["Kind", "State"], IsTheirs = true },
        new(DeliveryLedger.Table, "pace|", string.Empty),
        // What was announced lately, to whom is not said.
        new(DeliveryLedger.Table, "announced|{0}", string.Empty),
        // Filed under a fingerprint of who said it and where; nobody can be found in it, and it goes after days.
        new(TableNames.Messages, "{0}", string.Empty),
        // "Look at this at that moment": a departure is looked at under the identity of who leaves, until it is done.
        new(DueTable.Table, "due", string.Empty),
    ];

    /// <summary>The kinds that are about people.</summary>
    public static IEnumerable<KeptRows> OfPeople => All.Where(rows => rows.Kind is not null);
}
