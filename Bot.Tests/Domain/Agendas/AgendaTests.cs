using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;
using static Bot.Tests.Domain.Agendas.AgendaScene;

namespace Bot.Tests.Domain.Agendas;

/// <summary>Order, proposals, and who may change what.</summary>
public class AgendaTests
{
    [Theory]
    [InlineData(3, 1, false, "C A B D")]
    [InlineData(3, 2, false, "A C B D")]
    [InlineData(1, 2, true, "B A C D")]
    [InlineData(1, 4, true, "B C D A")]
    [InlineData(2, 3, false, "A B C D")]
    [InlineData(2, 2, false, "A B C D")]
    [InlineData(4, 1, true, "A D B C")]
    public void Change_BesideAnother_Moves(int number, int other, bool isBehind, string order) =>
        Assert.Equal(order, With("A", "B", "C", "D").After(number, new ItemChange.Beside(other, isBehind)).Titles());

    [Theory]
    [InlineData(3, false, "C A B D")]
    [InlineData(1, false, "A B C D")]
    [InlineData(2, true, "A C D B")]
    [InlineData(4, true, "A B C D")]
    public void Change_ToAnEdge_Moves(int number, bool isLast, string order) => Assert.Equal(order, With("A", "B", "C", "D").After(number, new ItemChange.ToEdge(isLast)).Titles());

