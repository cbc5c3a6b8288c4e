using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Rules.SetRule;

/// <summary>What came of a confirmed draft.</summary>
internal abstract record RuleSet
{
    private RuleSet()
    {
    }

    /// <summary>Stored, by this or an earlier press; the version that begins on the draft's day.</summary>
    public sealed record Done(RulesOfProcedure Rules) : RuleSet;

    /// <summary>Somebody has set rules since the preview was drawn; nothing was stored. With the turn as it is now.</summary>
    public sealed record Overtaken(Turn Now) : RuleSet;

    /// <summary>The rules of time say no; nothing was stored.</summary>
    public sealed record Refused(Refusal Why) : RuleSet;
}

/// <summary>Sets a rule: decide on the versions as the preview knew them, store further ones under the next numbers. Who comes second under the same number
/// is shown the new state first: no number is given twice, and no change is lost.</summary>
internal sealed class SetRuleHandler(NetworkStore networks)
{
    private const int Attempts = 5;

    /// <summary>Sets the rule. Confirming the same draft twice sets it once.</summary>
    /// <param name="turn">Who confirms; their right is checked already.</param>
    /// <param name="draft">What the preview showed.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public async Task<RuleSet> HandleAsync(Turn turn, IRulesDraft draft, CancellationToken cancellationToken)
    {
        var origin = draft.IdentityIn(turn);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (turn.Network.Standing(draft.Committee) is not { } committee)
            {
                return new RuleSet.Refused(new Refusal(RefusalCode.CommitteeUnknown));
            }

            if (committee.Timeline.Versions.Where(rules => rules.Origin == origin && rules.EffectiveFrom == draft.Day).MaxBy(rules => rules.Version) is { } standing)
            {
                return new RuleSet.Done(standing);
            }

            if (committee.Timeline.Latest != draft.Latest)
            {
                return new RuleSet.Overtaken(turn);
            }

            var outcome = draft.Versions(committee.Timeline, turn.LocalNow.Date);
            if (outcome is not Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var versions))
            {
                return new RuleSet.Refused(((Outcome<IReadOnlyList<RulesOfProcedure>>.Refused)outcome).Why);
            }

            IReadOnlyList<RulesOfProcedure> marked = [.. versions.Select(rules => rules with { Origin = origin, SetBy = turn.Sender?.Id, SetAt = turn.Now })];
            if (await networks.TryAddRulesAsync(turn.Network.Id, draft.Committee, marked, cancellationToken))
            {
                return new RuleSet.Done(marked.Last(rules => rules.EffectiveFrom == draft.Day));
            }

            turn = turn.In(await networks.FindAsync(turn.Network.Id, cancellationToken) ?? turn.Whole);
        }

        return new RuleSet.Refused(new Refusal(RefusalCode.ChangedMeanwhile));
    }
}
