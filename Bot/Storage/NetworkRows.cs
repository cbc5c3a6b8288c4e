using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>The rows of a network's partition: <c>network</c>, <c>committee|id</c>, <c>rules|committee|version</c>,
/// <c>organization|id</c>, <c>person|id</c>, <c>seat|committee|person</c>, <c>school|first day|last day</c>; <c>staged|change|key</c> of a large change on its way.</summary>
internal static class NetworkRows
{
    /// <summary>Row key of the head.</summary>
    public const string Head = "network";

    private const string MemberUntil = "MemberUntil", Mail = "Mail", Left = "HasLeft", Confidential = "IsConfidential", SeatCount = "SeatCount";

    /// <summary>Column of the day from which on a committee does not exist.</summary>
    public const string EndedOn = "EndedOn";

    /// <summary>Column of the head that names the networks of its tenant when one was last added.</summary>
    public const string Beside = "Beside";

    /// <summary>Column of a committee's conversation.</summary>
    public const string Conversation = "Conversation";

    /// <summary>What the row keys of school holidays begin with.</summary>
    public const string SchoolPrefix = "school|";

    /// <summary>Puts a network together from its rows.</summary>
    /// <param name="rows">All rows of the partition.</param>
    /// <param name="today">The day that decides which version of the rules is in force.</param>
    public static NetworkSnapshot Read(IReadOnlyList<TableEntity> rows, LocalDate today)
    {
        var head = rows.Single(row => row.RowKey == Head);
        var rules = Of(rows, RulesRow.Prefix).Select(row => (Committee: row.Text("Committee"), Rules: RulesRow.Read(row))).ToLookup(pair => pair.Committee, pair => pair.Rules);
        var people = Of(rows, "person|").ToList();
        var persons = people.Select(ReadPerson).ToLookup(person => person.HasLeft);
        var committees = Of(rows, "committee|").OrderBy(row => row.Number("Order")).ToList();
        var standing = committees.Select(row => ReadCommittee(row, new RulesTimeline([.. rules[row.Text("Id")]]), today)).ToLookup(committee => committee.EndedOn is null);
        var admitted = Of(rows, "organization|").Select(row => ReadOrganization(row).AsOf(today)).ToLookup(organization => !organization.IsComingOn(today));
        var organizations = admitted[true].ToLookup(organization => organization.MemberUntil is null);
        return new NetworkSnapshot
        {
            Network = new Network
            {
                Id = new NetworkId(head.PartitionKey),
                Name = head.Text("Name"),
                Zone = DateTimeZoneProviders.Tzdb[head.Text("Zone")],
                Land = head.Named<GermanLand>("Land"),
                SchoolHolidays = [.. Of(rows, SchoolPrefix).Select(row => new SchoolHolidays(row.Text("Name"), row.Day("First"), row.Day("Last")))],
                Committees = [.. standing[true]],
                FormerCommittees = [.. standing[false]],
                Organizations = [.. organizations[true]],
                FormerOrganizations = [.. organizations[false]],
                ComingOrganizations = [.. admitted[false]],
                People = [.. persons[false]],
                FormerPeople = [.. persons[true]],
                Seats = [.. Of(rows, "seat|").Where(row => SeatColumns.Read(row)?.IsHeldOn(today) ?? true).Select(SeatColumns.SeatOf)],
                Terms = Of(rows, "seat|").Select(row => (Seat: SeatColumns.SeatOf(row), Term: SeatColumns.Read(row))).Where(one => one.Term is not null).ToImmutableDictionary(one => one.Seat, one => one.Term!),
            },
            Tenant = head.Text("Tenant"),
            Language = head.Text("Language"),
            Accounts = ReadAccounts(people.Where(row => !IsLocked(row))),
            LockedAccounts = ReadAccounts(people.Where(IsLocked)),
            Rooms = committees
                .Where(row => row.GetString(Conversation) is not null)
                .ToDictionary(row => new CommitteeId(row.Text("Id")), row => row.Text(Conversation)),
            Beside = head.GetString(Beside),
            Version = head.ETag,
        };
    }

