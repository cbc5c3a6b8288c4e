using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

/// <summary>Moving a meeting: who may, until when, what the notice period says, and what follows.</summary>
public class MeetingMoveTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly PersonId Katrin = new("katrin");

    private static readonly Instant Called = Instant.FromUtc(2026, 11, 23, 9, 0);

    /// <summary>The board's notice period is 7 days; agenda items are taken until 3 days before.</summary>
    private static readonly Meeting Board = new()
    {
        Id = new MeetingId("m"),
        Committee = new CommitteeId("beirat"),
        Day = new LocalDate(2027, 1, 14),
        Start = new LocalTime(17, 0),
        End = new LocalTime(19, 0),
        Place = "Rathaus",
        RulesVersion = 1,
        CalledBy = Katrin,
        CalledAt = Called,
    };

    private static MeetingMove To(LocalDate day, string reason = "") => new(day, Board.Start, Board.End, Board.Place, reason);

    private static Meeting Moved(Meeting meeting, MeetingMove move, Instant now) => Assert.IsType<Outcome<Meeting>.Done>(move.Of(meeting, Network, Katrin, now)).Value;

    private static Refusal Refused(Meeting meeting, MeetingMove move, Instant now, PersonId? mover) => Assert.IsType<Outcome<Meeting>.Refused>(move.Of(meeting, Network, mover, now)).Why;

    [Theory]
    [InlineData(13, 23, 59, true)] // the last day for 21 January is the 13th, until midnight in Berlin
    [InlineData(14, 0, 0, false)]
    public void Of_AroundTheLastDay_IsInTimeOrNeedsAReason(int day, int hour, int minute, bool isInTime)
    {
        var now = Network.Zone.AtStrictly(new LocalDateTime(2027, 1, day, hour, minute)).ToInstant();
        var move = To(new LocalDate(2027, 1, 21));
        Assert.Equal(isInTime, move.IsInTime(Board, Network.Committee(Board.Committee)!, Network.Zone, now));
        if (isInTime)
        {
            var moved = Moved(Board, move, now);
            Assert.Equal((MeetingKind.Ordinary, string.Empty), (moved.Kind, moved.Reason));
        }
        else
        {
            Assert.Equal(new Refusal(RefusalCode.NoticeTooShort, 7, new LocalDate(2027, 1, 13)), Refused(Board, move, now, Katrin), Same);
            var urgent = Moved(Board, move with { Reason = "Wasserschaden" }, now);
            Assert.Equal((MeetingKind.Urgent, "Wasserschaden"), (urgent.Kind, urgent.Reason));
        }
    }

    [Theory]
    [InlineData(18, "Rathaus", false)] // another hour is another evening
    [InlineData(17, "Volkshochschule", true)] // another place is not
    public void Of_TooLateOnTheSameDay_OnlyTheHourNeedsAReason(int hour, string place, bool isFine)
    {
        var now = Network.Zone.AtStrictly(new LocalDateTime(2027, 1, 13, 12, 0)).ToInstant();
        var move = new MeetingMove(Board.Day, new LocalTime(hour, 0), Board.End, place, string.Empty);
        Assert.Equal(isFine, move.Of(Board, Network, Katrin, now) is Outcome<Meeting>.Done);
        Assert.Equal(!isFine, move.AsksAnew(Board));
    }

    [Fact]
    public void Of_UrgentMeetingMovedInTime_KeepsItsReason()
    {
        var urgent = Board with { Kind = MeetingKind.Urgent, Reason = "Haushaltssperre" };
        var moved = Moved(urgent, To(new LocalDate(2027, 2, 4), "Saal belegt"), Called);
        Assert.Equal((MeetingKind.Urgent, "Haushaltssperre", "Saal belegt"), (moved.Kind, moved.Reason, moved.Earlier.Last!.Reason));
    }

    [Fact]
    public void Of_AnyMove_RaisesTheRevisionAndKeepsWhatWas()
    {
        var now = Called + Duration.FromDays(1);
        var moved = Moved(Board with { Revision = 4 }, To(new LocalDate(2027, 1, 21), "Saal belegt"), now);
        Assert.Equal((5, now, 5, 5, now), (moved.Revision, moved.ChangedAt!.Value, moved.MovedRevision, moved.AskedRevision, moved.DatedAt));
        Assert.Equal(new EarlierDate(5, now, Board.Day, Board.Start, Board.End, "Rathaus", "Saal belegt"), Assert.Single(moved.Earlier.Items));
        Assert.Equal((Board.Id, Board.CalledAt, Board.CalledBy), (moved.Id, moved.CalledAt, moved.CalledBy));
    }

    [Fact]
    public void Of_AnotherPlace_TellsButAsksNobodyAgain()
    {
        var first = Moved(Board, To(new LocalDate(2027, 1, 21)), Called + Duration.FromHours(1));
        var second = Moved(first, new MeetingMove(first.Day, first.Start, first.End, "VHS", string.Empty), Called + Duration.FromHours(2));
        Assert.Equal((2, 1), (second.MovedRevision, second.AskedRevision));
        Assert.Equal((Called + Duration.FromHours(1), Called + Duration.FromHours(2)), (second.DatedAt, second.ToldFrom));
        Assert.Equal(0, Board.MovedRevision);
        Assert.Equal(Called, Board.DatedAt);
    }

    [Fact]
    public void Of_NothingChanged_IsTheSameMeeting() => Assert.Same(Board, Moved(Board, To(Board.Day, "x"), Called));

    [Fact]
    public void Of_WhatRulesRefuse_IsRefused()
    {
        var start = Board.StartsAt(Network.Zone);
        var later = new LocalDate(2027, 3, 4);
        Assert.Equal(RefusalCode.OnlyCoordinator, Refused(Board, To(later), Called, new PersonId("amina")).Code);
        Assert.Equal(RefusalCode.OnlyCoordinator, Refused(Board with { Chair = new PersonId("amina") }, To(later), Called, new PersonId("amina")).Code);
        Assert.Equal(RefusalCode.OnlyCoordinator, Refused(Board, To(later), Called, null).Code);
        Assert.Equal(RefusalCode.CommitteeUnknown, Refused(Board with { Committee = new CommitteeId("x") }, To(later), Called, Katrin).Code);
        Assert.Equal(RefusalCode.MeetingCancelled, Refused(Board with { State = MeetingState.Cancelled }, To(later), Called, Katrin).Code);
        Assert.Equal(RefusalCode.MeetingHasBegun, Refused(Board with { State = MeetingState.InSession }, To(later), Called, Katrin).Code);
        Assert.Equal(RefusalCode.MeetingHasBegun, Refused(Board with { State = MeetingState.Closed }, To(later), Called, Katrin).Code);
        Assert.Equal(RefusalCode.MeetingHasBegun, Refused(Board, To(later), start, Katrin).Code);
        Assert.Equal(RefusalCode.MeetingInPast, Refused(Board, To(new LocalDate(2026, 11, 20)), Called, Katrin).Code);
        Assert.Equal(RefusalCode.NoSuchHour, Refused(Board, new MeetingMove(new LocalDate(2027, 3, 28), new LocalTime(2, 30), null, "x", "x"), Called, Katrin).Code);
        Assert.Equal(RefusalCode.TextTooLong, Refused(Board, To(later) with { Place = new string('x', MeetingProposal.TextLimit + 1) }, Called, Katrin).Code);
        Assert.Equal(RefusalCode.TextTooLong, Refused(Board, To(later, new string('x', MeetingProposal.TextLimit + 1)), Called, Katrin).Code);
        Assert.IsType<Outcome<Meeting>.Done>(To(later, new string('x', MeetingProposal.TextLimit)).Of(Board, Network, Katrin, start - Duration.Epsilon));
    }

    [Fact]
    public void Of_FollowUpMeeting_KeepsItsOwnNoticePeriod()
    {
        var followUp = Board with { FollowUp = new FollowUp(new MeetingId("old"), new LocalDate(2027, 1, 1), new FollowUpRule(2)) };
        var now = Network.Zone.AtStrictly(new LocalDateTime(2027, 1, 13, 12, 0)).ToInstant();
        Assert.IsType<Outcome<Meeting>.Done>(To(new LocalDate(2027, 1, 16)).Of(followUp, Network, Katrin, now));
        Assert.Equal(RefusalCode.NoticeTooShort, Refused(followUp, To(new LocalDate(2027, 1, 15)), now, Katrin).Code);
    }

    [Fact]
    public void Reminders_OfAMovedMeeting_AreThoseOfTheNewDateAfterTheMove()
    {
        var rules = Network.Committee(Board.Committee)!.Rules;
        var now = Network.Zone.AtStrictly(new LocalDateTime(2027, 1, 12, 12, 0)).ToInstant();
        var moved = Moved(Board, To(new LocalDate(2027, 1, 21)), now);
        Assert.Equal([3, 1], moved.Reminders(rules, Network.Zone).Select(reminder => reminder.Days));
        Assert.Null(moved.ReminderDue(rules, Network.Zone, now));
        var elsewhere = Moved(Board, new MeetingMove(Board.Day, Board.Start, Board.End, "VHS", string.Empty), now);
        Assert.Equal([1], elsewhere.Reminders(rules, Network.Zone).Select(reminder => reminder.Days));
        Assert.True(elsewhere.IsLast(elsewhere.Reminders(rules, Network.Zone).Single(), rules, Network.Zone));
        Assert.False(Board.IsLast(Board.Reminders(rules, Network.Zone).First(), rules, Network.Zone));
    }

    [Fact]
    public void AgendaClosesAt_OfAMovedMeeting_IsTheNewDatesDeadline()
    {
        var rules = Network.Committee(Board.Committee)!.Rules;
        var late = Network.Zone.AtStrictly(new LocalDateTime(2027, 1, 12, 12, 0)).ToInstant();
        Assert.Equal(Network.Zone.AtStartOfDay(new LocalDate(2027, 1, 19)).ToInstant(), Moved(Board, To(new LocalDate(2027, 1, 21)), late).AgendaClosesAt(rules, Network.Zone));
        var soon = Moved(Board, To(new LocalDate(2027, 1, 13), "Sturm"), late);
        Assert.Equal(soon.StartsAt(Network.Zone), soon.AgendaClosesAt(rules, Network.Zone));
        var elsewhere = Moved(Board, new MeetingMove(Board.Day, Board.Start, Board.End, "VHS", string.Empty), late);
        Assert.Equal(Board.AgendaClosesAt(rules, Network.Zone), elsewhere.AgendaClosesAt(rules, Network.Zone));
    }

    [Fact]
    public void Earlier_MovedManyTimes_KeepsTheFirstAndTheNewest()
    {
        var meeting = Board;
        for (var move = 1; move <= EarlierDates.Most + 10; move++)
        {
            meeting = Moved(meeting, To(new LocalDate(2027, 2, 1).PlusDays(move)), Called + Duration.FromMinutes(move));
        }

        Assert.Equal(EarlierDates.Most, meeting.Earlier.Items.Count);
        Assert.Equal((1, EarlierDates.Most + 10), (meeting.Earlier.Items[0].Revision, meeting.MovedRevision));
        Assert.Equal(Board.Day, meeting.Earlier.ToldAt(0)!.Day);
        Assert.Null(meeting.Earlier.ToldAt(meeting.MovedRevision));
        Assert.Equal(meeting.Earlier.Last, meeting.Earlier.ToldAt(meeting.MovedRevision - 1));
    }

    private static bool Same(Refusal one, Refusal other) => one.Code == other.Code && one.Details.SequenceEqual(other.Details);
}
