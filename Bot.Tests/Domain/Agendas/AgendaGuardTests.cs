using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Agendas.AgendaScene;

namespace Bot.Tests.Domain.Agendas;

/// <summary>Who may put something on an agenda or change it, until when, and what stands there once only.</summary>
public class AgendaGuardTests
{
    [Theory]
    [InlineData("amina", null)]
    [InlineData("dao", RefusalCode.NotMemberOfCommittee)]
    [InlineData("nobody", RefusalCode.NotMemberOfCommittee)]
    public void Propose_ByWhoDoesNotBelong_IsRefused(string who, RefusalCode? refused) =>
        Assert.Equal(refused, Why(With("A").Propose(Net, "B", null, new PersonId(who), Called)));

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, RefusalCode.TextTooLong)]
    public void Change_PresenterAroundTheLongestName_IsTakenOrRefused(int length, RefusalCode? refused)
    {
        var name = new string('x', length);
        Assert.Equal(refused, Why(With("A").Change(Net, Katrin, 1, new ItemChange.Presenter(name), Called)));
        Assert.Equal(refused, Why(With("A").Change(Net, Katrin, 1, new ItemChange.Details("A", null, name), Called)));
    }

    [Theory]
    [InlineData(MeetingState.Invited, -1, null)]
    [InlineData(MeetingState.Invited, 0, RefusalCode.AgendaOver)]
    [InlineData(MeetingState.InSession, 0, null)]
    [InlineData(MeetingState.Closed, -1, RefusalCode.AgendaOver)]
    [InlineData(MeetingState.Cancelled, -1, RefusalCode.MeetingCancelled)]
    public void ChangeAndPropose_AroundTheEndOfTheDay_ArePossibleWhileItLasts(MeetingState state, int seconds, RefusalCode? refused)
    {
        var agenda = new Agenda(Jan14 with { State = state }, With("A").Items);
        var at = Instant.FromUtc(2027, 1, 14, 23, 0) + Duration.FromSeconds(seconds);
        Assert.Equal(refused, Why(agenda.Change(Net, Katrin, 1, new ItemChange.Title("B"), at)));
        Assert.Equal(refused, Why(agenda.Propose(Net, "B", null, Amina, at)));
        Assert.Null(Why(agenda.Change(Net, Katrin, 1, new ItemChange.Visible(AgendaVisibility.Committee), at)));
    }

    [Theory]
    [InlineData(AgendaItemKind.Proposed, null)]
    [InlineData(AgendaItemKind.Standing, RefusalCode.ItemNotYours)]
    [InlineData(AgendaItemKind.Urgency, RefusalCode.ItemNotYours)]
    public void Withdraw_ByWhoIsNamedAsProposer_OnlyWhatTheyProposed(AgendaItemKind kind, RefusalCode? refused)
    {
        // Standing items name who called the meeting; a chair of another day must not find them theirs.
        var agenda = new Agenda(Jan14, [With("A").Items[0] with { Kind = kind, ProposedBy = Bernd }]);
        Assert.Equal(refused, Why(agenda.Change(Net, Bernd, 1, new ItemChange.Withdraw(), Called)));
    }

    [Theory]
    [InlineData("A", AgendaVisibility.All, 1)]
    [InlineData("a", AgendaVisibility.All, 1)]
    [InlineData("A", AgendaVisibility.Committee, 2)]
    [InlineData("B", AgendaVisibility.All, 2)]
    public void Received_CarriedOverWithATitleThatStands_StandsOnce(string title, AgendaVisibility visibility, int items)
    {
        var carried = new AgendaItem(0, title, null, Amina, Called) { Kind = AgendaItemKind.CarriedOver, Visibility = visibility };
        Assert.Equal(items, With("A").Received(carried).Items.Count);
        Assert.Equal(2, With("A").Received(carried with { ReferredFrom = new ItemLink(new CommitteeId("plenum"), new MeetingId("p"), Jan14.Day, 1) }).Items.Count);
        Assert.Equal([1, 2], With("A").Received(carried with { Kind = AgendaItemKind.Referred }).Items.Select(item => item.Number));
    }
}
