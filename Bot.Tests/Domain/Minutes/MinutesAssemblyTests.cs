using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Records;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Minutes;

/// <summary>What the minutes say follows from what was kept of the meeting.</summary>
public class MinutesAssemblyTests
{
    private static MinutesBody Body { get; } = HeldMeeting.Body();

    private static MinutesItem Item(int place) => Body.At(place)!;

    [Fact]
    public void Assemble_OfAMeeting_SaysWhenWhereAndByWhom()
    {
        Assert.Equal(("Plenum", "Rathaus, Ratssaal", "Bernd Krüger", "Bernd Krüger"), (Body.Committee, Body.Place, Body.Chair, Body.MinuteTaker));
        Assert.Equal(new LocalDateTime(2027, 1, 14, 17, 2), Body.OpenedAt);
        Assert.Equal(new LocalDateTime(2027, 1, 14, 19, 0), Body.ClosedAt);
        Assert.Equal(8, Body.Entitled);
        Assert.True(Body.CountsOrganizations);
    }

    [Theory]
    [InlineData("2026-12-30T22:59:59Z", true)]
    [InlineData("2026-12-30T23:00:00Z", false)]
    public void Assemble_AroundTheLastDayOfNotice_SaysWhetherItWasKept(string called, bool isKept)
    {
        var meeting = HeldMeeting.Meeting with { CalledAt = NodaTime.Text.InstantPattern.ExtendedIso.Parse(called).Value };
        var convening = MinutesAssembly.Assemble(HeldMeeting.Sources() with { Meeting = meeting }).Convening;
        Assert.Equal((14, new LocalDate(2026, 12, 30), isKept), (convening.NoticeDays, convening.LatestDay, convening.IsKept));
    }

    [Fact]
    public void Assemble_RulesChangedSinceTheCall_TakesThoseItWasCalledUnder()
    {
        var plenary = HeldMeeting.Network.GeneralAssembly!;
        var older = plenary.Rules with { Notice = new NoticePeriod(21) };
        var newer = plenary.Rules with { Version = 2, Notice = new NoticePeriod(3) };
        var committee = plenary with { Rules = newer, Timeline = new RulesTimeline([older, newer]) };
        Assert.Equal(21, MinutesAssembly.Assemble(HeldMeeting.Sources() with { Committee = committee }).Convening.NoticeDays);
    }

    [Fact]
    public void Assemble_Attendance_ListsEverybodyWithTimes()
    {
        Assert.Equal(8, Body.Attendance.Count);
        var church = Body.Attendance.Single(attendee => attendee.Voter.Value == "kirchgemeinde");
        Assert.Equal(
            [("Bernd Krüger", new LocalTime(16, 57), (LocalTime?)new LocalTime(17, 42)), ("Bernd Krüger", new LocalTime(17, 47), null)],
            church.Stays.Select(stay => (stay.Name, stay.From.TimeOfDay, stay.Until?.TimeOfDay)));
        Assert.Equal(3, Body.Attendance.Count(attendee => attendee.Stays.Count == 0));
        Assert.Equal(string.Empty, Assert.Single(Body.Attendance.Single(attendee => attendee.Voter.Value == "sportbund").Stays).Name);
    }

    [Fact]
    public void Assemble_Presence_CountsAtTheOpeningAtMostAndAtTheEnd() => Assert.Equal(
        [
            new Presence(PresenceMoment.Opening, new LocalDateTime(2027, 1, 14, 17, 2), 3, 8, false, 4),
            new Presence(PresenceMoment.Most, new LocalDateTime(2027, 1, 14, 17, 9), 5, 8, true, 4),
            new Presence(PresenceMoment.Closing, new LocalDateTime(2027, 1, 14, 19, 0), 4, 8, true, 4),
        ],
        Body.Presence);

    [Fact]
    public void Assemble_SomebodyGoneFromTheNetwork_KeepsWhoWasThere()
    {
        var network = HeldMeeting.Network with { Organizations = [.. HeldMeeting.Network.Organizations.Skip(1)], FormerOrganizations = [HeldMeeting.Network.Organizations[0]] };
        var sources = HeldMeeting.Sources() with { Network = network };
        var gone = MinutesAssembly.Assemble(sources).Attendance.Single(attendee => attendee.Voter.Value == "kulturbruecke");
        Assert.Equal(("Kulturverein Morgenstern e. V.", false, 1), (gone.Name, gone.IsEntitled, gone.Stays.Count));
    }

