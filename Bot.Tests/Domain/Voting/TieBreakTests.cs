using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>Void, repeated, a tie decided: what may happen to a ballot besides votes.</summary>
public class TieBreakTests
{
    private static readonly Instant Opened = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Instant Closes = Instant.FromUtc(2026, 11, 27, 11, 0);
    private static readonly PersonId Ada = new("ada");
    private static readonly PersonId Ben = new("ben");
    private static readonly Ballot Ballot = new(new BallotId("b1"), Opened, Closes, MajorityRule.Default, null);
    private static readonly RollEntry Bridge = RollEntry.Open(new VoterId("bridge"), [Ada, Ben], EntitlementReason.MemberOrganization);

    [Theory]
    [InlineData(Verdict.Accepted, true, false)]
    [InlineData(Verdict.Rejected, true, false)]
    [InlineData(Verdict.NoQuorum, true, false)]
    [InlineData(Verdict.Repeat, false, false)]
    [InlineData(Verdict.ChairDecides, false, true)]
    [InlineData(Verdict.Lot, false, true)]
    public void IsFinal_OfEachVerdict_SaysWhetherSomethingFollows(Verdict verdict, bool isFinal, bool isOpenTie)
    {
        Assert.Equal((isFinal, isOpenTie), (verdict.IsFinal(), verdict.IsOpenTie()));
        var voided = Ballot.Void(Ada, "wrong question", Result(verdict), Closes);
        Assert.Equal(isFinal ? new Refusal(RefusalCode.ResultStands) : null, Why(voided));
        var mayRepeat = verdict is Verdict.Repeat or Verdict.NoQuorum;
        Assert.Equal(mayRepeat ? null : new Refusal(RefusalCode.NothingToRepeat), Ballot.WhyNotRepeat(Result(verdict), Closes));
    }

    [Fact]
    public void Void_WhileItRunsOrUncounted_EndsItThen()
    {
        foreach (var now in new[] { Opened - Duration.FromHours(1), Opened, Closes - Duration.Epsilon, Closes, Closes + Duration.FromDays(1) })
        {
            var voided = Done(Ballot.Void(Ada, " wrong question ", null, now));
            Assert.Equal(new Voiding(now, Ada, "wrong question"), voided.Voided);
            Assert.Equal(Instant.Min(now, Closes), voided.EndsAt);
            Assert.False(voided.IsOpenAt(now));
            Assert.Same(voided, Done(voided.Void(Ben, "again", null, now)));
            Assert.Null(voided.WhyNotRepeat(null, now));
        }

        Assert.Equal(new Refusal(RefusalCode.VotingStillOpen, Closes), Ballot.WhyNotRepeat(null, Closes - Duration.Epsilon));
        Assert.Equal(new Refusal(RefusalCode.NothingToRepeat), Ballot.WhyNotRepeat(null, Closes));
    }

    [Fact]
    public void Void_WithoutOrWithTooLongAReason_IsRefused()
    {
        Assert.Equal(new Refusal(RefusalCode.ReasonMissing), Why(Ballot.Void(Ada, "  ", null, Opened)));
        Assert.Null(Why(Ballot.Void(Ada, new string('x', Voiding.ReasonLimit), null, Opened)));
        Assert.Equal(new Refusal(RefusalCode.TextTooLong, Voiding.ReasonLimit), Why(Ballot.Void(Ada, new string('x', Voiding.ReasonLimit + 1), null, Opened)));
    }

    [Fact]
    public void Cast_OnAVoidBallot_IsRefusedWithTheReason()
    {
        var at = Opened + Duration.FromHours(1);
        var voided = Done(Ballot.Void(Ada, "wrong question", null, at));
        Assert.Equal(VoteOption.Yes, Done(voided.Cast(Bridge, Ada, VoteOption.Yes, at - Duration.Epsilon)).Vote);
        foreach (var entry in new[] { Bridge, Bridge with { Frozen = true } })
        {
            Assert.Equal(new Refusal(RefusalCode.BallotVoid, at, "wrong question"), Why(voided.Cast(entry, Ada, VoteOption.Yes, at)));
        }
    }

