using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.ExampleNetwork;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Meetings;

/// <summary>Who may call and cancel a meeting, until when, and with how many words.</summary>
public class MeetingProposalTests
{
    private static readonly Network Network = ExampleSnapshot.Create().Network;

    private static readonly PersonId Katrin = new("katrin"), Amina = new("amina");

    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);

    private static readonly Meeting Board = new()
    {
        Id = new MeetingId("m"), Committee = new CommitteeId("beirat"), Day = new LocalDate(2027, 1, 14), Start = new LocalTime(17, 0), RulesVersion = 1,
        CalledBy = Katrin, CalledAt = Now,
    };

    [Theory]
    [InlineData("katrin", null)]
    [InlineData("amina", RefusalCode.OnlyCoordinator)]
    [InlineData("nobody", RefusalCode.OnlyCoordinator)]
    public void CallAndCancel_ByWhoDoesNotCoordinate_AreRefused(string who, RefusalCode? refused)
    {
        Assert.Equal(refused, Why(Proposal().Call(Network, new PersonId(who), Board.Id, Now)));
        Assert.Equal(refused, Why(Board.Cancel(Network, new PersonId(who), string.Empty, Now)));
        Assert.Equal(RefusalCode.OnlyCoordinator, Why(Board.Cancel(Network, null, string.Empty, Now)));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, RefusalCode.MeetingInPast)]
    [InlineData(1, RefusalCode.MeetingInPast)]
    public void CallAndCancel_AroundTheBeginning_ArePossibleOnlyBefore(int seconds, RefusalCode? refused)
    {
        var at = Board.StartsAt(Network.Zone) + Duration.FromSeconds(seconds);
        Assert.Equal(refused, Why((Proposal() with { Reason = "eilig" }).Call(Network, Katrin, Board.Id, at)));
        Assert.Equal(refused, Why(Board.Cancel(Network, Katrin, string.Empty, at)));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, RefusalCode.TextTooLong)]
    public void CallAndCancel_AroundTheLongestText_AreTakenOrRefused(int length, RefusalCode? refused)
    {
        var text = new string('x', length);
        Assert.Equal(refused, Why(Board.Cancel(Network, Katrin, text, Now)));
        Assert.Equal(refused, Why((Proposal() with { Place = text }).Call(Network, Katrin, Board.Id, Now)));
        Assert.Equal(refused, Why((Proposal() with { Topic = text }).Call(Network, Katrin, Board.Id, Now)));
        Assert.Equal(refused, Why((Proposal() with { Reason = text }).Call(Network, Katrin, Board.Id, Now)));
    }

    [Theory]
    [InlineData(MeetingState.Invited, null)]
    [InlineData(MeetingState.Cancelled, null)]
    [InlineData(MeetingState.InSession, RefusalCode.MeetingIsOpened)]
    [InlineData(MeetingState.Closed, RefusalCode.MeetingIsOpened)]
    public void Cancel_InEachState_IsDoneOnceAndNeverAfterItWasOpened(MeetingState state, RefusalCode? refused)
    {
        var meeting = Board with { State = state, Revision = 3 };
        var outcome = meeting.Cancel(Network, Katrin, "Glatteis", Now);
        Assert.Equal(refused, Why(outcome));
        if (outcome is Outcome<Meeting>.Done(var cancelled))
        {
            Assert.Equal((MeetingState.Cancelled, state == MeetingState.Invited ? 4 : 3), (cancelled.State, cancelled.Revision));
        }
    }

    [Theory]
    [InlineData(0, "2027-01-11T23:00:00Z")]
    [InlineData(1, "2027-01-11T23:00:00Z")]
    [InlineData(2, "2027-01-14T16:00:00Z")]
    public void AgendaClosesAt_CalledAroundTheDeadline_IsTheDeadlineOnlyWhenItWasStillToCome(int calls, string closes)
    {
        // Three days before the meeting; whoever is called at that moment or later may propose until the beginning.
        var deadline = Instant.FromUtc(2027, 1, 11, 23, 0);
        Instant[] moments = [Now, deadline - Duration.Epsilon, deadline];
        var meeting = Board with { CalledAt = moments[calls] };
        Assert.Equal(closes, NodaTime.Text.InstantPattern.General.Format(meeting.AgendaClosesAt(new RulesOfProcedure { EffectiveFrom = new LocalDate(2026, 1, 1), AgendaDeadlineDays = 3 }, Network.Zone)));
    }

    private static MeetingProposal Proposal() => new(Board.Committee, Board.Day, Board.Start, "Rathaus", string.Empty, string.Empty);

    private static RefusalCode? Why(Outcome<Meeting> outcome) => (outcome as Outcome<Meeting>.Refused)?.Why.Code;
}
