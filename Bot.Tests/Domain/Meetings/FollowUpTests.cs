using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

/// <summary>Meetings without quorum, and those that take their place.</summary>
public class FollowUpTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly MajorityRule Half = MajorityRule.Default with { Quorum = new Fraction(1, 2) };

    private static readonly RulesOfProcedure Rules = Network.GeneralAssembly!.Rules with { Majority = Half, FollowUps = new FollowUpRule(3) };

    private static readonly Meeting Plenary = new()
    {
        Id = new MeetingId("m"), Committee = new CommitteeId("plenum"), Day = new LocalDate(2027, 1, 12), Start = new LocalTime(18, 0), RulesVersion = 1,
        CalledBy = new PersonId("katrin"), CalledAt = Instant.FromUtc(2026, 12, 1, 9, 0),
    };

    private static readonly Instant Start = Plenary.StartsAt(Network.Zone);

    [Theory]
    [InlineData("notice=3;quorum=none")]
    [InlineData("notice=90;quorum>=1/4")]
    [InlineData("notice=1;quorum>2/3")]
    public void TryParse_WhatToCodeWrites_IsTheSame(string code) => Assert.Equal(code, FollowUpRule.TryParse(code)!.ToCode());

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("notice=0;quorum=none")]
    [InlineData("notice=91;quorum=none")]
    [InlineData("notice=3")]
    [InlineData("notice=3;quorum=1/4")]
    [InlineData("notice=3;quorum>=4/1")]
    [InlineData("notice=-3;quorum=none")]
    public void TryParse_AnythingElse_IsNone(string code) => Assert.Null(FollowUpRule.TryParse(code));

    [Theory]
    [InlineData(3, true)] // 8 organizations, one half
    [InlineData(4, false)]
    public void IsMissed_AroundTheQuorum_IsBelowOnly(int present, bool expected) =>
        Assert.Equal(expected, FollowUpOffer.IsMissed(Plenary, Half, Network.Electorate(Network.GeneralAssembly!), Noted(present), Start + Duration.FromMinutes(30)));

    [Fact]
    public void IsMissed_WhoLeaves_DoesNotUndoAQuorumThatWasHeld()
    {
        var electorate = Network.Electorate(Network.GeneralAssembly!);
        var left = new Attendance([.. Noted(4).Lines.Select(line => line.Leave(null, Start + Duration.FromMinutes(5)))]);
        Assert.False(FollowUpOffer.IsMissed(Plenary, Half, electorate, left, Start + Duration.FromMinutes(30)));
    }

    [Fact]
    public void IsMissed_NobodyNotedOrNoQuorumAskedFor_CannotBeSaid()
    {
        var electorate = Network.Electorate(Network.GeneralAssembly!);
        Assert.Null(FollowUpOffer.IsMissed(Plenary, Half, electorate, new Attendance([]), Start));
        Assert.Null(FollowUpOffer.IsMissed(Plenary, MajorityRule.Default, electorate, Noted(1), Start));
        var followUp = Plenary with { FollowUp = new FollowUp(new MeetingId("old"), Plenary.Day, new FollowUpRule(3)) };
        Assert.Null(FollowUpOffer.IsMissed(followUp, Half, electorate, Noted(1), Start));
    }

    [Theory]
    [InlineData(QuorumStanding.Missed, null, 60, null)]
    [InlineData(QuorumStanding.Lost, null, 0, null)]
    [InlineData(QuorumStanding.Missed, null, 61, RefusalCode.FollowUpTooLate)]
    [InlineData(QuorumStanding.Lost, 7, 0, RefusalCode.FollowUpStands)]
    [InlineData(QuorumStanding.Unknown, null, 0, RefusalCode.FollowUpUnnoted)]
    [InlineData(QuorumStanding.Held, null, 0, RefusalCode.FollowUpUnnoted)]
    public void WhyNotByChair_ByWhatIsNotedCalledAndLongAgo_IsRefusedWithTheReason(QuorumStanding standing, int? calledAfter, int daysAfter, RefusalCode? expected) => Assert.Equal(
        expected,
        FollowUpOffer.WhyNotByChair(Plenary, standing, calledAfter is { } days ? Plenary.Day.PlusDays(days) : null, Plenary.Day.PlusDays(daysAfter))?.Code);

    [Theory]
    [InlineData("katrin", true, true, true)]
    [InlineData("amina", true, false, true)] // led the meeting without quorum
    [InlineData("bernd", false, false, false)]
    public void IsFor_ByRoleAndKind_FollowsTheTable(string caller, bool isForFollowUp, bool isForOrdinary, bool isForLed)
    {
        var proposal = new MeetingProposal(Plenary.Committee, Plenary.Day.PlusDays(8), Plenary.Start, string.Empty, string.Empty, string.Empty) { FollowedChair = new PersonId("amina") };
        var followUp = proposal with { FollowUp = new FollowUp(Plenary.Id, Plenary.Day, new FollowUpRule(3)) };
        Assert.Equal(isForOrdinary, proposal.IsFor(Network, new PersonId(caller)));
        Assert.Equal((isForFollowUp, isForLed), (followUp.IsFor(Network, new PersonId(caller)), followUp.Call(Network, new PersonId(caller), new MeetingId("n"), Start) is Outcome<Meeting>.Done));
    }

    [Fact]
    public void Call_AtShorterNotice_IsForCoordinatorsOnly()
    {
        var proposal = new MeetingProposal(Plenary.Committee, Plenary.Day.PlusDays(1), Plenary.Start, string.Empty, string.Empty, "eilt")
        {
            FollowUp = new FollowUp(Plenary.Id, Plenary.Day, new FollowUpRule(3)), FollowedChair = new PersonId("amina"),
        };
        Assert.Equal(MeetingKind.Urgent, Assert.IsType<Outcome<Meeting>.Done>(proposal.Call(Network, new PersonId("katrin"), new MeetingId("n"), Start)).Value.Kind);
        Assert.Equal(RefusalCode.NoticeTooShort, Assert.IsType<Outcome<Meeting>.Refused>(proposal.Call(Network, new PersonId("amina"), new MeetingId("n"), Start)).Why.Code);
        Assert.Equal(RefusalCode.OnlyChair, Assert.IsType<Outcome<Meeting>.Refused>(proposal.Call(Network, new PersonId("bernd"), new MeetingId("n"), Start)).Why.Code);
        var inTime = proposal with { Day = Plenary.Day.PlusDays(8) };
        Assert.Equal(MeetingKind.Ordinary, Assert.IsType<Outcome<Meeting>.Done>(inTime.Call(Network, new PersonId("amina"), new MeetingId("n"), Start)).Value.Kind);
    }

    [Fact]
    public void Of_ByRulesAndTime_IsAllowedOrRefusedWithTheReason()
    {
        static RefusalCode Why(Outcome<FollowUp> outcome) => Assert.IsType<Outcome<FollowUp>.Refused>(outcome).Why.Code;
        Assert.Equal(RefusalCode.FollowUpNotAllowed, Why(FollowUpOffer.Of(Plenary, Rules with { FollowUps = null }, true, Network.Zone, Start)));
        Assert.Equal(RefusalCode.FollowUpWithoutQuorumRule, Why(FollowUpOffer.Of(Plenary, Rules with { Majority = MajorityRule.Default }, true, Network.Zone, Start)));
        Assert.Equal(RefusalCode.FollowUpTooEarly, Why(FollowUpOffer.Of(Plenary, Rules, true, Network.Zone, Start - Duration.Epsilon)));
        Assert.IsType<Outcome<FollowUp>.Done>(FollowUpOffer.Of(Plenary with { State = MeetingState.Closed }, Rules, true, Network.Zone, Start - Duration.Epsilon));
        Assert.Equal(RefusalCode.FollowUpTooEarly, Why(FollowUpOffer.Of(Plenary with { State = MeetingState.InSession }, Rules, true, Network.Zone, Start - Duration.Epsilon)));
        Assert.Equal(RefusalCode.FollowUpTooEarly, Why(FollowUpOffer.Of(Plenary with { State = MeetingState.Cancelled }, Rules, true, Network.Zone, Start)));
        Assert.Equal(RefusalCode.FollowUpQuorumHeld, Why(FollowUpOffer.Of(Plenary, Rules, false, Network.Zone, Start)));
        foreach (bool? isMissed in new bool?[] { true, null })
        {
            Assert.Equal(new FollowUp(Plenary.Id, Plenary.Day, new FollowUpRule(3)), Assert.IsType<Outcome<FollowUp>.Done>(FollowUpOffer.Of(Plenary, Rules, isMissed, Network.Zone, Start)).Value);
        }
    }

    [Theory]
    [InlineData(3, 12, 19)] // Tuesday again: the 19th keeps 3 days
    [InlineData(6, 12, 19)] // day of sending and of meeting do not count: exactly 6 lie between
    [InlineData(7, 12, 26)]
    public void FirstDay_ByNotice_IsTheSameWeekdayThatKeepsIt(int notice, int today, int expected) => Assert.Equal(
        new LocalDate(2027, 1, expected),
        FollowUpOffer.FirstDay(Plenary, new FollowUpRule(notice), Rules.Notice, new LocalDate(2027, 1, today), PublicHolidays.For(GermanLand.Saxony)));

    [Fact]
    public void FirstDay_OnAHoliday_IsAWeekLater()
    {
        var friday = Plenary with { Day = new LocalDate(2027, 3, 19) };
        Assert.Equal(new LocalDate(2027, 4, 2), FollowUpOffer.FirstDay(friday, new FollowUpRule(3), Rules.Notice, friday.Day, PublicHolidays.For(GermanLand.Saxony)));
    }

    [Fact]
    public void Here_InAFollowUp_TheQuorumIsItsOwn()
    {
        var none = Plenary with { FollowUp = new FollowUp(new MeetingId("old"), Plenary.Day, new FollowUpRule(3)) };
        var quarter = Plenary with { FollowUp = new FollowUp(new MeetingId("old"), Plenary.Day, new FollowUpRule(3, new Fraction(1, 4), Comparison.MoreThan)) };
        Assert.Equal(Half, Plenary.Here(Half));
        Assert.Null(none.Here(Half).Quorum);
        Assert.Equal((new Fraction(1, 4), Comparison.MoreThan), (quarter.Here(Half).Quorum!.Value, quarter.Here(Half).QuorumComparison));
        Assert.Equal(MajorityRule.Default, quarter.Here(MajorityRule.Default));
    }

    [Fact]
    public void Call_AsAFollowUp_KeepsItsOwnNoticePeriod()
    {
        var followUp = new FollowUp(Plenary.Id, Plenary.Day, new FollowUpRule(3));
        var now = Network.Zone.AtStrictly(new LocalDateTime(2027, 1, 12, 19, 0)).ToInstant();
        Outcome<Meeting> Call(int day, FollowUp? follows) => new MeetingProposal(Plenary.Committee, new LocalDate(2027, 1, day), Plenary.Start, "x", string.Empty, string.Empty) { FollowUp = follows }
            .Call(Network, new PersonId("katrin"), new MeetingId("n"), now);
        Assert.Equal(followUp, Assert.IsType<Outcome<Meeting>.Done>(Call(16, followUp)).Value.FollowUp);
        Assert.Equal(RefusalCode.NoticeTooShort, Assert.IsType<Outcome<Meeting>.Refused>(Call(15, followUp)).Why.Code);
        Assert.Equal(RefusalCode.NoticeTooShort, Assert.IsType<Outcome<Meeting>.Refused>(Call(16, null)).Why.Code);
    }

    private static Attendance Noted(int present) => new([.. Network.Electorate(Network.GeneralAssembly!).Take(present)
        .Select((entry, index) => AttendanceLine.Empty(entry.Voter).Arrive(entry.Actors[0], entry.Actors[0], Start + Duration.FromMinutes(index)))]);
}
