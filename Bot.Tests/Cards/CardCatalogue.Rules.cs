using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Features.Rules;
using Bot.Features.Rules.SetRule;
using Bot.Features.Rules.ShowRules;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Rules of procedure.</content>
internal static partial class CardCatalogue
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    /// <summary>A rule with every clause other than usual, and with the longest words.</summary>
    private static readonly DecisionRule Strict = new()
    {
        Majority = MajorityRule.Default with
        {
            Base = MajorityBase.YesNoAbstain, Fraction = new Fraction(1234567890, 2147483647), Tie = TieRule.ChairDecides, Quorum = new Fraction(1234567890, 2147483647),
            QuorumComparison = Comparison.MoreThan, OneObjectionBlocks = true, AbstentionsBlock = true,
        },
        Circular = MajorityRule.Default with { Base = MajorityBase.YesNoAbstain, Quorum = new Fraction(1, 3), OneObjectionBlocks = true, AbstentionsBlock = true, Tie = TieRule.Lot },
        Secrecy = SecrecyRule.OnRequestOf(new Fraction(1, 10)),
        VotingRight = VotingRight.MemberOrganizations,
        CanChangeVote = false,
        ConcernedVotes = false,
    };

    private static IEnumerable<Catalogued> Rules(Scene scene)
    {
        var own = scene.Turn("katrin");
        var plain = scene.Plenary;
        var full = Changed(plain);
        foreach (var (name, committee) in new[] { ("plain", plain), ("full", full), ("board", scene.Board), ("law", plain with { Rules = plain.Timeline.InForce(LocalDate.MinIsoValue) }) })
        {
            yield return Said($"rules-{name}-coordinator", "RulesCard.Render", new Answer.Card(RulesCard.Render(own, committee), committee.Id.Value));
            yield return Said($"rules-{name}-member", "RulesCard.Render", new Answer.Card(RulesCard.Render(scene.Turn("amina"), committee), committee.Id.Value));
        }

        yield return Replaced("rules-which-kind", "RulesCard.Render", RulesCard.Render(own, plain, Messages.Get(scene.Reader, Sentence.RuleAskKind), scene.Text("zwei Drittel", CommandText.Limit - 20)));
        foreach (var number in scene.Writing == Writing.Heaviest ? new[] { 1, 2, 999 } : [1])
        {
            yield return Replaced($"rules-which-committee-{number}", "CommitteeChoice.Render", CommitteeChoice.Render(own, new PageRequest { Number = number }));
        }

        foreach (var card in Forms(scene, own, plain).Concat(Previews(scene, own, full)).Concat(ElectionRules(scene, own, plain)))
        {
            yield return card;
        }
    }

    private static IEnumerable<Catalogued> Forms(Scene scene, Turn own, Committee committee)
    {
        var expulsion = new DecisionKind(MotionKind.Expulsion);
        yield return Replaced("rule-form", "RuleForm.Render", RuleForm.Render(own, committee, new DecisionKind(null), RuleFields.Of(scene.Reader, DecisionRule.Default), null));
        yield return Replaced("rule-form-strict", "RuleForm.Render", RuleForm.Render(own, committee, expulsion, RuleFields.Of(scene.Reader, Strict), Today));
        var asked = System.Enum.GetValues<RuleProblemKind>().Select(kind => RuleTyped.Ask(scene.Reader, new RuleProblem(kind, scene.Text("zwei Drittel", 300)))).ToArray();
        yield return Replaced("rule-form-problems", "RuleForm.Render", RuleForm.Render(own, committee, expulsion, RuleFields.Of(scene.Reader, Strict), Today, asked));
        yield return Replaced("rule-form-past", "RuleForm.Render", RulePreview.Render(own, Draft(committee, Strict, Today.PlusDays(-1)), Messages.Get(scene.Reader, Sentence.RulesOvertaken)));
    }

    private static IEnumerable<Catalogued> Previews(Scene scene, Turn own, Committee committee)
    {
        const string preview = "RulePreview.Draw";
        var turn = own with { Snapshot = own.Snapshot with { Network = With(own.Network, committee) } };
        yield return Replaced("rule-preview", preview, RulePreview.Render(own, Draft(scene.Plenary, Strict, Today.PlusDays(40))));
        yield return Replaced("rule-preview-before-another", preview, RulePreview.Render(turn, Draft(committee, DecisionRule.Default with { CanChangeVote = false }, Today.PlusDays(1)), Messages.Get(scene.Reader, Sentence.RulesOvertaken)));
        yield return Replaced("rule-as-usual", preview, RulePreview.Render(turn, RuleDraft.AsUsual(committee, new DecisionKind(MotionKind.Project), Today.PlusDays(3))!));
        yield return Replaced("rule-form-as-usual", "RuleForm.Render", RuleForm.Render(turn, committee, new DecisionKind(MotionKind.Expulsion), RuleFields.Of(scene.Reader, Strict).Switched(true), null));
        yield return Replaced("rule-take-back", preview, RulePreview.Render(turn, Draft(committee, DecisionRule.Default, Today.PlusDays(30)) with { TakesBack = true }));
    }

    private static RuleDraft Draft(Committee committee, DecisionRule rule, LocalDate day) => new(committee.Id, new DecisionKind(MotionKind.Admission), rule, day);

    /// <summary>As many own rules as there are kinds, and more changes to come than a card shows.</summary>
    private static Committee Changed(Committee committee)
    {
        var rules = committee.Rules;
        foreach (var (index, kind) in committee.Decides.Index())
        {
            rules = rules.With(kind, kind == MotionKind.Admission ? DecisionRule.Default : Strict with { Secrecy = SecrecyRule.OnRequestOf(index + 100) });
        }

        var timeline = new RulesTimeline([rules]);
        foreach (var month in Enumerable.Range(1, 8))
        {
            var rule = month % 2 == 1 ? Strict : DecisionRule.Default;
            timeline = new RulesTimeline([.. timeline.Versions, .. ((Outcome<IReadOnlyList<RulesOfProcedure>>.Done)timeline.Set(MotionKind.Admission, rule, Today.PlusDays(30 * month), Today)).Value]);
        }

        return committee with { Rules = rules, Timeline = timeline };
    }

    private static Network With(Network network, Committee committee) =>
        network with { Committees = [.. network.Committees.Select(one => one.Id == committee.Id ? committee : one)] };
}
