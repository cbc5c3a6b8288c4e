using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Agendas.AgendaScene;

namespace Bot.Tests.Domain.Agendas;

/// <summary>What goes on to another meeting, and clock times.</summary>
public class AgendaPassingTests
{
    private static readonly ItemLink Link = new(new CommitteeId("plenum"), new MeetingId("p"), new LocalDate(2026, 10, 13), 7);

    [Theory]
    // state of the meeting, whether it was opened, state of the item, what was noted last, whether it goes on
    [InlineData(MeetingState.Closed, true, AgendaItemState.Open, null, true)]
    [InlineData(MeetingState.Closed, true, AgendaItemState.Open, SessionEntryKind.ItemBegun, true)]
    [InlineData(MeetingState.Closed, true, AgendaItemState.Open, SessionEntryKind.ItemDone, false)]
    [InlineData(MeetingState.Closed, true, AgendaItemState.Open, SessionEntryKind.ItemPostponed, true)]
    [InlineData(MeetingState.Closed, true, AgendaItemState.Done, null, false)]
    [InlineData(MeetingState.Closed, true, AgendaItemState.Postponed, SessionEntryKind.ItemDone, true)]
    [InlineData(MeetingState.Closed, true, AgendaItemState.Referred, null, false)]
    [InlineData(MeetingState.Cancelled, false, AgendaItemState.Open, null, true)]
    [InlineData(MeetingState.Cancelled, false, AgendaItemState.Referred, null, false)]
    [InlineData(MeetingState.Invited, false, AgendaItemState.Open, null, false)]
    [InlineData(MeetingState.Invited, false, AgendaItemState.Postponed, null, true)]
    public void LeftOpen_InEachState_GoesOnOrNot(MeetingState state, bool wasOpened, AgendaItemState item, SessionEntryKind? noted, bool goesOn)
    {
        var agenda = With("A");
        agenda = new Agenda(Jan14 with { State = state, OpenedAt = wasOpened ? Called : null }, [agenda.Items[0] with { State = item }]);
        var record = new SessionRecord(noted is { } kind ? [new SessionEntry(1, kind, Called, Katrin) { Item = 1 }] : []);
        Assert.Equal(goesOn, agenda.LeftOpen(record).Count == 1);
        Assert.Empty(agenda.PassedOn(agenda.Items).LeftOpen(record));
    }

    [Fact]
    public void LeftOpen_WhatWasUndone_DoesNotCount()
    {
        var agenda = new Agenda(Jan14 with { State = MeetingState.Closed, OpenedAt = Called }, With("A").Items);
        var record = new SessionRecord([new SessionEntry(1, SessionEntryKind.ItemDone, Called, Katrin) { Item = 1, UndoneAt = Called }]);
        Assert.Single(agenda.LeftOpen(record));
    }

    [Fact]
    public void LeftOpen_AnItem_KeepsWhatItIsAndSaysWhereFrom()
    {
        var item = With("A").Items[0] with { Kind = AgendaItemKind.UrgentMotion, IsTakenUp = false, State = AgendaItemState.Postponed, Minutes = 20, Presenter = "Anna", Visibility = AgendaVisibility.Committee };
        var (_, next) = Assert.Single(new Agenda(Jan14 with { State = MeetingState.Closed, OpenedAt = Called }, [item]).LeftOpen(SessionRecord.Empty));
        Assert.Equal((AgendaItemKind.CarriedOver, AgendaItemState.Open, 20, "Anna", AgendaVisibility.Committee), (next.Kind, next.State, next.Minutes, next.Presenter, next.Visibility));
        Assert.Equal((null, new ItemLink(Jan14.Committee, Jan14.Id, Jan14.Day, 1)), (next.IsTakenUp, next.CarriedFrom));
    }

    [Fact]
    public void LeftOpen_StandingItems_AreOnTheNextAgendaAnyway() =>
        Assert.Empty((new Agenda(Jan14, []).Begun(Net.AdvisoryBoard!.Rules) with { Meeting = Jan14 with { State = MeetingState.Cancelled } }).LeftOpen(SessionRecord.Empty));

