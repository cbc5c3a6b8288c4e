using System;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Rules.SetRule;

/// <summary>What all steps towards a rule check first: that a coordinator takes it, in a committee that is there, for a decision that committee takes.</summary>
internal static class ForCoordinator
{
    /// <summary>The card that comes of the step, or why there is none.</summary>
    public static CardReply Reply(Turn turn, CardForm form, Func<Committee, DecisionKind, AdaptiveCard> draw) => RulesStep.Reply(
        turn, form, (_, committee) => draw(committee, DecisionKind.Parse(committee, form["kind"])!.Value), committee => DecisionKind.Parse(committee, form["kind"]) is not null);
}