    /// <summary>The rows of a snapshot, the head first.</summary>
    public static IReadOnlyList<TableEntity> Write(NetworkSnapshot snapshot)
    {
        var network = snapshot.Network;
        var head = RowFormat.NewRow(network.Id.Value, Head);
        WriteHead(head, network.Name, network.Land);
        head["Zone"] = network.Zone.Id;
        head["Tenant"] = snapshot.Tenant;
        head["Language"] = snapshot.Language;
        return
        [
            head,
            .. network.Committees.Concat(network.FormerCommittees).Select((committee, order) => WriteCommittee(network.Id, committee, order, snapshot.Rooms.GetValueOrDefault(committee.Id))),
            .. network.Committees.Concat(network.FormerCommittees).SelectMany(committee => committee.Timeline.Versions.Select(rules => RulesRow.Write(network.Id, committee.Id, rules))),
            .. network.KnownOrganizations.Select(organization => WriteOrganization(network.Id, organization)),
            .. network.People.Concat(network.FormerPeople).Select(person => WritePerson(network.Id, person, snapshot.Accounts.GetValueOrDefault(person.Id))),
            .. network.KnownSeats.Select(seat => SeatColumns.Write(network.Id, seat, network.Terms.GetValueOrDefault(seat))),
            .. network.SchoolHolidays.Select(school => WriteSchool(network.Id, school)),
        ];
    }

    /// <summary>The rows of a new committee: itself, last in the order, and its rules.</summary>
    public static IReadOnlyList<TableEntity> WriteNew(Network network, Committee committee) =>
        [WriteCommittee(network.Id, committee, network.Committees.Count + network.FormerCommittees.Count, conversation: null), RulesRow.Write(network.Id, committee.Id, committee.Rules)];

    /// <summary>Writes what people may change of a network itself into its head.</summary>
    public static void WriteHead(TableEntity head, string name, GermanLand land)
    {
        head["Name"] = name;
        head["Land"] = land.ToString();
    }

    /// <summary>Row key of a committee.</summary>
    public static string KeyOf(CommitteeId committee) => "committee|" + committee.Value;

    /// <summary>Row key of an organization.</summary>
    public static string KeyOf(OrganizationId organization) => "organization|" + organization.Value;

    /// <summary>Writes the last day of its membership into an organization's row.</summary>
    /// <returns>False when one stands there already; then nothing is changed.</returns>
    public static bool TryEndMembership(TableEntity organization, LocalDate lastDay)
    {
        if (organization.GetString(MemberUntil) is not null)
        {
            return false;
        }

        organization[MemberUntil] = RowFormat.Write(lastDay);
        return true;
    }

    /// <summary>The row of a member organization, or of a former one.</summary>
    public static TableEntity WriteOrganization(NetworkId network, MemberOrganization organization)
    {
        var row = RowFormat.NewRow(network.Value, KeyOf(organization.Id));
        Fill(row, organization);
        return row;
    }

    /// <summary>Writes a member organization, or a former one, into its row.</summary>
    public static void Fill(TableEntity row, MemberOrganization organization)
    {
        row["Id"] = organization.Id.Value;
        row["Name"] = organization.Name;
        row["MemberSince"] = RowFormat.Write(organization.MemberSince);
        row[MemberUntil] = organization.MemberUntil is { } last ? RowFormat.Write(last) : null;
        row["Representatives"] = string.Join('|', organization.Representatives.Select(person => person.Value));
        row["Sector"] = organization.Sector?.ToString();
        MembershipColumns.Fill(row, organization);
    }

    /// <summary>The row of a person.</summary>
    public static TableEntity WritePerson(NetworkId network, Person person, Account? account)
    {
        var row = RowFormat.NewRow(network.Value, KeyOf(person.Id));
        Fill(row, person);
        Fill(row, account);
        row[Mail] = person.Mail?.Value;
        return row;
    }

    /// <summary>Writes a person into their row, without account and mail address.</summary>
    public static void Fill(TableEntity row, Person person)
    {
        row["Id"] = person.Id.Value;
        row["Name"] = person.HiddenName ?? person.Name;
        row["IsCoordinator"] = person.IsCoordinator;
        row[Left] = person.HasLeft ? true : null;
    }

    /// <summary>Writes an account into its person's row; null takes it out.</summary>
    public static void Fill(TableEntity row, Account? account)
    {
        row["TeamsId"] = account?.TeamsId;
        row["AadObjectId"] = account?.AadObjectId;
    }

    /// <summary>Row key of a person.</summary>
    public static string KeyOf(PersonId person) => "person|" + person.Value;

    /// <summary>Writes a mail address into a person's row, and who entered it when; null takes all three out.</summary>
    public static void SetMail(TableEntity person, MailAddress? mail, PersonId by, Instant at)
    {
        person[Mail] = mail?.Value;
        person["MailBy"] = mail is null ? null : by.Value;
        person["MailAt"] = mail is null ? null : at.ToDateTimeOffset();
    }

    /// <summary>The mail address in a person's row, or null.</summary>
    public static MailAddress? MailOf(TableEntity person) => person.GetString(Mail) is { } mail ? MailAddress.Read(mail) : null;