    [Fact]
    public void Assemble_Items_HaveTheirTimesAndFates()
    {
        Assert.Equal([1, 2, 3, 4, 5], Body.Items.Select(item => item.Place));
        Assert.Equal(
            [AgendaItemState.Done, AgendaItemState.Done, AgendaItemState.Postponed, AgendaItemState.Open, AgendaItemState.Open],
            Body.Items.Select(item => item.State));
        Assert.Equal((new LocalTime(17, 8), new LocalTime(17, 32)), (Item(2).BegunAt!.Value.TimeOfDay, Item(2).EndedAt!.Value.TimeOfDay));
        Assert.Equal(new LocalTime(19, 0), Item(4).EndedAt!.Value.TimeOfDay);
        Assert.Null(Item(5).BegunAt);
    }

    [Fact]
    public void Assemble_Entries_StandAtTheirItemsWithoutTheUndone()
    {
        Assert.Equal(
            [SessionEntryKind.Decision, SessionEntryKind.Task, SessionEntryKind.Note], Item(2).Entries.Select(entry => entry.Kind));
        Assert.DoesNotContain(Body.Everything.SelectMany(item => item.Entries), entry => entry.Text.Contains("Irrtum", StringComparison.Ordinal));
        Assert.Equal(("Amina Yıldız", new LocalDate(2027, 4, 3)), (Item(2).Entries[1].Assignee, Item(2).Entries[1].Due));
        Assert.Equal("Dank an die Gastgeberin", Assert.Single(Body.Outside.Entries).Text);
    }

    [Fact]
    public void Assemble_HandCount_HasAllCountsAndTheVerdictOfTheRule()
    {
        var result = Item(2).Entries[0].Hands!;
        // Five were there by the list, but six hands were counted: whoever raised one was there.
        Assert.Equal(new Tally(4, 1, 1, 2, 6, 8, 0), result.Tally);
        Assert.Equal((Verdict.Accepted, true), (result.Verdict, result.QuorumHeld));
    }

    [Theory]
    [InlineData(0, 0, 0, Verdict.NoQuorum)]
    [InlineData(2, 2, 0, Verdict.Rejected)]
    [InlineData(20, 1, 0, Verdict.Accepted)]
    public void Assemble_HandCountsOfAnyKind_AreNeverMoreThanTheVotes(int yes, int no, int abstain, Verdict verdict)
    {
        var session = new SessionRecord([new SessionEntry(1, SessionEntryKind.Decision, HeldMeeting.After(-30), HeldMeeting.Bernd) { Text = "x", Hands = new HandCount(yes, no, abstain) }]);
        var result = Assert.Single(MinutesAssembly.Assemble(HeldMeeting.Sources() with { Session = session }).Outside.Entries).Hands!;
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(int.Max(8, yes + no + abstain), result.Tally.Entitled);
    }

    [Fact]
    public void Assemble_DecisionsInTheRegister_GetTheNumbersRecordedForThem()
    {
        var decision = new SessionEntry(1, SessionEntryKind.Decision, HeldMeeting.After(10), HeldMeeting.Bernd) { Text = "Gleicher Wortlaut" };
        var sources = HeldMeeting.Sources() with
        {
            Session = new SessionRecord([decision, decision with { Number = 2 }, decision with { Number = 3 }]),
            Decisions = new Dictionary<int, ResolutionEntry> { [1] = Recorded(5, "Gleicher Wortlaut"), [2] = Recorded(4, "Gleicher Wortlaut") },
        };
        Assert.Equal(["2027-05", "2027-04", string.Empty], MinutesAssembly.Assemble(sources).Outside.Entries.Select(entry => entry.Resolution));
    }

    [Fact]
    public void Assemble_Ballots_StandAtTheItemTheyWereOpenedAt()
    {
        Assert.Equal(["ballot-1", "ballot-2", "ballot-4"], Item(2).Ballots.Select(ballot => ballot.Ballot.Value));
        Assert.Equal("ballot-3", Assert.Single(Item(3).Ballots).Ballot.Value);
        Assert.Equal(("2027-07", new Tally(3, 1, 1, 3, 5, 8, 0)), (Item(2).Ballots[1].Resolution, Item(2).Ballots[1].Result!.Tally));
        Assert.Equal(("falsche Frage", null), (Item(2).Ballots[2].VoidBecause, Item(2).Ballots[2].Result));
        Assert.Equal([("Marktplatz", 3), ("Stadtpark", 1)], Item(2).Ballots[0].Votes!.Options.Select(option => (option.Name, option.Yes)));
    }

    [Fact]
    public void Assemble_SecretBallotOfFew_TellsNoCounts()
    {
        var secret = Item(3).Ballots[0];
        Assert.True(secret.IsSecret);
        Assert.Equal((0, 0, 0, 4), (secret.Result!.Tally.Yes, secret.Result.Tally.No, secret.Result.Tally.Abstain, secret.Result.Tally.Withheld));
    }