    [Fact]
    public void Lead_IsTheChairsAndTheCoordinators()
    {
        var network = NetworkOf(new Person(Ada, "Ada", false), new Person(Ben, "Ben", true));
        var led = Ballot with { Chair = Ada };
        var live = led with { Mode = BallotMode.InMeeting };
        Assert.Equal((true, true, false), (led.IsLedBy(network, Ada), led.IsLedBy(network, Ben), Ballot.IsLedBy(network, Ada)));
        Assert.Equal((false, true, true, true), (led.MayBeVoidedBy(network, Ada), led.MayBeVoidedBy(network, Ben), live.MayBeVoidedBy(network, Ada), live.MayBeVoidedBy(network, Ben)));
        Assert.Equal((true, false), (led.HasTieDecidedBy(network, Ada), led.HasTieDecidedBy(network, Ben)));
        Assert.Equal((false, true), (Ballot.HasTieDecidedBy(network, Ada), Ballot.HasTieDecidedBy(network, Ben)));
        Assert.True((Ballot with { Chair = new PersonId("gone") }).HasTieDecidedBy(network, Ben));
    }

    [Fact]
    public void ByChair_OnlyWhereTheRulesSaySo_AndWithAReason()
    {
        foreach (var verdict in System.Enum.GetValues<Verdict>())
        {
            var outcome = TieBreak.ByChair(Result(verdict), " because ", Ada, Closes);
            if (verdict == Verdict.ChairDecides)
            {
                Assert.Equal(new TieBreak(Verdict.ChairDecides, Ada, Closes) { Reason = "because" }, Done(outcome));
                Assert.True(Done(outcome).IsDecided);
            }
            else
            {
                Assert.Equal(new Refusal(RefusalCode.NoTieToDecide), Why(outcome));
            }
        }

        Assert.Equal(new Refusal(RefusalCode.NoTieToDecide), Why(TieBreak.ByChair(null, "because", Ada, Closes)));
        Assert.Equal(new Refusal(RefusalCode.ReasonMissing), Why(TieBreak.ByChair(Result(Verdict.ChairDecides), " ", Ada, Closes)));
        Assert.Null(Why(TieBreak.ByChair(Result(Verdict.ChairDecides), new string('x', 500), Ada, Closes)));
        Assert.Equal(new Refusal(RefusalCode.TextTooLong, 500), Why(TieBreak.ByChair(Result(Verdict.ChairDecides), new string('x', 501), Ada, Closes)));
    }

    [Fact]
    public void ByLot_NeedsAWitnessOfTheNetworkWhoIsSomebodyElse()
    {
        var network = NetworkOf(new Person(Ada, "Ada", false), new Person(Ben, "Ben", true));
        var tie = Done(TieBreak.ByLot(Result(Verdict.Lot), network, Ada, Ben, Closes));
        Assert.False(tie.IsDecided);
        Assert.Equal(new Refusal(RefusalCode.WitnessIsDrawer), Why(TieBreak.ByLot(Result(Verdict.Lot), network, Ben, Ben, Closes)));
        Assert.Equal(new Refusal(RefusalCode.WitnessUnknown), Why(TieBreak.ByLot(Result(Verdict.Lot), network, new PersonId("eve"), Ben, Closes)));
        Assert.Equal(new Refusal(RefusalCode.NoTieToDecide), Why(TieBreak.ByLot(Result(Verdict.Accepted), network, Ada, Ben, Closes)));

        Assert.Equal(new Refusal(RefusalCode.NotTheWitness), Why(tie.Drawn(Result(Verdict.Lot), Ben, Closes)));
        var drawn = Done(tie.Drawn(Result(Verdict.Lot), Ada, Closes + Duration.FromMinutes(1)));
        Assert.Equal((Ben, Ada, Closes + Duration.FromMinutes(1), true), (drawn.By, drawn.Witness, drawn.DrawnAt, drawn.IsDecided));
        Assert.Equal(new Refusal(RefusalCode.NoTieToDecide), Why(drawn.Drawn(Result(Verdict.Accepted), Ada, Closes)));
        Assert.Equal(new Refusal(RefusalCode.NoTieToDecide), Why(drawn.Drawn(null, Ada, Closes)));
    }

    private static Network NetworkOf(params Person[] people) => new()
    {
        Id = new NetworkId("n"), Name = "n", Zone = DateTimeZone.Utc, Land = GermanLand.Saxony, Committees = [], Organizations = [], People = people, Seats = [],
    };

    private static BallotResult Result(Verdict verdict) => new(new Tally(2, 2, 0, 0, null, 4, 0), MajorityRule.Default, verdict, false, null);

    private static T Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome).Value;

    private static Refusal? Why<T>(Outcome<T> outcome) => (outcome as Outcome<T>.Refused)?.Why;
}