    /// <summary>Row key of school holidays: the same days are entered once, whatever they are called.</summary>
    public static string KeyOf(SchoolHolidays school) => $"{SchoolPrefix}{RowFormat.Write(school.First)}|{RowFormat.Write(school.Last)}";

    /// <summary>The row of school holidays.</summary>
    public static TableEntity WriteSchool(NetworkId network, SchoolHolidays school)
    {
        var row = RowFormat.NewRow(network.Value, KeyOf(school));
        row["Name"] = school.Name;
        row["First"] = RowFormat.Write(school.First);
        row["Last"] = RowFormat.Write(school.Last);
        return row;
    }

    private static IEnumerable<TableEntity> Of(IEnumerable<TableEntity> rows, string prefix) =>
        rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal));

    private static Dictionary<PersonId, Account> ReadAccounts(IEnumerable<TableEntity> people) => people
        .Select(row => (Id: new PersonId(row.Text("Id")), Account: new Account(row.GetString("TeamsId"), row.GetString("AadObjectId"))))
        .Where(pair => pair.Account.Keys.Any())
        .ToDictionary(pair => pair.Id, pair => pair.Account);

    /// <summary>A locked person has neither name nor address for whoever reads the network, so that nothing that is ever made from it can show them.</summary>
    private static Person ReadPerson(TableEntity row)
    {
        var (name, isLocked) = (row.Text("Name"), IsLocked(row));
        return new Person(new PersonId(row.Text("Id")), isLocked ? Person.NameOfLocked : name, row.GetBoolean("IsCoordinator") ?? false)
        {
            Mail = isLocked ? null : MailOf(row),
            HasLeft = row.GetBoolean(Left) ?? false,
            HiddenName = isLocked ? name : null,
            LockedBy = isLocked && row.GetString("LockedBy") is { } by ? new PersonId(by) : null,
        };
    }

    private static bool IsLocked(TableEntity person) => person.GetDateTimeOffset("LockedAt") is not null && person.GetBoolean(Left) is not true;

    /// <summary>Locks a person's profile in their row, or unlocks it. Whoever locked it first stays the one who did.</summary>
    /// <returns>False when it is so already.</returns>
    public static bool SetLock(TableEntity person, PersonId? by, Instant at)
    {
        if (IsLocked(person) == by is not null)
        {
            return false;
        }

        person["LockedBy"] = by?.Value;
        person["LockedAt"] = by is null ? null : at.ToDateTimeOffset();
        return true;
    }

    private static Committee ReadCommittee(TableEntity row, RulesTimeline rules, LocalDate today) => new(
        new CommitteeId(row.Text("Id")),
        row.Named<CommitteeKind>("Kind"),
        row.Text("Name"),
        row.Text("Aliases").Split('|', StringSplitOptions.RemoveEmptyEntries),
        rules.InForce(today))
    {
        Timeline = rules,
        IsConfidential = row.GetBoolean(Confidential) ?? false,
        EndedOn = row.GetString(EndedOn) is null ? null : row.Day(EndedOn),
        SeatCount = row.GetInt32(SeatCount),
        Remit = RemitColumns.Read(row),
    };

    private static TableEntity WriteCommittee(NetworkId network, Committee committee, int order, string? conversation)
    {
        var row = RowFormat.NewRow(network.Value, KeyOf(committee.Id));
        row["Order"] = order;
        Fill(row, committee);
        row[Conversation] = conversation;
        return row;
    }

    /// <summary>Writes a committee into its row, without its place in the order, its conversation and its rules.</summary>
    public static void Fill(TableEntity row, Committee committee)
    {
        row["Id"] = committee.Id.Value;
        row["Kind"] = committee.Kind.ToString();
        row["Name"] = committee.Name;
        row["Aliases"] = string.Join('|', committee.Aliases);
        row[Confidential] = committee.IsConfidential ? true : null;
        row[EndedOn] = committee.EndedOn is { } day ? RowFormat.Write(day) : null;
        row[SeatCount] = committee.SeatCount;
        RemitColumns.Write(row, committee.Remit);
    }

    /// <summary>The organization in a row, as it is stored: whether it is already or still a member on a day, <see cref="MemberOrganization.AsOf"/> and <see cref="MemberOrganization.IsComingOn"/> say.</summary>
    public static MemberOrganization ReadOrganization(TableEntity row) => MembershipColumns.Read(row, new MemberOrganization(
        new OrganizationId(row.Text("Id")),
        row.Text("Name"),
        row.Day("MemberSince"),
        [.. row.Text("Representatives").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(id))])
    {
        MemberUntil = row.GetString(MemberUntil) is null ? null : row.Day(MemberUntil),
        Sector = row.NamedOrNull<Sector>("Sector"),
    });
}
