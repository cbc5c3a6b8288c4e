using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.ShowRules;

/// <summary>"Regeln", "Abstimmungsregeln Plenum": for everybody who belongs to the committee.</summary>
internal sealed class ShowRulesCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Rules;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, Entry.RestOf(text));
        return Task.FromResult(named.Count == 1 ? Show(turn, named[0]) : Unnamed(turn));
    }

    /// <summary>A committee's rules, for those who may read them here.</summary>
    public static Answer Show(Turn turn, Committee committee)
    {
        if (!turn.May(Right.ReadRules, committee))
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.RulesForMembers));
        }

        var card = RulesCard.Render(turn, committee);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    private static Answer Unnamed(Turn turn)
    {
        if (turn.Here is { } here)
        {
            return Show(turn, here);
        }

        var own = turn.OwnCommittees;
        if (own.Length == 1)
        {
            return Show(turn, own[0]);
        }

        if (own.Length == 0 || !turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.RulesForMembers));
        }

        var card = CommitteeChoice.Render(turn, PageRequest.First);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }
}
