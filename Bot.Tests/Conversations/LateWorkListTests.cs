using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Of everything that is looked at when it is due it is known what happens when that is late: a test shows it, or it is written here why nothing has to be shown.</summary>
public class LateWorkListTests
{
    private const string Quiet = "Says nothing by itself: ";

    private const string However = "Told once, however late: ";

    /// <summary>By kind of subject, where its limits are shown.</summary>
    private static readonly Dictionary<string, string[]> Shown = new(StringComparer.Ordinal)
    {
        [Subjects.Meeting] = [nameof(LateWorkTests.Reminder_ThatWasMissed_IsSaidUntilTheMeetingBegins), nameof(LateWorkTests.Cancellation_ThatWasMissed_IsSaidUntilADayAfterTheMeeting)],
        [Subjects.Ballot] = [nameof(LateWorkTests.Result_ThatWasMissed_IsCountedAndToldOnceForNinetyDays), nameof(RemindVotersTests.Remind_DownOverTheMoments_OnlyTheLatestAndNeverAfterTheEnd)],
        [Subjects.BallotMail] = [nameof(BallotMailTests.Ballot_EndedDuringAnOutage_CallsNobodyAfterwards), nameof(BallotMailTests.Ballot_DeclaredVoid_IsWrittenToWhoWasCalled)],
        [Subjects.Digest] = [nameof(LateWorkTests.Overview_ThatWasMissed_IsSentForThreeDays)],
        [Subjects.Reach] = [nameof(LateWorkTests.Report_ThatWasMissed_IsSaidUntilTheMeetingBegins)],
        [Subjects.Task] = [nameof(LateWorkTests.Task_ThatWasMissed_IsRemindedOfUntilItIsDueAndToldOverdueByDay)],
        [Subjects.Resolution] = [nameof(LateWorkTests.Resolution_ThatIsOverdue_IsRemindedOfAsItStandsNow)],
        [Subjects.Group] = [nameof(LateWorkTests.Report_OfAGroup_IsRemindedOfAsItStandsNow)],
        [Subjects.Rota] = [nameof(LateWorkTests.Turn_ThatWasMissed_IsToldAsLongAsItCanBePrepared)],
        [Subjects.Rhythm] = [nameof(LateWorkTests.Rhythm_ThatWasMissed_ProposesOneDayThatIsAhead)],
        [Subjects.Quarter] = [nameof(QuarterWatchTests.Watch_ServerAsleepOverTwoStages_SaysTheLatestOnce), nameof(QuarterWatchTests.Watch_LateAfterAnOutage_IsToldInWakingHours)],
        [Subjects.Session] = [nameof(LateWorkTests.Closing_ByTheClock_IsToldForNinetyDaysAndTheDraftInAnyCase)],
        [Subjects.Minutes] =
        [
            nameof(LateWorkTests.Closing_ByTheClock_IsToldForNinetyDaysAndTheDraftInAnyCase), nameof(LateWorkTests.Approval_ThatIsToBeAskedFor_IsToldUntilTheDayOfTheMeetingIsOver),
        ],
        [Subjects.Expulsion] = [nameof(LateWorkTests.Expulsion_ThatCouldNotBeTold_IsToldOnceAsItStands)],
        [Subjects.Membership] = [nameof(LateWorkTests.Resignation_ThatCouldNotBeTold_IsToldOnceAsItStands), nameof(LateWorkTests.Suspension_ThatCouldNotBeTold_IsToldOnceAsItStands)],
        [Subjects.Seats] = [nameof(LateWorkTests.EndOfATerm_ThatWasMissed_IsToldByDayUntilItsLastDay), nameof(LateWorkTests.Seat_GivenUp_IsToldForFourteenDaysAfterItsLast)],
        [Subjects.Newcomer] = [nameof(LateWorkTests.Newcomer_WhoCouldNotBeAnnounced_IsAskedAboutForAMonth), nameof(NewcomerTests.Newcomer_KnownInAnotherWay_WaitsNoMoreAndIsNotGreetedAMonthLater)],
        [Subjects.Stalled] = [nameof(LateWorkTests.Stalled_Cases_AreReportedInOneMessageByDay)],
        [Subjects.StalledExpulsion] = [nameof(ExpulsionTroubleTests.Stalled_AfterTheHearing_IsReportedAMonthLaterAndNotWhileThereIsTimeToAnswer)],
        [Subjects.Admission] = [nameof(LateWorkTests.Introduction_ThatCouldNotBeTold_IsToldUntilTheMeetingBegins), nameof(AdmissionDayTests.Follow_StoreFailsOnceAtEachWriteOfTheDay_WelcomesOnceAlsoAfterAnOutage)],
        [Subjects.Election] = [nameof(LateWorkTests.Election_ThatBeginsLate_GivesADayToVote), nameof(LateWorkTests.NextElection_ThatIsDue_IsToldByDayUntilTheTermEnds)],
        [Subjects.Prospect] = [nameof(ProspectTests.FollowUp_AfterAnOutage_IsSaidOnceIfStillUseful)],
        [Subjects.Retention] = [nameof(RetentionTests.Run_AfterMonthsAsleep_RunsOnceAndReportsOnce)],
        [Subjects.Agenda] = [nameof(PassedItemTests.LeftOpen_WeeksLater_WaitedForTheNextMeeting)],
    };

