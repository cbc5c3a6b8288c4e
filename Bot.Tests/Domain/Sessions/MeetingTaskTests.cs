using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Sessions.SessionScene;

namespace Bot.Tests.Domain.Sessions;

/// <summary>Tasks after the meeting: reminders, and who may say that they are done.</summary>
public class MeetingTaskTests
{
    private static readonly SessionScene Scene = new();

    private static readonly MeetingTask Task = new(3, new MeetingId("m"), new CommitteeId("board"), 7, "Saal buchen")
    {
        Assignee = Ben, Due = new LocalDate(2027, 3, 29), NotedBy = Ada, NotedAt = Instant.FromUtc(2027, 1, 14, 18, 0),
    };

    private static RulesOfProcedure Rules => Scene.Network.Committees[0].Rules;

    [Theory]
    [InlineData("2027-03-28T06:59:59Z", TaskNotice.None)] // the clocks went forward that night: 9:00 is 7:00 UTC
    [InlineData("2027-03-28T07:00:00Z", TaskNotice.Reminder)]
    [InlineData("2027-03-29T21:59:59Z", TaskNotice.Reminder)]
    [InlineData("2027-03-29T22:00:00Z", TaskNotice.None)]
    [InlineData("2027-03-30T06:59:59Z", TaskNotice.None)]
    [InlineData("2027-03-30T07:00:00Z", TaskNotice.Overdue)]
    [InlineData("2027-04-30T07:00:00Z", TaskNotice.Overdue)]
    public void NoticeAt_AroundTheMornings_IsWhatStillHelps(string at, TaskNotice expected)
    {
        var now = NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).Value;
        Assert.Equal(expected, Task.NoticeAt(Rules, Berlin, now));
        Assert.Equal(TaskNotice.None, (Task with { State = MeetingTaskState.Done }).NoticeAt(Rules, Berlin, now));
        Assert.Equal(TaskNotice.None, (Task with { Assignee = null }).NoticeAt(Rules, Berlin, now));
        Assert.Equal(TaskNotice.None, (Task with { Due = null }).NoticeAt(Rules, Berlin, now));
        Assert.Equal(expected == TaskNotice.Overdue ? expected : TaskNotice.None, (Task with { NotedAt = Instant.FromUtc(2027, 3, 28, 7, 0) }).NoticeAt(Rules, Berlin, now));
    }

    [Fact]
    public void Finish_ByWhoMay_IsDoneOnce()
    {
        Assert.Equal(RefusalCode.TaskOfOthers, Why(Task, Cem));
        Assert.Equal(RefusalCode.TaskUnknown, Why(Task, Stranger));
        Assert.Equal(RefusalCode.TaskUnknown, Why(Task with { State = MeetingTaskState.Withdrawn }, Ben));
        foreach (var person in new[] { Ada, Ben, Katrin })
        {
            var done = Assert.IsType<Outcome<MeetingTask>.Done>(Task.Finish(Scene.Network, person, Scene.Now)).Value;
            Assert.Equal((MeetingTaskState.Done, person), (done.State, done.DoneBy));
            Assert.Same(done, Assert.IsType<Outcome<MeetingTask>.Done>(done.Finish(Scene.Network, Katrin, Scene.Now)).Value);
        }

        Assert.Null(Why(Task with { Assignee = null }, Cem));
        Assert.Null(Why(Task with { Assignee = Stranger }, Stranger));
        Assert.Equal(RefusalCode.TaskUnknown, Why(Task with { Assignee = Stranger, IsConfidential = true }, Stranger));
    }

    private static RefusalCode? Why(MeetingTask task, PersonId person) => task.Finish(Scene.Network, person, Scene.Now) is Outcome<MeetingTask>.Refused(var why) ? why.Code : null;
}