    [Fact]
    public void Assemble_Election_HasRoundsAndWhoAccepted()
    {
        var election = Assert.Single(Item(4).Elections);
        Assert.Equal(("Beirat", 2), (election.Body, election.Seats));
        Assert.Equal([("Amina Yıldız", 5), ("Clara Neumann", 5), ("Dao Nguyen", 1)], election.Rounds[0].Votes!.Options.Select(option => (option.Name, option.Yes)));
        Assert.Equal([("Amina Yıldız", MandateState.Accepted), ("Clara Neumann", MandateState.Declined)], election.Mandates.Select(mandate => (mandate.Name, mandate.State)));
    }

    [Theory]
    [InlineData(-20, -1, false)]
    [InlineData(-20, 0, true)]
    [InlineData(-20, 118, true)]
    [InlineData(-20, 119, false)]
    [InlineData(0, 500, true)]
    [InlineData(117, 500, true)]
    [InlineData(118, 500, false)]
    public void Assemble_ElectionAroundTheMeeting_IsItsOnlyWhenARoundBeganOrEndedInIt(int opens, int closes, bool isThere)
    {
        var sources = HeldMeeting.Sources();
        var round = sources.Elections[0].Rounds[0] with { OpensAt = HeldMeeting.After(opens), ClosesAt = HeldMeeting.After(closes) };
        var body = MinutesAssembly.Assemble(sources with { Elections = [sources.Elections[0] with { Rounds = [round] }] });
        Assert.Equal(isThere, body.Everything.Any(item => item.Elections.Count > 0));
    }

    /// <summary>Something of an election that happens in a meeting is in its minutes, at the item the meeting was at, though no vote was taken in it.</summary>
    [Theory]
    [InlineData("called", 10, 2, 0, 0, 0)]
    [InlineData("called", 119, 0, 0, 0, 0)]
    [InlineData("lot", 60, 4, 1, 2, 1)]
    [InlineData("lot", 119, 0, 0, 0, 0)]
    [InlineData("accepted", 0, 0, 1, 2, 0)]
    [InlineData("accepted", 60, 4, 1, 2, 0)]
    [InlineData("accepted", -1, 0, 0, 0, 0)]
    public void Assemble_ElectionWithoutAVoteInTheMeeting_IsItsByWhatElseHappened(string what, int minute, int item, int rounds, int mandates, int lots)
    {
        var sources = HeldMeeting.Sources();
        var at = HeldMeeting.After(minute);
        var earlier = sources.Elections[0] with { Rounds = [sources.Elections[0].Rounds[0] with { OpensAt = HeldMeeting.After(-300), ClosesAt = HeldMeeting.After(-200) }] };
        var election = what switch
        {
            "called" => earlier with { CalledAt = at, Rounds = [], Mandates = [] },
            "lot" => earlier with { Lots = [new DrawnLot([HeldMeeting.Amina, HeldMeeting.Clara], 1, HeldMeeting.Bernd, HeldMeeting.Dao, at)] },
            _ => earlier with { Mandates = [earlier.Mandates[0] with { AnsweredAt = at }, earlier.Mandates[1]] },
        };
        var body = MinutesAssembly.Assemble(sources with { Elections = [election] });
        var home = body.Everything.SingleOrDefault(one => one.Elections.Count > 0);
        Assert.Equal(minute is >= 0 and <= 118, home is not null);
        if (home is { Elections: [var line] })
        {
            Assert.Equal((item, rounds, mandates, lots), (home.Number, line.Rounds.Count, line.Mandates.Count, line.Lots.Count));
            Assert.Equal(what == "called" ? new LocalDateTime(2027, 1, 14, 17, 12) : null, line.Called?.At);
            Assert.Equal(line, Bot.Storage.MinutesText.Read(Bot.Storage.MinutesText.Write(body)).Everything.Single(one => one.Elections.Count > 0).Elections[0] with { Rounds = line.Rounds, Mandates = line.Mandates, Lots = line.Lots });
        }
    }

    /// <summary>An acceptance that came after the meeting is told with its day; a round after it belongs to another meeting.</summary>
    [Fact]
    public void Assemble_ElectionGoingOnAfterTheMeeting_TellsLaterAnswersWithTheirDay()
    {
        var sources = HeldMeeting.Sources();
        var election = sources.Elections[0];
        election = election with
        {
            Rounds = [election.Rounds[0], election.Rounds[0] with { Number = 2, OpensAt = HeldMeeting.After(118), ClosesAt = HeldMeeting.After(500) }],
            Mandates = [election.Mandates[0] with { AnsweredAt = HeldMeeting.After(2880) }, election.Mandates[1] with { AnsweredAt = HeldMeeting.After(100) }],
        };
        var body = MinutesAssembly.Assemble(sources with { Elections = [election] });
        var line = Assert.Single(body.At(4)!.Elections);
        Assert.Equal((1, (LocalDate?)new LocalDate(2027, 1, 16), (LocalDate?)null), (line.Rounds.Count, line.Mandates[0].AnsweredOn, line.Mandates[1].AnsweredOn));
        Assert.Equal("hat die Wahl angenommen, am 16.01.2027", Bot.Features.Minutes.MinutesWords.Mandate(Bot.Texts.Reader.German, line.Mandates[0]));
        Assert.Equal("hat abgelehnt", Bot.Features.Minutes.MinutesWords.Mandate(Bot.Texts.Reader.German, line.Mandates[1]));
    }