    /// <summary>By kind of subject, why there is no limit.</summary>
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        [Subjects.Motion] = However + "somebody has to do what was decided.",
        [Subjects.Power] = However + "who coordinates must know who got power or lost it, and of an attack only learns by this.",
        [Subjects.Departure] = However + "the seats are vacant until somebody fills them.",
        [Subjects.DigestStart] = However + "it begins when it begins; the first overview is the next one, never a past one.",
        [Subjects.MinutesDraft] = Quiet + "it writes the draft, which somebody needs however late; the minutes tell of it.",
        [Subjects.MinutesFile] = Quiet + "it puts a file where it belongs.",
        [Subjects.Invitation] = Quiet + "it brings calendars to where the meeting is, until it begins; then there is nothing to come to. Mails go by the same rule.",
        [Subjects.Introduction] = Quiet + "it has the admission case looked at.",
        [Subjects.ExpulsionLeft] = Quiet + "it has the expulsion case looked at.",
        [Subjects.MeetingReach] = Quiet + "it notes that a meeting is talked about.",
        [Subjects.BallotReach] = Quiet + "it notes that a ballot is talked about.",
        [Subjects.ElectionReach] = Quiet + "it notes that an election is talked about.",
        [Subjects.AdmissionReach] = Quiet + "it notes that an admission case is talked about.",
        [Subjects.ExpulsionReach] = Quiet + "it notes that an expulsion case is talked about.",
        [Subjects.MinutesReach] = Quiet + "it notes that minutes are talked about.",
        [Subjects.TaskReach] = Quiet + "it notes that a task is talked about.",
        [Subjects.GroupReach] = Quiet + "it notes that a group is talked about.",
        [Subjects.LookUp] = Quiet + "it forgets a look-up.",
        [Subjects.SentList] = Quiet + "it forgets a list that was sent.",
        [Subjects.Message] = Quiet + "it forgets a message.",
        [Subjects.Place] = Quiet + "it plans looks anew.",
        [Subjects.Store] = Quiet + "it ends the process.",
    };

    [Fact]
    public async Task EveryHandler_IsJudged()
    {
        await using var talk = await Talk.StartAsync();
        var kinds = talk.Get<IEnumerable<IDueHandler>>().Select(handler => handler.Kind).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(kinds, Shown.Keys.Concat(Reasons.Keys).Order(StringComparer.Ordinal));
    }

    /// <summary>A handler that nobody registers would be judged by nobody.</summary>
    [Fact]
    public async Task EveryHandler_IsRegistered()
    {
        await using var talk = await Talk.StartAsync();
        var registered = talk.Get<IEnumerable<IDueHandler>>().Select(handler => handler.GetType()).ToHashSet();
        Assert.DoesNotContain(typeof(IDueHandler).Assembly.GetTypes(), type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDueHandler)) && !registered.Contains(type));
    }

    [Fact]
    public void EveryTestThatIsNamed_IsATest() =>
        Assert.All(Shown.Values.SelectMany(names => names), name => Assert.Contains(typeof(LateWorkListTests).Assembly.GetTypes(), type => type.GetMethod(name) is { } method && method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0));
}
