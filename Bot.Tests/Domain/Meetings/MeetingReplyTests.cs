using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

/// <summary>Answers to an invitation: who may give which, for whom they count, and what they say about the quorum.</summary>
public class MeetingReplyTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly PersonId Amina = new("amina"), Ivo = new("ivo"), Bernd = new("bernd"), Dao = new("dao");

    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);

    private static readonly Meeting Plenary = new()
    {
        Id = new MeetingId("m"), Committee = new CommitteeId("plenum"), Day = new LocalDate(2027, 1, 14), Start = new LocalTime(18, 0), RulesVersion = 1,
        CalledBy = new PersonId("katrin"), CalledAt = Now - Duration.FromDays(1),
    };

    private static readonly Meeting Board = Plenary with { Committee = new CommitteeId("beirat") };

    private static Outcome<MeetingReply> Of(Meeting meeting, PersonId? who, ReplyKind kind, PersonId? substitute = null, string name = "", Instant? at = null) =>
        MeetingReply.Of(Network, meeting, who, kind, substitute, name, at ?? Now);

    private static RefusalCode Refused(Outcome<MeetingReply> outcome) => Assert.IsType<Outcome<MeetingReply>.Refused>(outcome).Why.Code;

    private static MeetingReply Done(Outcome<MeetingReply> outcome) => Assert.IsType<Outcome<MeetingReply>.Done>(outcome).Value;

    [Fact]
    public void Of_AroundTheBeginning_IsTakenOnlyBefore()
    {
        var start = Board.StartsAt(Network.Zone);
        Assert.Equal(ReplyKind.Accepted, Done(Of(Board, Amina, ReplyKind.Accepted, at: start - Duration.Epsilon)).Kind);
        Assert.Equal(RefusalCode.ReplyTooLate, Refused(Of(Board, Amina, ReplyKind.Accepted, at: start)));
        Assert.Equal(RefusalCode.ReplyTooLate, Refused(Of(Board with { State = MeetingState.InSession }, Amina, ReplyKind.Regretted)));
        Assert.Equal(RefusalCode.MeetingCancelled, Refused(Of(Board with { State = MeetingState.Cancelled }, Amina, ReplyKind.Regretted)));
    }

    [Fact]
    public void Of_SomebodyElse_IsRefused()
    {
        Assert.Equal(RefusalCode.NotMemberOfCommittee, Refused(Of(Board, Dao, ReplyKind.Accepted)));
        Assert.Equal(RefusalCode.NotMemberOfCommittee, Refused(Of(Plenary, new PersonId("samira"), ReplyKind.Accepted)));
        Assert.Equal(RefusalCode.NotMemberOfCommittee, Refused(Of(Plenary, null, ReplyKind.Accepted)));
        Assert.Equal(Dao, Done(Of(Board with { Chair = Dao }, Dao, ReplyKind.Accepted)).Person);
        Assert.Equal(RefusalCode.CommitteeUnknown, Refused(Of(Board with { Committee = new CommitteeId("x") }, Amina, ReplyKind.Accepted)));
    }

    [Fact]
    public void Of_SubstituteInThePlenary_VotesOnlyWhereBothActForTheSameOrganization()
    {
        Assert.Equal((Ivo, "Ivo Petrov"), (Done(Of(Plenary, Amina, ReplyKind.Substituted, Ivo, "ivo")).Substitute!.Value, Done(Of(Plenary, Amina, ReplyKind.Substituted, Ivo, "ivo")).SubstituteName));
        var guest = Done(Of(Plenary, Amina, ReplyKind.Substituted, Bernd, "bernd"));
        Assert.Equal((null, "bernd"), (guest.Substitute, guest.SubstituteName));
        var stranger = Done(Of(Plenary, Amina, ReplyKind.Substituted, null, "Max Muster"));
        Assert.Equal((null, "Max Muster"), (stranger.Substitute, stranger.SubstituteName));
    }

    [Fact]
    public void Of_SubstituteInACommitteeOfPersons_IsAlwaysAGuest() => Assert.Null(Done(Of(Board, Amina, ReplyKind.Substituted, Ivo, "Ivo Petrov")).Substitute);

    [Fact]
    public void Of_SubstituteWithoutAName_IsRefused()
    {
        Assert.Equal(RefusalCode.SubstituteMissing, Refused(Of(Plenary, Amina, ReplyKind.Substituted)));
        Assert.Equal(RefusalCode.SubstituteMissing, Refused(Of(Plenary, Amina, ReplyKind.Substituted, Amina, "Amina")));
        Assert.Equal(RefusalCode.TextTooLong, Refused(Of(Plenary, Amina, ReplyKind.Substituted, null, new string('x', MeetingReply.NameLimit + 1))));
        Assert.Equal(MeetingReply.NameLimit, Done(Of(Plenary, Amina, ReplyKind.Substituted, null, new string('x', MeetingReply.NameLimit))).SubstituteName.Length);
    }

    [Fact]
    public void For_AnswersToAnEarlierDate_CountForNothing()
    {
        var old = Done(Of(Board, Amina, ReplyKind.Accepted));
        var moved = Board with { Day = new LocalDate(2027, 1, 21), Revision = 1, Earlier = EarlierDates.None.With(new EarlierDate(1, Now, Board.Day, Board.Start, null, string.Empty, string.Empty)) };
        Assert.Single(MeetingReplies.For(Board, [old]).Items);
        Assert.Empty(MeetingReplies.For(moved, [old]).Items);
        var elsewhere = Board with { Place = "VHS", Revision = 1, Earlier = EarlierDates.None.With(new EarlierDate(1, Now, Board.Day, Board.Start, null, string.Empty, string.Empty)) };
        Assert.Single(MeetingReplies.For(elsewhere, [old]).Items);
    }

    [Theory]
    [InlineData("", "", ReplyStanding.Open)]
    [InlineData("yes", "", ReplyStanding.Coming)]
    [InlineData("no", "", ReplyStanding.Open)] // the colleague has not answered
    [InlineData("no", "no", ReplyStanding.NotComing)]
    [InlineData("no", "yes", ReplyStanding.Coming)]
    [InlineData("sends ivo", "", ReplyStanding.Coming)]
    [InlineData("sends ivo", "no", ReplyStanding.NotComing)] // who was named cannot come
    [InlineData("sends guest", "", ReplyStanding.Open)]
    [InlineData("sends guest", "no", ReplyStanding.NotComing)]
    public void Of_OrganizationWithTwoPeople_StandsAsTheirAnswersSay(string amina, string ivo, ReplyStanding expected)
    {
        var replies = new MeetingReplies([.. Replies(Amina, amina), .. Replies(Ivo, ivo)]);
        var voter = Network.Electorate(Network.GeneralAssembly!).Single(entry => entry.HasActor(Amina));
        Assert.Equal(expected, replies.Of(voter));
        Assert.Equal(expected == ReplyStanding.Coming, replies.ComingFor(voter).Count > 0);
    }

    [Theory]
    [InlineData("", "", ReplyStanding.Open)]
    [InlineData("", "yes", ReplyStanding.Coming)] // the colleague comes, so one last word is enough
    [InlineData("", "no", ReplyStanding.Open)]
    [InlineData("yes", "no", ReplyStanding.Coming)]
    [InlineData("no", "yes", ReplyStanding.NotComing)]
    [InlineData("sends ivo", "", ReplyStanding.NotComing)]
    public void Of_Person_StandsAsTheyAnsweredElseAsTheirOrganization(string amina, string ivo, ReplyStanding expected)
    {
        var replies = new MeetingReplies([.. Replies(Amina, amina), .. Replies(Ivo, ivo)]);
        Assert.Equal(expected, replies.Of(Network.Electorate(Network.GeneralAssembly!), Amina));
    }

    [Theory]
    [InlineData(ReplyStanding.Open, false, true)]
    [InlineData(ReplyStanding.Open, true, true)]
    [InlineData(ReplyStanding.Coming, false, false)]
    [InlineData(ReplyStanding.Coming, true, true)]
    [InlineData(ReplyStanding.NotComing, false, false)]
    [InlineData(ReplyStanding.NotComing, true, false)]
    [InlineData(ReplyStanding.Tentative, false, false)]
    [InlineData(ReplyStanding.Tentative, true, true)]
    public void Concerns_ByAnswerAndReminder_IsAsPromised(ReplyStanding standing, bool isLast, bool expected) => Assert.Equal(expected, MeetingReminder.Concerns(standing, isLast));

    [Theory]
    [InlineData(0, Comparison.AtLeast, 4L)] // 8 organizations, one half
    [InlineData(3, Comparison.AtLeast, 1L)]
    [InlineData(4, Comparison.AtLeast, 0L)]
    [InlineData(4, Comparison.MoreThan, 1L)]
    [InlineData(5, Comparison.MoreThan, 0L)]
    [InlineData(8, Comparison.AtLeast, 0L)]
    public void Forecast_AroundTheQuorum_SaysHowManyAreMissing(int coming, Comparison comparison, long missing)
    {
        var electorate = Network.Electorate(Network.GeneralAssembly!);
        var replies = new MeetingReplies([.. electorate.Take(coming).Select(entry => new MeetingReply(entry.Actors[0], ReplyKind.Accepted, 0, Now))]);
        var rule = MajorityRule.Default with { Quorum = new Fraction(1, 2), QuorumComparison = comparison };
        Assert.Equal(new QuorumForecast(coming, 0, 8, missing), replies.Forecast(electorate, rule));
        Assert.Null(replies.Forecast(electorate, MajorityRule.Default).Missing);
    }

    /// <summary>By time; at the same moment what was said to the bot. A declining in the calendar leaves a substitute in place.</summary>
    [Theory]
    [InlineData(ReplyKind.Accepted, ReplyKind.Regretted, -1, false)]
    [InlineData(ReplyKind.Accepted, ReplyKind.Regretted, 0, false)]
    [InlineData(ReplyKind.Accepted, ReplyKind.Regretted, 1, true)]
    [InlineData(ReplyKind.Regretted, ReplyKind.Accepted, 1, true)]
    [InlineData(ReplyKind.Substituted, ReplyKind.Regretted, 1, false)]
    [InlineData(ReplyKind.Substituted, ReplyKind.Tentative, 1, true)]
    [InlineData(ReplyKind.Substituted, ReplyKind.Accepted, 1, true)]
    [InlineData(ReplyKind.Substituted, ReplyKind.Accepted, -1, false)]
    public void For_AnswersInChatAndCalendar_TheLaterCounts(ReplyKind chat, ReplyKind calendar, int ticksLater, bool isCalendar)
    {
        var said = new MeetingReply(Amina, chat, 0, Now) { SubstituteName = "Max" };
        var answered = new MeetingReply(Amina, calendar, 0, Now + Duration.FromTicks(ticksLater)) { IsFromCalendar = true };
        Assert.Equal(isCalendar, Assert.Single(MeetingReplies.For(Plenary, [said], [answered]).Items).IsFromCalendar);
        Assert.Single(MeetingReplies.For(Plenary, [], [answered]).Items);
        Assert.Equal(said, Assert.Single(MeetingReplies.For(Plenary, [said], [answered with { Asked = -1 }]).Items));
    }

    [Theory]
    [InlineData(ReplyKind.Tentative, null, ReplyStanding.Tentative)]
    [InlineData(ReplyKind.Tentative, ReplyKind.Regretted, ReplyStanding.Tentative)]
    [InlineData(ReplyKind.Tentative, ReplyKind.Accepted, ReplyStanding.Coming)]
    [InlineData(ReplyKind.Regretted, ReplyKind.Regretted, ReplyStanding.NotComing)]
    public void Of_AnOrganizationOfTwo_IsOneVoice(ReplyKind amina, ReplyKind? ivo, ReplyStanding expected)
    {
        var electorate = Network.Electorate(Network.GeneralAssembly!);
        var voter = electorate.Single(entry => entry.HasActor(Amina));
        var replies = new MeetingReplies([new MeetingReply(Amina, amina, 0, Now), .. ivo is { } kind ? new[] { new MeetingReply(Ivo, kind, 0, Now) } : []]);
        Assert.Equal(expected, replies.Of(voter));
        var forecast = replies.Forecast(electorate, MajorityRule.Default);
        Assert.Equal((8, 7), (forecast.Coming + forecast.NotComing + forecast.Tentative + forecast.Open, forecast.Open));
    }

    private static IEnumerable<MeetingReply> Replies(PersonId who, string said) => said switch
    {
        "" => [],
        "yes" => [new MeetingReply(who, ReplyKind.Accepted, 0, Now)],
        "no" => [new MeetingReply(who, ReplyKind.Regretted, 0, Now)],
        "sends ivo" => [new MeetingReply(who, ReplyKind.Substituted, 0, Now) { Substitute = Ivo, SubstituteName = "Ivo Petrov" }],
        _ => [new MeetingReply(who, ReplyKind.Substituted, 0, Now) { SubstituteName = "Max Muster" }],
    };
}
