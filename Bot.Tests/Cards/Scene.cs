using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Memberships;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Activities;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <summary>What the cards of the catalogue are drawn from: a network, people's words, a reader, a moment.</summary>
internal sealed class Scene
{
    /// <summary>How many organizations, people and committees the largest network has.</summary>
    public const int ManyOrganizations = 300, ManyPeople = 300, ManyCommittees = 60;

    private const string Marks =
        "**fett** _kursiv_ `code` [Link](https://evil.example/x) ![Bild](https://evil.example/x.png) <b>x</b> <at>Alle</at> {{DATE(2026-01-01T00:00:00Z)}} ~~weg~~ "
        + "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente & \"Söhne\" \\ | # > 1. 2) - + * ";

    /// <summary>A character without a meaning in Unicode: six bytes on the wire, and Markdown leaves it alone.</summary>
    private const char Heaviest = '\uE000';

    private Scene(Writing writing, Reader reader, NetworkSnapshot snapshot)
    {
        Writing = writing;
        Reader = reader;
        Snapshot = snapshot;
    }

    /// <summary>How people write.</summary>
    public Writing Writing { get; }

    /// <summary>Who reads.</summary>
    public Reader Reader { get; }

    /// <summary>The network.</summary>
    public NetworkSnapshot Snapshot { get; }

    /// <summary>The network.</summary>
    public Network Network => Snapshot.Network;

    /// <summary>Monday, 23 November 2026, 10:00 in Berlin.</summary>
    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 23, 9, 0);

    /// <summary>The advisory board.</summary>
    public Committee Board => Network.AdvisoryBoard!;

    /// <summary>The plenary.</summary>
    public Committee Plenary => Network.GeneralAssembly!;

    /// <summary>Somebody's name of an organization that applies.</summary>
    public string Applicant => Text("Verein Brücke e. V.", Admission.NameLimit);

    /// <summary>Where somebody meets.</summary>
    public string Place => Text("Rathaus, Zimmer 12", MeetingProposal.TextLimit);

    /// <summary>What a meeting is about.</summary>
    public string Topic => Text("Haushalt und Förderanträge 2027", MeetingProposal.TextLimit);

    /// <summary>Why something is urgent or cancelled.</summary>
    public string Reason => Text("Demonstration am Samstag", MeetingProposal.TextLimit);

    /// <summary>A scene.</summary>
    public static Scene Of(Writing writing, Reader reader)
    {
        var example = ExampleSnapshot.Create();
        return new Scene(writing, reader, writing switch
        {
            Writing.Usual => example,
            Writing.Markup => example with { Network = Named(example.Network, limit => Written(writing, string.Empty, limit)) },
            _ => Largest(example),
        });
    }

    /// <summary>Something a person has written: the usual words, or the worst of that length.</summary>
    public string Text(string usual, int limit) => Written(Writing, usual, limit);

    /// <summary>The title of an agenda item.</summary>
    public string ItemTitle(int number) => Writing == Writing.Usual
        ? (number % 3) switch { 0 => "Stand Demokratiefest", 1 => "Antrag der Volkshochschule auf Förderung", _ => "Bericht aus dem Begleitausschuss" }
        : Text(string.Empty, AgendaItem.TitleLimit - 4) + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Somebody says or presses something.</summary>
    /// <param name="who">Key of a person; somebody unknown when the network has nobody of that key.</param>
    /// <param name="conversation">In which conversation; null for their 1:1 chat.</param>
    public Turn Turn(string who, string? conversation = null)
    {
        var account = new Account("29:" + who, null);
        return new Turn
        {
            Activity = new Activity
            {
                Type = ActivityTypes.Message,
                From = new ChannelAccount { Id = account.TeamsId, Name = who },
                Conversation = new ConversationAccount
                {
                    Id = conversation ?? "a:" + who,
                    ConversationType = conversation is null ? ConversationTypes.Personal : ConversationTypes.Channel,
                },
            },
            Snapshot = Snapshot,
            Sender = Snapshot.PersonOf(account),
            Account = account,
            Reader = Reader,
            Now = Now,
        };
    }

    /// <summary>A meeting of the advisory board.</summary>
    public Meeting Meeting(MeetingKind kind = MeetingKind.Ordinary, MeetingState state = MeetingState.Invited, Committee? committee = null) => new()
    {
        Id = new MeetingId("5f0c7c1d2b3a4e5f8091a2b3c4d5e6f7"),
        Committee = (committee ?? Board).Id,
        Day = new LocalDate(2027, 1, 14),
        Start = new LocalTime(17, 0),
        Place = Place,
        Topic = Topic,
        Kind = kind,
        Reason = kind == MeetingKind.Urgent || state == MeetingState.Cancelled ? Reason : string.Empty,
        State = state,
        RulesVersion = 1,
        CalledBy = new PersonId("katrin"),
        CalledAt = Now,
    };

    /// <summary>That meeting's agenda with so many items.</summary>
    public Agenda Agenda(int items, MeetingKind kind = MeetingKind.Ordinary, MeetingState state = MeetingState.Invited) => new(
        Meeting(kind, state),
        [.. Enumerable.Range(1, items).Select(number => new AgendaItem(number, ItemTitle(number), number % 2 == 0 ? null : 15, new PersonId("amina"), Now))]);

    private static string Written(Writing writing, string usual, int limit) => writing switch
    {
        Writing.Usual => usual,
        Writing.Markup => string.Concat(Enumerable.Repeat(Marks, (limit / Marks.Length) + 1))[..limit].Trim(),
        _ => new string(Heaviest, limit),
    };

    private static NetworkSnapshot Largest(NetworkSnapshot example)
    {
        var named = Named(example.Network, limit => new string(Heaviest, limit));
        var template = named.Organizations[0];
        var network = named with
        {
            Committees = [.. named.Committees, .. Numbered(ManyCommittees, number => named.Committees[2] with { Id = new CommitteeId($"ausschuss-{number}") })],
            People = [.. named.People, .. Numbered(ManyPeople, number => new Person(new PersonId($"p-{number:00000000000000000000000000000000}"), new string(Heaviest, Person.NameLimit), false))],
            Organizations = Numbered(ManyOrganizations, number => template with
            {
                Id = new OrganizationId($"org-{number:00000000000000000000000000000000}"),
                Representatives = [new PersonId("amina")],
            }),
        };
        return example with { Network = network };
    }

    private static IReadOnlyList<TItem> Numbered<TItem>(int count, Func<int, TItem> make) => [.. Enumerable.Range(1, count).Select(make)];

    private static Network Named(Network network, Func<int, string> name) => network with
    {
        Name = name(100),
        Organizations = [.. network.Organizations.Select(organization => organization with { Name = name(Admission.NameLimit) })],
        People = [.. network.People.Select(person => person with { Name = name(Person.NameLimit) })],
        Committees = [.. network.Committees.Select(committee => committee with { Name = name(100), Rules = committee.Rules with { UsualPlace = name(MeetingProposal.TextLimit) } })],
    };
}
