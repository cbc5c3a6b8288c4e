using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.ExampleNetwork;
using Bot.Storage;
using Bot.Tests.Domain.Committees;
using Bot.Tests.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Contracts;

/// <summary>Versions of rules as rows.</summary>
public class RulesRowTests
{
    private static readonly NetworkId Network = new("n");

    private static readonly CommitteeId Plenum = new("plenum");

    private static readonly RulesOfProcedure First = ExampleSnapshot.Create().Network.GeneralAssembly!.Rules;

    [Fact]
    public void Write_AnyRules_AreReadBackUnchanged() => Prop.ForAll(
        (from usual in RuleGen.Rules from admission in RuleGen.Rules from project in RuleGen.Rules select (usual, admission, project)).ToArbitrary(),
        given =>
        {
            var rules = First.With(null, given.usual).With(MotionKind.Admission, given.admission).With(MotionKind.Project, given.project) with
            {
                Version = 12, Origin = "x", SetBy = new PersonId("katrin"), SetAt = Instant.FromUtc(2026, 11, 23, 9, 0),
            };
            var read = RulesRow.Read(RulesRow.Write(Network, Plenum, rules));
            Assert.Equal(rules.Decisions.OrderBy(pair => pair.Key), read.Decisions.OrderBy(pair => pair.Key));
            Assert.Equal(rules, read with { Decisions = rules.Decisions, ReminderDays = rules.ReminderDays, Rhythm = rules.Rhythm });
            Assert.Equal((rules.Rhythm!.Rule, rules.Rhythm.Anchor), (read.Rhythm!.Rule, read.Rhythm.Anchor));
            return true;
        }).QuickCheckThrowOnFailure();

    /// <summary>As the version before wrote it: one majority for everything.</summary>
    [Fact]
    public void Read_OlderRow_HasTheOneMajorityForEveryDecision()
    {
        var row = RulesRow.Write(Network, Plenum, First with { Majority = MajorityRule.Parse("yes+no>=2/3;tie=lot;v1") });
        foreach (var column in new[] { "Usual", "Decisions", "Origin", "SetBy", "SetAt" })
        {
            row[column] = null;
        }

        var read = RulesRow.Read(row);
        Assert.Equal(DecisionRule.Default with { Majority = MajorityRule.Parse("yes+no>=2/3;tie=lot;v1") }, RulesTimeline.Effective(read, MotionKind.Admission));
        Assert.Empty(read.Decisions);
    }

    [Fact]
    public void Read_NetworkWithVersionsToCome_HasThemAndTheOneInForce()
    {
        var timeline = new RulesTimeline([First]).With(MotionKind.Admission, DecisionRule.Default with { CanChangeVote = false }, new LocalDate(2027, 1, 1));
        var example = ExampleSnapshot.Create();
        var written = NetworkRows.Write(example with
        {
            Network = example.Network with { Committees = [.. example.Network.Committees.Select(one => one.Id == Plenum ? one with { Timeline = timeline } : one)] },
        });

        Assert.Equal((2, 1), Read(written, new LocalDate(2026, 12, 31)));
        Assert.Equal((2, 2), Read(written, new LocalDate(2027, 1, 1)));
        Assert.Equal((2, 1), Read(written, new LocalDate(2000, 1, 1)));
    }

    private static (int Latest, int InForce) Read(System.Collections.Generic.IReadOnlyList<Bot.Platform.Tables.TableEntity> rows, LocalDate today)
    {
        var plenum = NetworkRows.Read(rows, today).Network.GeneralAssembly!;
        return (plenum.Timeline.Latest, plenum.Rules.Version);
    }
}
