using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rotas;
using Bot.Tests.Domain.Meetings;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Rotas;

public class RotaStateTests
{
    private static readonly string[] Round = ["anna", "ben", "cem", "anna"];
    private static readonly Instant Set = Instant.FromUtc(2026, 11, 1, 0, 0);
    private static readonly Committee Board = PlanningScene.Committee("b", PlanningScene.Rules(null));
    private static readonly Network Everybody = PlanningScene.Network([Board], ("b", ["anna", "ben", "cem", "dora"]));
    private static readonly Rota Order = new(Board.Id, [Host("anna"), Host("ben"), Host("cem")], Set, new PersonId("katrin"));

    [Fact]
    public void Of_NothingHappenedYet_BeginsWithTheFirst() => Assert.Equal("anna ben cem", Upcoming(Order));

    [Fact]
    public void Of_MeetingsCalled_GoesRound() => Assert.Equal(
        ["ben cem anna", "cem anna ben", "anna ben cem", "ben cem anna"],
        Enumerable.Range(1, 4).Select(count => Upcoming(Order, [.. Round.Take(count).Select((who, index) => Led(who, index))])));

    [Fact]
    public void Of_ACancelledMeeting_GivesTheTurnBack() =>
        Assert.Equal("anna ben cem", Upcoming(Order, Led("anna", 0) with { State = MeetingState.Cancelled }));

    [Fact]
    public void Of_LedByAnotherOfTheOrder_TheirTurnIsOverAndTheFirstIsStillNext() => Assert.Equal("anna cem ben", Upcoming(Order, Led("ben", 0)));

    [Fact]
    public void Of_LedBySomebodyOutsideOrBeforeItWasSet_NothingMoves()
    {
        Assert.Equal("anna ben cem", Upcoming(Order, Led("dora", 0)));
        Assert.Equal("anna ben cem", Upcoming(Order, Led("anna", 0) with { CalledAt = Set - Duration.FromSeconds(1) }));
        Assert.Equal("ben cem anna", Upcoming(Order, Led("anna", 0) with { CalledAt = Set }));
    }

    [Fact]
    public void Of_ASwap_LastsOneRound()
    {
        var swapped = Order.With(new RotaStep(RotaStepKind.Swapped, Host("anna"), Set, new PersonId("ben")) { Other = Host("ben") });
        Assert.Equal("ben anna cem", Upcoming(swapped));
        Assert.Equal("anna cem anna", Upcoming(swapped, Led("ben", 0)));
        Assert.Equal("cem anna ben", Upcoming(swapped, Led("ben", 0), Led("anna", 1)));
        Assert.Equal("anna ben cem", Upcoming(swapped, Led("ben", 0), Led("anna", 1), Led("cem", 2)));
    }

    [Fact]
    public void Of_ASkippedTurn_ComesAgainWithTheNextRound() =>
        Assert.Equal("ben cem anna", Upcoming(Order.With(new RotaStep(RotaStepKind.Skipped, Host("anna"), Set, new PersonId("katrin")) { Reason = "krank" })));

    [Fact]
    public void Of_WhatWasAgreedUnderAnOrderBefore_SaysNothing()
    {
        var old = Order.With(new RotaStep(RotaStepKind.Skipped, Host("anna"), Set, new PersonId("katrin")) { Reason = "krank" });
        Assert.Equal("anna ben cem", Upcoming(old with { Since = Set + Duration.FromSeconds(1) }));
    }

    [Fact]
    public void Of_SomebodyHasLeft_IsLeftOutAndStillCounted()
    {
        var network = PlanningScene.Network([Board], ("b", ["ben", "cem"])) is var left ? left with { People = Everybody.People } : left;
        var state = RotaState.Of(Order, network, Board, [Led("anna", 0)], Set + Duration.FromDays(900));
        Assert.Equal("ben cem", Names(state));
        Assert.Equal((false, true, true), (state.Counts[0].IsThere, state.Counts[1].IsThere, state.Counts[2].IsThere));
        Assert.Equal(0, state.Counts[0].Led);
    }

