using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.ExampleNetwork;

/// <summary>An invented network to try the bot with: a plenary, an advisory board, an intercultural circle, eight member organizations.</summary>
internal static class ExampleSnapshot
{
    /// <summary>The tenant it lives in.</summary>
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    /// <summary>The channel of the plenary.</summary>
    public const string PlenaryChannel = "19:musterstadt-plenum@thread.tacv2";

    /// <summary>The group chat of the advisory board.</summary>
    public const string BoardChat = "19:musterstadt-beirat@thread.v2";

    /// <summary>The channel of the intercultural circle.</summary>
    public const string CircleChannel = "19:musterstadt-ika@thread.tacv2";

    private static readonly LocalDate Founded = new(2024, 3, 12);

    private static readonly StandingItems OnEveryAgenda = new(
        [new("Eröffnung"), new("Genehmigung des letzten Protokolls"), new("Berichte"), new("Beschlüsse")], [new("Verschiedenes")]);

    private static readonly (string Key, string Name)[] Organizations =
    [
        ("kulturbruecke", "Kulturverein Morgenstern e. V."),
        ("kirchgemeinde", "Evangelische Kirchgemeinde St. Lukas"),
        ("gewerkschaftsjugend", "Gewerkschaftsjugend Musterstadt"),
        ("sportbund", "Kreissportbund Musterland"),
        ("freiwilligenagentur", "Freiwilligenagentur Musterstadt"),
        ("volkshochschule", "Volkshochschule Musterstadt"),
        ("integrationsbuero", "Integrationsbüro der Stadt"),
        ("jugendtreff", "Offener Jugendtreff Nordlicht"),
    ];

    /// <summary>The network as it is when it is new.</summary>
    public static NetworkSnapshot Create() => new()
    {
        Network = new Network
        {
            Id = new NetworkId("musterstadt"),
            Name = "Bündnis für Demokratie und Toleranz Musterstadt",
            Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Land = GermanLand.Saxony,
            Committees = [Plenary, Board, Circle],
            Organizations = [.. Organizations.Select(Organization)],
            People = [.. ExamplePeople.All.Select(person => new Person(IdOf(person), person.Name, person.Key == "katrin"))],
            Seats = [.. Seats()],
        },
        Tenant = Tenant,
        Language = "de",
        Accounts = ExamplePeople.All.ToDictionary(IdOf, person => new Account(person.TeamsId, person.AadObjectId)),
        Rooms = new Dictionary<CommitteeId, string> { [Plenary.Id] = PlenaryChannel, [Board.Id] = BoardChat, [Circle.Id] = CircleChannel },
        Version = default,
    };

    private static Committee Plenary { get; } = new(
        new CommitteeId("plenum"),
        CommitteeKind.GeneralAssembly,
        "Plenum",
        ["Bündnis-Sitzung", "Bündnissitzung", "Vollversammlung", "plenary", "general assembly"],
        new RulesOfProcedure
        {
            EffectiveFrom = Founded,
            StandingItems = OnEveryAgenda,
            Rhythm = Rhythm("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", Founded),
            UsualStart = new LocalTime(18, 0),
            UsualPlace = "Rathaus, Ratssaal",
            Notice = new NoticePeriod(14),
            BallotDays = 7,
        });

    private static Committee Board { get; } = new(
        new CommitteeId("beirat"),
        CommitteeKind.AdvisoryBoard,
        "Beirat",
        ["advisory board", "board", "Beiratssitzung"],
        new RulesOfProcedure
        {
            EffectiveFrom = Founded,
            StandingItems = OnEveryAgenda,
            UsualStart = new LocalTime(17, 0),
            UsualPlace = "Rathaus, Zimmer 12",
            Notice = new NoticePeriod(7),
            AgendaDeadlineDays = 3,
            BallotDays = 3,
        });

    private static Committee Circle { get; } = new(
        new CommitteeId("ika"),
        CommitteeKind.Circle,
        "IKA",
        ["Interkultureller Arbeitskreis", "intercultural circle"],
        new RulesOfProcedure
        {
            EffectiveFrom = Founded,
            StandingItems = OnEveryAgenda,
            Rhythm = Rhythm("FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE", new LocalDate(2024, 4, 17)),
            UsualStart = new LocalTime(16, 30),
            UsualPlace = "Volkshochschule, Raum 3",
            Notice = new NoticePeriod(7),
        });

    private static MeetingRhythm? Rhythm(string rule, LocalDate from) =>
        MeetingRhythm.Parse(rule, from) is Outcome<MeetingRhythm>.Done(var rhythm) ? rhythm : null;

    private static PersonId IdOf(ExamplePerson person) => new(person.Key);

    private static MemberOrganization Organization((string Key, string Name) organization) => new(
        new OrganizationId(organization.Key),
        organization.Name,
        Founded,
        [.. ExamplePeople.All.Where(person => person.Organization == organization.Key).Select(IdOf)]);

    private static IEnumerable<Seat> Seats() => ExamplePeople.All
        .Where(person => person.IsOnBoard)
        .Select(person => new Seat(Board.Id, IdOf(person)))
        .Concat(ExamplePeople.All.Where(person => person.Key is "amina" or "dao" or "guel").Select(person => new Seat(Circle.Id, IdOf(person))));
}
