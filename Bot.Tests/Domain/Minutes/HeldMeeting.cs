using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;

namespace Bot.Tests.Domain.Minutes;

/// <summary>A plenary meeting with everything that can happen in one, on Thursday, 14 January 2027, from 17:02 to 19:00 in Berlin.</summary>
internal static class HeldMeeting
{
    public static readonly PersonId Katrin = new("katrin"), Amina = new("amina"), Bernd = new("bernd"), Clara = new("clara"), Dao = new("dao"), Frank = new("frank");

    /// <summary>The moment it was opened.</summary>
    public static Instant Opened { get; } = Instant.FromUtc(2027, 1, 14, 16, 2);

    /// <summary>The moment it was closed.</summary>
    public static Instant Closed { get; } = Instant.FromUtc(2027, 1, 14, 18, 0);

    /// <summary>Minutes after it was opened.</summary>
    public static Instant After(int minutes) => Opened + Duration.FromMinutes(minutes);

    /// <summary>The example network, whose plenary decides with half of its votes present.</summary>
    public static Network Network { get; } = WithQuorum(ExampleSnapshot.Create().Network);

    /// <summary>The meeting.</summary>
    public static Meeting Meeting { get; } = new()
    {
        Id = new MeetingId("5f0c7c1d2b3a4e5f8091a2b3c4d5e6f7"),
        Committee = new CommitteeId("plenum"),
        Day = new LocalDate(2027, 1, 14),
        Start = new LocalTime(17, 0),
        End = new LocalTime(19, 0),
        Place = "Rathaus, Ratssaal",
        Topic = "Demokratiefest 2027",
        State = MeetingState.Closed,
        RulesVersion = 1,
        CalledBy = Katrin,
        CalledAt = Instant.FromUtc(2026, 12, 20, 9, 0),
        OpenedAt = Opened,
        ClosedAt = Closed,
        Chair = Bernd,
    };

    /// <summary>All that was kept of it.</summary>
    /// <param name="network">Of which network; null for the example.</param>
    /// <param name="text">What people write, by what they would usually write and how long it may be; null for the usual.</param>
    public static MinutesSources Sources(Network? network = null, Func<string, int, string>? text = null)
    {
        var (of, write) = (network ?? Network, text ?? ((usual, _) => usual));
        var plenary = of.GeneralAssembly!;
        var meeting = Meeting with { Place = write(Meeting.Place, MeetingProposal.TextLimit), Topic = write(Meeting.Topic, MeetingProposal.TextLimit) };
        return new MinutesSources
        {
            Network = of,
            Committee = plenary,
            Meeting = meeting,
            Agenda = new Agenda(meeting, [.. Items(write)]),
            Attendance = Present(of),
            Session = new SessionRecord([.. Session(write)]),
            Ballots = [.. Ballots(of, write)],
            Elections = [Election()],
        };
    }

    /// <summary>Its minutes as they were drafted.</summary>
    public static MinutesBody Body(Network? network = null, Func<string, int, string>? text = null) => MinutesAssembly.Assemble(Sources(network, text));

    /// <summary>Minutes drafted by the chair.</summary>
    public static MeetingMinutes Drafted { get; } = new(Meeting.Id, Meeting.Committee, Meeting.Day) { Versions = [new MinutesVersion(1, VersionCause.Drafted, "draft-1", Closed, Bernd)] };

    /// <summary>Minutes the committee has.</summary>
    public static MeetingMinutes Circulated { get; } = Drafted with { State = MinutesState.Circulated, CirculatedAt = Closed };

    /// <summary>A later meeting of the same committee, going on at <see cref="Later"/>.</summary>
    public static Meeting Next { get; } = Meeting with
    {
        Id = new MeetingId("00112233445566778899aabbccddeeff"),
        Day = new LocalDate(2027, 4, 13),
        State = MeetingState.InSession,
        OpenedAt = Instant.FromUtc(2027, 4, 13, 15, 0),
        ClosedAt = null,
        Chair = Clara,
    };

    /// <summary>A moment during <see cref="Next"/>.</summary>
    public static Instant Later { get; } = Instant.FromUtc(2027, 4, 13, 15, 30);

    private static IEnumerable<AgendaItem> Items(Func<string, int, string> write)
    {
        AgendaItem Item(int number, string title) => new(number, write(title, AgendaItem.TitleLimit), 10, Katrin, Meeting.CalledAt);
        yield return Item(1, "Eröffnung und Begrüßung") with { Kind = AgendaItemKind.Standing };
        yield return Item(2, "Stand Demokratiefest") with { Presenter = write("Amina Yıldız", 100) };
        yield return Item(3, "Personalfrage") with { Visibility = AgendaVisibility.Committee };
        yield return Item(4, "Wahl zum Beirat") with { Kind = AgendaItemKind.UrgentMotion };
        yield return Item(5, "Verschiedenes") with { Kind = AgendaItemKind.CarriedOver };
    }

