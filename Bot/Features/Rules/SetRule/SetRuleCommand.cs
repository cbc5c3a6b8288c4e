using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Features.Rules.SetElectionRule;
using Bot.Features.Rules.SetFollowUpRule;
using Bot.Features.Rules.SetStandingItems;
using Bot.Features.Rules.ShowRules;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetRule;

/// <summary>"Regel Plenum Aufnahme: Zweidrittel der abgegebenen Ja- und Nein-Stimmen ab 1.1.2027": a coordinator sets a rule, after a preview.</summary>
internal sealed class SetRuleCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SetRule;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.SetRules) is { } why)
        {
            return Task.FromResult<Answer>(new Answer.Text(RefusalText.Markdown(turn, why)));
        }

        return Task.FromResult(turn.IsPersonal ? Answered(turn, Entry.RestOf(text)) : new Answer.Text(Messages.Get(turn.Reader, Sentence.RulesInPrivate)));
    }

    private static Answer Answered(Turn turn, string rest)
    {
        var colon = rest.IndexOf(':', System.StringComparison.Ordinal);
        var (head, words) = colon < 0 ? (rest, string.Empty) : (rest[..colon], rest[(colon + 1)..].Trim());
        var named = CommitteeFinder.Named(turn.Network, head);
        return named.Count == 1 ? Card(Draw(turn, named[0], head, words)) : new Answer.Text(Messages.Get(turn.Reader, Sentence.RuleSayCommittee));
    }

    private static AdaptiveCard Draw(Turn turn, Committee committee, string head, string words) =>
        StandingWords.AreMeant(CommitteeFinder.Without(committee, head)) ? StandingForm.Draw(turn, committee, words) :
        FollowUpRuleTyped.IsMeant(CommitteeFinder.Without(committee, head)) ? FollowUpRuleTyped.Draw(turn, committee, words) :
        DecisionKind.In(committee, CommitteeFinder.Without(committee, head)) is { } kind
            ? kind.IsElection ? ElectionRuleTyped.Draw(turn, committee, words) : RuleTyped.Draw(turn, committee, kind, words)
            : RulesCard.Render(turn, committee, Messages.Get(turn.Reader, Sentence.RuleAskKind), words);

    private static Answer.Card Card(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
