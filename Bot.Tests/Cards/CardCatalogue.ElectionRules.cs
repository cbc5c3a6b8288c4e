using System.Collections.Generic;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Features.Rules.SetElectionRule;
using Bot.Features.Rules.ShowRules;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Tests.Cards;

/// <content>How a committee elects.</content>
internal static partial class CardCatalogue
{
    private static readonly ElectionRule ListRule = new()
    {
        Method = ElectionMethod.List, Allowed = ElectionMethods.List | ElectionMethods.Joint, Seats = SeatMethod.SainteLague, Tie = ElectionTie.Lot, Secrecy = BallotSecrecy.Open,
        AbsoluteRounds = 0, MostRounds = 9, TermMonths = 120, AcceptanceDays = 60,
    };

    private static IEnumerable<Catalogued> ElectionRules(Scene scene, Turn own, Committee committee)
    {
        const string form = "ElectionRuleForm.Render", preview = "ElectionRulePreview.Draw";
        yield return Replaced("election-rule-form", form, ElectionRuleForm.Render(own, committee, ElectionRule.Default, null));
        yield return Replaced("election-rule-form-asked", form, ElectionRuleForm.Render(
            own, committee, ListRule, Today, Messages.Get(scene.Reader, Sentence.ElectionRuleUnsound), Messages.Get(scene.Reader, Sentence.ElectionRuleUnclear, CardText.Escape(scene.Text("nach Gefühl", 100), LineBreaks.Collapse))));
        yield return Replaced("election-rule-preview", preview, ElectionRulePreview.Render(own, new ElectionRuleDraft(committee.Id, ListRule, Today.PlusDays(40))));

        var timeline = committee.Timeline;
        foreach (var month in new[] { 1, 2, 3, 4, 5, 6, 7, 8 })
        {
            var rule = month % 2 == 1 ? ListRule : ElectionRule.Default;
            timeline = new RulesTimeline([.. timeline.Versions, .. ((Outcome<IReadOnlyList<RulesOfProcedure>>.Done)timeline.SetElections(rule, Today.PlusDays(30 * month), Today)).Value]);
        }

        var changing = committee with { Timeline = timeline };
        var turn = own with { Snapshot = own.Snapshot with { Network = With(own.Network, changing) } };
        yield return Said("rules-elections-to-come", "RulesCard.Render", new Answer.Card(RulesCard.Render(turn, changing), committee.Id.Value));
        yield return Replaced("election-rule-preview-before-another", preview, ElectionRulePreview.Render(
            turn, new ElectionRuleDraft(committee.Id, ElectionRule.Default with { TermMonths = 36 }, Today.PlusDays(1)), Messages.Get(scene.Reader, Sentence.RulesOvertaken)));
        yield return Replaced("election-rule-take-back", preview, ElectionRulePreview.Render(turn, new ElectionRuleDraft(committee.Id, ElectionRule.Default, Today.PlusDays(30)) { TakesBack = true }));
    }
}