    private static IEnumerable<SessionEntry> Session(Func<string, int, string> write)
    {
        var number = 0;
        SessionEntry Entry(SessionEntryKind kind, int minutes, int? item = null, string text = "") => new(++number, kind, After(minutes), Bernd) { Item = item, Text = text };
        yield return Entry(SessionEntryKind.Opened, 0);
        yield return Entry(SessionEntryKind.ItemBegun, 1, 1);
        yield return Entry(SessionEntryKind.ItemDone, 5, 1);
        yield return Entry(SessionEntryKind.ItemBegun, 6, 2);
        yield return Entry(SessionEntryKind.Decision, 10, 2, write("Das Fest findet am 12. Juni statt.", 1000)) with { Hands = new HandCount(4, 1, 1) };
        yield return Entry(SessionEntryKind.Task, 12, 2, write("Angebot für die Bühne einholen", 1000)) with { Assignee = Amina, Due = new LocalDate(2027, 4, 3) };
        yield return Entry(SessionEntryKind.Note, 13, 2, write("Die Stadt stellt den Strom.", 1000));
        yield return Entry(SessionEntryKind.Note, 14, 2, "Das war ein Irrtum.") with { UndoneAt = After(15) };
        yield return Entry(SessionEntryKind.ItemDone, 30, 2);
        yield return Entry(SessionEntryKind.ItemBegun, 31, 3);
        yield return Entry(SessionEntryKind.Note, 32, 3, write("Bewerbung von Frau Sommer", 1000));
        yield return Entry(SessionEntryKind.Decision, 35, 3, write("Die Stelle wird ausgeschrieben.", 1000));
        yield return Entry(SessionEntryKind.ItemPostponed, 50, 3);
        yield return Entry(SessionEntryKind.ItemBegun, 51, 4);
        yield return Entry(SessionEntryKind.Note, 90, null, write("Dank an die Gastgeberin", 1000));
        yield return Entry(SessionEntryKind.Closed, 118);
    }

    private static Attendance Present(Network network)
    {
        var voters = network.Organizations.Select(organization => new VoterId(organization.Id.Value)).ToList();
        AttendanceLine Line(int place) => AttendanceLine.Empty(voters[place]);
        return new Attendance(
        [
            Line(0).Arrive(Amina, Amina, After(-10)),
            Line(1).Arrive(Bernd, Bernd, After(-5)).Leave(Bernd, After(40)).Arrive(Bernd, Bernd, After(45)),
            Line(2).Arrive(Clara, Clara, After(-1)),
            Line(3).Arrive(null, Katrin, After(5)).Leave(null, After(60)),
            Line(4).Arrive(null, Katrin, After(7)),
            .. Enumerable.Range(5, voters.Count - 6).Where(_ => voters.Count > 20).Select(place => Line(place).Arrive(null, Katrin, After(8))),
        ]);
    }

    private static IEnumerable<TakenBallot> Ballots(Network network, Func<string, int, string> write)
    {
        var rule = network.GeneralAssembly!.Rules.DecisionOn(MotionKind.General).Majority;
        Ballot Ballot(string id, int minutes) => new(new BallotId(id), After(minutes), After(minutes + 15), rule, After(minutes + 4)) { Mode = BallotMode.InMeeting, Meeting = Meeting.Id, Chair = Bernd };
        Motion Motion(MotionKind kind, string title) => new(kind, network.GeneralAssembly!.Id, write(title, 300), string.Empty);
        var entitled = network.Organizations.Count;
        yield return new TakenBallot(Ballot("ballot-2", 20), Motion(MotionKind.General, "Stellen wir den Förderantrag?"))
        {
            Result = rule.Decide(new Tally(3, 1, 1, entitled - 5, 5, entitled, 0)),
            Resolution = "2027-07",
        };
        yield return new TakenBallot(Ballot("ballot-3", 36) with { Secrecy = BallotSecrecy.Secret }, Motion(MotionKind.Expulsion, "Verein Abseits"))
        {
            Result = rule.Decide(new Tally(0, 0, 0, entitled - 4, 4, entitled, 0, Withheld: 4)) with { Verdict = Verdict.Rejected },
        };
        yield return new TakenBallot(
            Ballot("ballot-1", 16) with { Form = new PaperForm.Choice(2, 1) }, Motion(MotionKind.Poll, "Welcher Ort?") with { Options = [write("Marktplatz", 100), write("Stadtpark", 100)] })
        {
            Count = new BallotCount([new PaperPile(BallotPaper.Choosing([1]), 3), new PaperPile(BallotPaper.Choosing([2]), 1)], 4, entitled - 4, 5, 0),
        };
        yield return new TakenBallot(Ballot("ballot-4", 22) with { Voided = new Voiding(After(23), Bernd, write("falsche Frage", 500)) }, Motion(MotionKind.General, "Fragen wir falsch?"));
    }

    private static Election Election()
    {
        var form = new PaperForm.Choice(3, 2);
        var round = new ElectionRound(1, RoundReason.First, [Amina, Clara, Dao], 2, form, true, After(55), After(70))
        {
            Count = new BallotCount([new PaperPile(BallotPaper.Choosing([1, 2]), 5), new PaperPile(BallotPaper.Choosing([3]), 1)], 6, 2, null, 0),
            Standings = [new Standing(1, Support.Majority), new Standing(1, Support.Majority), new Standing(3, Support.Some)],
        };
        return new Election
        {
            Id = new ElectionId("election-1"),
            Body = new CommitteeId("beirat"),
            Committee = new CommitteeId("plenum"),
            Seats = 2,
            Method = ElectionMethod.Joint,
            Rule = ElectionRule.Default,
            CalledBy = Katrin,
            CalledAt = After(-1000),
            NominateUntil = After(-100),
            VoteUntil = After(70),
            State = ElectionState.Finished,
            Rounds = [round],
            Elected = [Amina, Clara],
            Mandates = [new Mandate(Amina, MandateState.Accepted, After(200)), new Mandate(Clara, MandateState.Declined, After(200))],
        };
    }

    private static Network WithQuorum(Network network) => network with
    {
        Committees =
        [
            .. network.Committees.Select(committee => committee.Kind == CommitteeKind.GeneralAssembly
                ? committee with { Rules = committee.Rules with { Majority = MajorityRule.Default with { Quorum = new Fraction(1, 2) } } }
                : committee),
        ],
    };
}
