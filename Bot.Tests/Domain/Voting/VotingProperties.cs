using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Voting;

/// <summary>What must hold of every ballot, whatever is cast in whatever order.</summary>
public class VotingProperties
{
    private const int Voters = 12;
    private static readonly Instant Opened = Instant.FromUtc(2026, 11, 23, 9, 0);

    private static readonly Ballot Ballot =
        new(new BallotId("b"), Opened, Opened + Duration.FromHours(1), MajorityRule.Default, null);

    private static readonly Gen<VoteOption> Options = Gen.Elements(Enum.GetValues<VoteOption>());

    private static readonly Gen<(int Voter, VoteOption Option)> Casts =
        from voter in Gen.Choose(0, Voters - 1)
        from option in Options
        select (voter, option);

    private static readonly Gen<Fraction> Fractions =
        from denominator in Gen.Frequency((9, Gen.Choose(1, 12)), (1, Gen.Constant(int.MaxValue)))
        from numerator in Gen.Choose(1, denominator)
        select new Fraction(numerator, denominator);

    private static readonly Gen<MajorityRule> Rules =
        from @base in Gen.Elements(Enum.GetValues<MajorityBase>())
        from fraction in Fractions
        from comparison in Gen.Elements(Enum.GetValues<Comparison>())
        from tie in Gen.Elements(Enum.GetValues<TieRule>())
        from hasQuorum in Gen.Elements(true, false)
        from quorum in Fractions
        from quorumComparison in Gen.Elements(Enum.GetValues<Comparison>())
        from objection in Gen.Elements(true, false)
        from abstentions in Gen.Elements(true, false)
        from version in Gen.Choose(1, int.MaxValue)
        select new MajorityRule
        {
            Base = @base,
            Fraction = fraction,
            Comparison = comparison,
            Tie = tie,
            Quorum = hasQuorum ? quorum : null,
            QuorumComparison = hasQuorum ? quorumComparison : Comparison.AtLeast,
            OneObjectionBlocks = objection,
            AbstentionsBlock = abstentions,
            Version = version,
        };

    private static readonly Gen<Tally> Tallies =
        from scale in Gen.Elements(1, 10, int.MaxValue / 4)
        from yes in Gen.Choose(0, scale)
        from no in Gen.Choose(0, scale)
        from abstain in Gen.Choose(0, scale)
        from silent in Gen.Choose(0, scale)
        from absent in Gen.Choose(0, silent)
        from known in Gen.Elements(true, false)
        let entitled = yes + no + abstain + silent
        select new Tally(yes, no, abstain, silent, known ? entitled - absent : null, entitled, 0);

    [Fact]
    public void Count_VotesOfDifferentVotersInAnyOrder_GiveTheSameResult() =>
        Check(from votes in Options.ArrayOf(Voters) from order in Gen.Shuffle(Enumerable.Range(0, Voters).ToArray()) select (votes, order), given =>
        {
            var straight = Run(Enumerable.Range(0, Voters).Select(voter => (voter, given.votes[voter])));
            var shuffled = Run(given.order.Select(voter => (voter, given.votes[voter])));
            return Tally.Of(straight) == Tally.Of(shuffled);
        });

    [Fact]
    public void Count_EachVoteCastTwice_CountsOnce() =>
        Check(Casts.ListOf(), casts => Tally.Of(Run(casts)) == Tally.Of(Run(casts.SelectMany(cast => new[] { cast, cast }))));

    [Fact]
    public void Count_ChangedVotes_CountsTheLastOfEachVoter() =>
        Check(Casts.ListOf(), casts =>
        {
            var last = Enumerable.Reverse(casts).DistinctBy(cast => cast.Voter).Select(cast => cast.Option).ToList();
            var tally = Tally.Of(Run(casts));
            return tally.Yes == last.Count(option => option == VoteOption.Yes)
                && tally.No == last.Count(option => option == VoteOption.No)
                && tally.Abstain == last.Count(option => option == VoteOption.Abstain)
                && tally.Cast == last.Count;
        });