    [Theory]
    [InlineData(AgendaVisibility.All, "Angenommen. · Frist bis Mai.")]
    [InlineData(AgendaVisibility.Committee, "")]
    public void Answers_ReferredItemDone_GoBackWithWhatWasDecided(AgendaVisibility visibility, string answer)
    {
        var item = With("A").Items[0] with { Kind = AgendaItemKind.Referred, ReferredFrom = Link, Visibility = visibility, State = AgendaItemState.Done };
        var agenda = new Agenda(Jan14 with { State = MeetingState.Closed, OpenedAt = Called }, [item]);
        var record = new SessionRecord(
        [
            Decided(1, "Angenommen.", 1), Decided(2, "Anderes.", 2), Decided(3, "Verworfen.", 1) with { UndoneAt = Called }, Decided(4, "Frist bis Mai.", 1),
        ]);
        var (_, back) = Assert.Single(agenda.Answers(record));
        Assert.Equal((AgendaItemKind.Answer, "A", answer, AgendaVisibility.All), (back.Kind, back.Title, back.Answer, back.Visibility));
        Assert.Empty(agenda.PassedOn([item]).Answers(record));
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(401, 400)]
    public void Answers_AroundTheLongest_AreCut(int length, int kept)
    {
        var item = With("A").Items[0] with { Kind = AgendaItemKind.Referred, ReferredFrom = Link, State = AgendaItemState.Done };
        var agenda = new Agenda(Jan14 with { State = MeetingState.Closed, OpenedAt = Called }, [item]);
        Assert.Equal(kept, Assert.Single(agenda.Answers(new SessionRecord([Decided(1, new string('x', length), 1)]))).Answer.Answer!.Length);
    }

    [Fact]
    public void Change_TitleOfWhatAnotherCommitteeReferred_Stays()
    {
        var agenda = new Agenda(Jan14, [With("A").Items[0] with { ReferredFrom = Link }]);
        Assert.Equal(Bot.Domain.RefusalCode.ReferredTitleStays, Why(agenda.Change(Net, Katrin, 1, new ItemChange.Title("Geheimes"), Called)));
        Assert.Null(Why(agenda.Change(Net, Katrin, 1, new ItemChange.Details("A", 10, "Anna"), Called)));
    }

    [Fact]
    public void Clock_ItemsWithAndWithoutLength_SaysWhatIsKnown()
    {
        var agenda = With("A", "B", "C");
        agenda = agenda with { Meeting = Jan14 with { Start = new LocalTime(23, 50) }, Items = [agenda.Items[0] with { Minutes = 15 }, agenda.Items[1], agenda.Items[2] with { Minutes = 5 }] };
        var clock = AgendaClock.Of(agenda);
        Assert.Equal(
            [(new LocalTime(23, 50), new LocalTime(0, 5)), (new LocalTime(0, 5), (LocalTime?)null), ((LocalTime?)null, (LocalTime?)null)],
            clock.Times.Select(time => ((LocalTime?)time.From, time.Until)));
        Assert.Equal((20, 1, null, false), (clock.Minutes, clock.Untimed, clock.Available, clock.IsTooLong));
        Assert.All(AgendaClock.Of(With("A", "B")).Times, time => Assert.Null(time.From));
    }

    [Theory]
    [InlineData(17, 0, 18, 0, 60, 60, false)]
    [InlineData(17, 0, 18, 0, 61, 60, true)]
    [InlineData(23, 30, 0, 30, 60, 60, false)]
    [InlineData(17, 0, 17, 0, 240, 1440, false)]
    public void Clock_AgainstTheEnd_FitsOrNot(int hour, int minute, int endHour, int endMinute, int minutes, int available, bool isTooLong)
    {
        var agenda = With("A");
        var meeting = Jan14 with { Start = new LocalTime(hour, minute), End = new LocalTime(endHour, endMinute) };
        var clock = AgendaClock.Of(new Agenda(meeting, [agenda.Items[0] with { Minutes = minutes }]));
        Assert.Equal((available, isTooLong), (clock.Available, clock.IsTooLong));
    }

    [Theory]
    [InlineData("0|5|Eröffnung\n0||Berichte\n1||Verschiedenes", true)]
    [InlineData("0||A\n0||a", false)]
    [InlineData("0|241|A", false)]
    [InlineData("0|240|A", true)]
    [InlineData("2||A", false)]
    [InlineData("0|x|A", false)]
    [InlineData("A", false)]
    [InlineData("0||", false)]
    public void StandingItems_Code_IsReadBackOrNotAtAll(string code, bool isSound)
    {
        Assert.Equal(isSound ? code : null, StandingItems.TryParse(code)?.ToCode());
        Assert.Equal(StandingItems.None, StandingItems.TryParse(string.Empty));
    }

    [Theory]
    [InlineData(10, 60, true)]
    [InlineData(11, 60, false)]
    [InlineData(10, 61, false)]
    public void StandingItems_AroundTheLimits_AreSoundOrNot(int items, int length, bool isSound) => Assert.Equal(
        isSound, new StandingItems([.. Enumerable.Range(0, items).Select(number => new StandingItem(number.ToString("00", System.Globalization.CultureInfo.InvariantCulture) + new string('x', length - 2)))], []).IsSound);

    private static SessionEntry Decided(int number, string text, int item) => new(number, SessionEntryKind.Decision, Called, Katrin) { Text = text, Item = item };
}