    [Fact]
    public void Change_AnyMoves_LoseAndDoubleNothing() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 9999)).ToArbitrary(),
        steps =>
        {
            var agenda = With("A", "B", "C", "D", "E", "F");
            foreach (var step in steps)
            {
                var (number, other) = ((step % 6) + 1, (step / 6 % 6) + 1);
                ItemChange change = step % 5 == 0 ? new ItemChange.ToEdge(step % 2 == 0) : new ItemChange.Beside(other, step % 2 == 0);
                var after = agenda.After(number, change);
                Assert.Equal(after, after.After(number, change));
                Assert.Equal([1, 2, 3, 4, 5, 6], after.Items.Select(item => item.Number).Order());
                Assert.Equal(Enumerable.Range(1, 6), after.Items.Select(after.PlaceOf));
                agenda = after;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnOrderThatLacksAndNamesTooMuch_ShowsEveryItemOnce()
    {
        var stored = With("A", "B", "C", "D").Items.Select(item => item.Number == 2 ? item with { State = AgendaItemState.Withdrawn } : item with { StandsLast = item.Number == 4 }).ToList();
        var agenda = Agenda.Of(Jan14, stored, [4, 9, 2, 1, 1]);
        Assert.Equal("D A C", agenda.Titles());
        Assert.Equal("A C D", Agenda.Of(Jan14, stored, []).Titles());
        Assert.Equal(5, agenda.NextNumber);
    }

    [Fact]
    public void Withdraw_TakesItOff_AndItsNumberIsNotGivenAgain()
    {
        var agenda = With("A", "B").After(2, new ItemChange.Withdraw());
        Assert.Equal("A", agenda.Titles());
        var added = Assert.IsType<Outcome<AgendaItem>.Done>(agenda.Propose(Net, "C", null, Bernd, Called)).Value;
        Assert.Equal((3, 2), (added.Number, agenda.With(added).PlaceOf(added)));
        Assert.Equal(RefusalCode.ItemUnknown, Why(agenda.Change(Net, Katrin, 2, new ItemChange.Minutes(5), Called)));
    }

    [Theory]
    [InlineData(2027, 1, 11, 22, 59, 59, AgendaItemKind.Proposed)]
    [InlineData(2027, 1, 11, 23, 0, 0, AgendaItemKind.UrgentMotion)]
    [InlineData(2027, 1, 14, 22, 59, 59, AgendaItemKind.UrgentMotion)]
    [InlineData(2027, 1, 14, 23, 0, 0, null)]
    public void Propose_AroundDeadlineAndEnd_IsAProposalAnUrgentMotionOrRefused(int year, int month, int day, int hour, int minute, int second, AgendaItemKind? kind)
    {
        var outcome = With().Propose(Net, "A", null, Amina, Instant.FromUtc(year, month, day, hour, minute, second));
        Assert.Equal(kind, (outcome as Outcome<AgendaItem>.Done)?.Value.Kind);
        Assert.Equal(kind is null ? RefusalCode.AgendaOver : null, Why(outcome));
    }

    [Theory]
    [InlineData(MeetingState.Cancelled, RefusalCode.MeetingCancelled)]
    [InlineData(MeetingState.Closed, RefusalCode.AgendaOver)]
    [InlineData(MeetingState.InSession, null)]
    public void Propose_InEachState_IsTakenUntilTheMeetingEnds(MeetingState state, RefusalCode? why)
    {
        var after = Instant.FromUtc(2027, 1, 15, 1, 0);
        Assert.Equal(why, Why(new Agenda(Jan14 with { State = state }, []).Propose(Net, "A", null, Amina, after)));
    }

    [Theory]
    [InlineData(39, null)]
    [InlineData(40, RefusalCode.AgendaFull)]
    public void Propose_AroundTheLimit_CountsOnlyWhatWasProposed(int proposed, RefusalCode? why)
    {
        var agenda = With([.. Enumerable.Range(1, proposed).Select(number => $"T{number}")]).Begun(Net.AdvisoryBoard!.Rules);
        Assert.Equal(proposed + 5, agenda.Items.Count);
        Assert.Equal(why, Why(agenda.Propose(Net, "A", null, Amina, Called)));
    }

    [Fact]
    public void Propose_TheTitleOfAConfidentialItem_TellsNothingOfIt()
    {
        var agenda = With("Personalie").After(1, new ItemChange.Visible(AgendaVisibility.Committee));
        Assert.Equal(2, Assert.IsType<Outcome<AgendaItem>.Done>(agenda.Propose(Net, "personalie", null, Bernd, Called)).Value.Number);
        Assert.Equal(1, Assert.IsType<Outcome<AgendaItem>.Done>(agenda.Propose(Net, "personalie", null, Bernd, Called, AgendaVisibility.Committee)).Value.Number);
    }

    public static TheoryData<string, bool, bool, bool> Rights => new()
    {
        // change, leads, proposed it, somebody else of the committee
        { "beside", true, false, false },
        { "edge", true, false, false },
        { "minutes", true, true, false },
        { "presenter", true, true, false },
        { "title", true, true, false },
        { "details", true, true, false },
        { "withdraw", true, true, false },
        { "confidential", true, true, false },
        { "public", true, false, false },
        { "take", true, false, false },
        { "refer", true, false, false },
    };

    [Theory]
    [MemberData(nameof(Rights))]
    public void Change_ByEach_IsTheirsOrRefused(string name, bool leader, bool proposer, bool other)
    {
        var change = Named(name);
        var agenda = With("A", "B") with { Meeting = Jan14 with { Chair = Dao } };
        agenda = agenda with { Items = [agenda.Items[0] with { Kind = AgendaItemKind.UrgentMotion }, agenda.Items[1]] };
        foreach (var (person, may) in new[] { (Katrin, leader), (Dao, leader), (Amina, proposer), (Bernd, other) })
        {
            Assert.Equal(may ? null : RefusalCode.ItemNotYours, Why(agenda.Change(Net, person, 1, change, Called)));
        }

        var outside = agenda with { Meeting = Jan14, Items = [agenda.Items[0] with { ProposedBy = Dao }] };
        Assert.Equal(RefusalCode.ItemNotYours, Why(outside.Change(Net, Dao, 1, change, Called)));
    }

    [Theory]
    [InlineData(AgendaItemState.Done)]
    [InlineData(AgendaItemState.Referred)]
    public void Change_OfASettledItem_IsRefusedButForWhoSeesIt(AgendaItemState state)
    {
        var agenda = new Agenda(Jan14, [With("A").Items[0] with { State = state }]);
        Assert.Equal(RefusalCode.ItemSettled, Why(agenda.Change(Net, Katrin, 1, new ItemChange.Minutes(3), Called)));
        Assert.Null(Why(agenda.Change(Net, Katrin, 1, new ItemChange.Visible(AgendaVisibility.Committee), Called)));
    }

    [Theory]
    [InlineData("minutes:0", RefusalCode.MinutesOutOfRange)]
    [InlineData("minutes:240", null)]
    [InlineData("minutes:241", RefusalCode.MinutesOutOfRange)]
    [InlineData("before:9", RefusalCode.ItemUnknown)]
    [InlineData("title:b", RefusalCode.ItemStandsAlready)]
    [InlineData("title:a", null)]
    [InlineData("title:", RefusalCode.TitleMissing)]
    [InlineData("refer:beirat", RefusalCode.CommitteeUnknown)]
    [InlineData("refer:nirgends", RefusalCode.CommitteeUnknown)]
    [InlineData("refer:plenum", null)]
    [InlineData("take", RefusalCode.NoUrgentMotion)]
    public void Change_ThatMakesNoSense_IsRefused(string code, RefusalCode? why) =>
        Assert.Equal(why, Why(With("A", "B").Change(Net, Katrin, 1, Bot.Features.Meetings.EditAgenda.ChangeCode.Read(code)!, Called)));

    [Fact]
    public void Change_OfAConfidentialItem_NeverPassesItOn()
    {
        var agenda = With("A").After(1, new ItemChange.Visible(AgendaVisibility.Committee));
        Assert.Equal(RefusalCode.ConfidentialStays, Why(agenda.Change(Net, Katrin, 1, new ItemChange.Refer(Net.GeneralAssembly!.Id), Called)));
    }

    [Fact]
    public void Begun_UrgentMeeting_ConfirmsItsUrgencyFirst_AndItStaysThere()
    {
        var agenda = new Agenda(Jan14 with { Kind = MeetingKind.Urgent }, []).Begun(Net.AdvisoryBoard!.Rules).With(With("A").Items[0] with { Number = 2 });
        Assert.Equal(["Urgency", "Proposed"], agenda.Items.Select(item => item.Kind.ToString()));
        Assert.Equal(2, agenda.PlaceOf(agenda.Items[1]));
        Assert.Equal(2, agenda.After(2, new ItemChange.ToEdge(IsLast: false)).Items[1].Number);
        foreach (var change in new ItemChange[] { new ItemChange.Withdraw(), new ItemChange.ToEdge(true), new ItemChange.Visible(AgendaVisibility.Committee) })
        {
            Assert.Equal(RefusalCode.UrgencyStaysFirst, Why(agenda.Change(Net, Katrin, 1, change, Called)));
        }

        Assert.Equal(RefusalCode.UrgencyStaysFirst, Why(agenda.Change(Net, Katrin, 2, new ItemChange.Beside(1, IsBehind: false), Called)));
    }

    [Fact]
    public void Begun_WithStandingItems_PutsProposalsBetween()
    {
        var agenda = new Agenda(Jan14, []).Begun(Net.AdvisoryBoard!.Rules);
        var added = Assert.IsType<Outcome<AgendaItem>.Done>(agenda.Propose(Net, "Haushalt", null, Amina, Called)).Value;
        Assert.Equal("Eröffnung Genehmigung des letzten Protokolls Berichte Beschlüsse Haushalt Verschiedenes", agenda.With(added).Titles());
        Assert.Equal(5, agenda.With(added).PlaceOf(added));
    }

    [Fact]
    public void Masked_ConfidentialItem_KeepsItsPlaceAndNothingElse()
    {
        var link = new ItemLink(new CommitteeId("plenum"), new MeetingId("x"), new LocalDate(2026, 1, 1), 1);
        var agenda = With("A", "B", "C");
        agenda = agenda with { Items = [agenda.Items[0], agenda.Items[1] with { Visibility = AgendaVisibility.Committee, Presenter = "Anna", CarriedFrom = link, ReferredFrom = link, Answer = "x" }, agenda.Items[2]] };
        var masked = agenda.Masked().Items[1];
        Assert.Equal((2, string.Empty, string.Empty, string.Empty), (agenda.Masked().PlaceOf(masked), masked.Title, masked.Presenter, masked.Answer));
        Assert.Equal((null, null, true), (masked.CarriedFrom, masked.ReferredFrom, masked.IsMasked));
    }

    private static ItemChange Named(string name) => name switch
    {
        "beside" => new ItemChange.Beside(2, IsBehind: true),
        "edge" => new ItemChange.ToEdge(IsLast: true),
        "minutes" => new ItemChange.Minutes(10),
        "presenter" => new ItemChange.Presenter("Anna"),
        "title" => new ItemChange.Title("Neu"),
        "details" => new ItemChange.Details("Neu", 10, "Anna"),
        "withdraw" => new ItemChange.Withdraw(),
        "confidential" => new ItemChange.Visible(AgendaVisibility.Committee),
        "public" => new ItemChange.Visible(AgendaVisibility.All),
        "take" => new ItemChange.TakeUp(IsTaken: true),
        _ => new ItemChange.Refer(new CommitteeId("plenum")),
    };
}