    [Fact]
    public void Of_AnyRoll_SumsUpToTheRoll() =>
        Check(from casts in Casts.ListOf() from excluded in Gen.Choose(0, Voters) select (casts, excluded), given =>
        {
            var tally = Tally.Of(Run(given.casts, given.excluded));
            return tally.Yes + tally.No + tally.Abstain + tally.NotVoted == tally.Entitled
                && tally.Entitled + tally.Excluded == Voters && tally.Excluded == given.excluded;
        });

    [Fact]
    public void Decide_Default_AcceptsExactlyWhenMoreYesThanNo() =>
        Check(Tallies, tally => MajorityRule.Default.Decide(tally).Verdict == (tally.Yes > tally.No ? Verdict.Accepted : Verdict.Rejected));

    [Fact]
    public void Decide_AnotherAbstention_ChangesNoVerdictOfYesAndNo() =>
        Check(from tally in Tallies from rule in Rules where tally.Entitled < int.MaxValue select (tally, rule), given =>
        {
            var rule = given.rule with { Base = MajorityBase.YesNo, AbstentionsBlock = false, Quorum = null };
            var t = given.tally;
            var more = new Tally(t.Yes, t.No, t.Abstain + 1, t.NotVoted, t.Present + 1, t.Entitled + 1, t.Excluded);
            return rule.Decide(t).Verdict == rule.Decide(more).Verdict;
        });

    [Fact]
    public void Decide_AnotherYesInsteadOfSilence_NeverTurnsAcceptedAround() =>
        Check(from tally in Tallies from rule in Rules where tally.NotVoted > 0 select (tally, rule), given =>
        {
            var t = given.tally;
            var present = t.Present is { } there ? Math.Max(there, t.Cast + 1) : (int?)null;
            var more = new Tally(t.Yes + 1, t.No, t.Abstain, t.NotVoted - 1, present, t.Entitled, t.Excluded);
            return given.rule.Decide(t).Verdict != Verdict.Accepted || given.rule.Decide(more).Verdict == Verdict.Accepted;
        });

    [Fact]
    public void Decide_AnyRuleAndCounts_AgreesWithExactArithmetic() =>
        Check(from tally in Tallies from rule in Rules select (tally, rule), given =>
        {
            var (tally, rule) = given;
            var heads = rule.Base switch
            {
                MajorityBase.YesNo => (Int128)tally.Yes + tally.No,
                MajorityBase.YesNoAbstain => (Int128)tally.Yes + tally.No + tally.Abstain,
                MajorityBase.Present => tally.Present ?? (Int128)tally.Yes + tally.No + tally.Abstain,
                _ => tally.Entitled,
            };
            var difference = ((Int128)tally.Yes * rule.Fraction.Denominator) - (heads * rule.Fraction.Numerator);
            var enough = tally.Yes > 0 && (difference > 0 || (difference == 0 && rule.Comparison == Comparison.AtLeast));
            var open = rule with { Quorum = null, OneObjectionBlocks = false, AbstentionsBlock = false };
            return (open.Decide(tally).Verdict == Verdict.Accepted) == enough;
        });

    [Fact]
    public void ToCode_AnyRule_IsReadBackUnchanged() =>
        Check(Rules, rule => MajorityRule.Parse(rule.ToCode()) == rule);

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) =>
        FsCheck.Fluent.Prop.ForAll(values.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static List<RollEntry> Run(IEnumerable<(int Voter, VoteOption Option)> casts, int excluded = 0)
    {
        var roll = Enumerable.Range(0, Voters).Select(voter => Entry(voter, voter < excluded)).ToList();
        var now = Opened;
        foreach (var (voter, option) in casts)
        {
            now += Duration.FromMilliseconds(1);
            roll[voter] = Ballot.Cast(roll[voter], Person(voter), option, now) is Outcome<RollEntry>.Done(var changed) ? changed : roll[voter];
        }

        return roll;
    }

    private static RollEntry Entry(int voter, bool excluded) => RollEntry.Open(
        new VoterId($"v{voter}"), [Person(voter)], EntitlementReason.CommitteeMember, excluded ? Exclusion.ConflictOfInterest : null);

    private static PersonId Person(int voter) => new($"p{voter}");
}