    [Fact]
    public void Of_WhoeverTookASwappedTurnHasLeft_TheTurnGoesBack()
    {
        var swapped = Order.With(new RotaStep(RotaStepKind.Swapped, Host("anna"), Set, new PersonId("ben")) { Other = Host("ben") });
        var network = PlanningScene.Network([Board], ("b", ["anna", "cem"])) with { People = Everybody.People };
        Assert.Equal("anna anna cem", Names(RotaState.Of(swapped, network, Board, [], Set)));
    }

    [Fact]
    public void Of_Counts_DivideLedFromPlanned()
    {
        var state = RotaState.Of(Order, Everybody, Board, [Led("anna", 0), Led("anna", 3), Led("ben", 1)], Led("anna", 3).StartsAt(Everybody.Zone) - Duration.FromSeconds(1));
        Assert.Equal([(1, 1), (1, 0), (0, 0)], state.Counts.Select(count => (count.Led, count.Planned)));
    }

    [Fact]
    public void Of_WhoeverIsNextLeads_NobodyLeadsTwiceMoreThanAnother()
    {
        var cases = from size in Gen.Choose(2, 6)
                    from rounds in Gen.Choose(1, 20)
                    from swaps in Gen.ListOf(Gen.Choose(0, 1000))
                    select (size, rounds, swaps);
        Prop.ForAll(Arb.From(cases), one =>
        {
            string[] people = [.. Enumerable.Range(0, one.size).Select(number => "p" + number)];
            var network = PlanningScene.Network([Board], ("b", people));
            var rota = new Rota(Board.Id, [.. people.Select(Host)], Set, new PersonId("katrin"));
            var meetings = new List<Meeting>();
            for (var turn = 0; turn < one.size * one.rounds; turn++)
            {
                // Two swap in some rounds, whoever they are.
                if (turn % one.size == 0 && one.swaps.ElementAtOrDefault(turn / one.size) is var pick and > 0)
                {
                    var (first, second) = (people[pick % one.size], people[(pick / 7) % one.size]);
                    rota = first == second ? rota : rota.With(new RotaStep(RotaStepKind.Swapped, Host(first), Led("x", turn).CalledAt - Duration.FromMinutes(1), new PersonId(first)) { Other = Host(second) });
                }

                var next = RotaState.Of(rota, network, Board, meetings, Set).Next!.Value;
                meetings.Add(Led(next.People(network, Board.Id)[0].Value, turn));
            }

            var counts = RotaState.Of(rota, network, Board, meetings, Set + Duration.FromDays(100_000)).Counts;
            return counts.Max(count => count.Led) - counts.Min(count => count.Led) == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(-1, SwapWishState.Asked, true)]
    [InlineData(0, SwapWishState.Asked, false)]
    [InlineData(-1, SwapWishState.Agreed, false)]
    [InlineData(-1, SwapWishState.Declined, false)]
    public void Wish_AroundTheEndOfItsLife_IsOpenOnlyBefore(int seconds, SwapWishState state, bool isOpen)
    {
        var wish = new SwapWish("w", new CommitteeId("b"), Host("a"), Host("b"), new PersonId("a"), Set) { State = state };
        Assert.Equal(isOpen, wish.IsOpenAt(Set + SwapWish.Lifetime + Duration.FromSeconds(seconds)));
    }

    private static string Upcoming(Rota rota, params Meeting[] meetings) => Names(RotaState.Of(rota, Everybody, Board, meetings, Set));

    private static string Names(RotaState state) => string.Join(' ', state.Upcoming.Select(host => host.Key["person:".Length..]));

    private static RotaHost Host(string person) => RotaHost.Of(new PersonId(person));

    private static Meeting Led(string who, int month) =>
        PlanningScene.Meeting("b", new LocalDate(2027, 1, 12).PlusMonths(month), chair: who, calledAt: Set + Duration.FromDays(1 + month));
}