    /// <summary>In the very moment an item is left, what happens still belongs to it; in the very moment one is called up, it belongs to that one.</summary>
    [Theory]
    [InlineData(30, 2)]
    [InlineData(31, 3)]
    [InlineData(6, 2)]
    [InlineData(5, 1)]
    public void Assemble_BallotInTheMomentOfAStep_StandsUnderItsItem(int minute, int item)
    {
        var sources = HeldMeeting.Sources();
        var taken = sources.Ballots[0];
        var body = MinutesAssembly.Assemble(sources with { Ballots = [taken with { Ballot = taken.Ballot with { OpenedAt = HeldMeeting.After(minute) } }] });
        Assert.Equal(item, body.Everything.Single(one => one.Ballots.Count > 0).Number);
    }

    /// <summary>Between two items it belongs to none.</summary>
    [Fact]
    public void Assemble_BallotBetweenItems_StandsOutside()
    {
        var sources = HeldMeeting.Sources();
        var taken = sources.Ballots[0];
        var opened = HeldMeeting.After(30) + Duration.FromTicks(1);
        Assert.Single(MinutesAssembly.Assemble(sources with { Ballots = [taken with { Ballot = taken.Ballot with { OpenedAt = opened } }] }).Outside.Ballots);
    }

    [Fact]
    public void Assemble_UrgentMeeting_BeginsWithTheConfirmationOfUrgency()
    {
        var meeting = HeldMeeting.Meeting with { Kind = MeetingKind.Urgent, Reason = "Demonstration am Samstag" };
        var sources = HeldMeeting.Sources();
        var body = MinutesAssembly.Assemble(sources with { Meeting = meeting, Agenda = sources.Agenda with { Meeting = meeting } });
        Assert.Equal((1, string.Empty), (body.Items[0].Place, body.Items[0].Title));
        Assert.Equal("Eröffnung und Begrüßung", body.At(2)!.Title);
        Assert.Equal("Demonstration am Samstag", body.Convening.Reason);
        Assert.Empty(body.Items[0].Entries);
    }

    [Fact]
    public void Assemble_ItemTakenOffTheAgenda_KeepsWhatCameOfItForTheCommitteeAlone()
    {
        var sources = HeldMeeting.Sources();
        var body = MinutesAssembly.Assemble(sources with { Agenda = sources.Agenda with { Items = [.. sources.Agenda.Items.Where(item => item.Number != 3)] } });
        var off = body.Items[^1];
        Assert.Equal((3, 0, AgendaVisibility.Committee, AgendaItemState.Withdrawn), (off.Number, off.Place, off.Visibility, off.State));
        Assert.Equal(2, off.Entries.Count);
        Assert.Null(body.At(0));
        Assert.DoesNotContain(body.ForEverybody().Everything, item => item.Number == 3);
    }

    [Fact]
    public void Assemble_NothingNoted_LeavesEverythingOpen()
    {
        var sources = HeldMeeting.Sources();
        var meeting = sources.Meeting with { OpenedAt = null, ClosedAt = null, Chair = null };
        var body = MinutesAssembly.Assemble(new MinutesSources { Network = sources.Network, Committee = sources.Committee, Meeting = meeting, Agenda = new Agenda(meeting, []) });
        Assert.Equal((string.Empty, string.Empty), (body.Chair, body.MinuteTaker));
        Assert.Equal((null, null), (body.OpenedAt, body.ClosedAt));
        Assert.Empty(body.Presence);
        Assert.Empty(body.Items);
        Assert.True(body.Outside.IsEmpty);
    }

    private static ResolutionEntry Recorded(int sequence, string text) => ResolutionChain.Append(
        new RegisterHead(new ResolutionNumber(2027, sequence - 1), RegisterHead.Empty.Hash),
        new ResolutionDraft(
            text, text, new CommitteeId("plenum"), Verdict.Accepted, new Tally(4, 1, 0, 3, 5, 8, 0), MajorityRule.Default.ToCode(), new LocalDate(2027, 1, 14), HeldMeeting.Closed, string.Empty)).Entry;
}
