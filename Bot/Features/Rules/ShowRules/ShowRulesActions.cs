using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Turns;

namespace Bot.Features.Rules.ShowRules;

/// <summary>A committee's button: shows its rules.</summary>
internal sealed class ShowRulesAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.Show;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) => Task.FromResult(
        turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is not { } committee
            ? new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.CommitteeUnknown)))
            : ShowRulesCommand.Show(turn, committee) switch
            {
                Answer.Card card => (CardReply)new CardReply.Replace(card.Content),
                Answer.Text said => new CardReply.Say(said.Sentence),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
}

/// <summary>[Weiter] and [Zurück] below the committees.</summary>
internal sealed class ChooseCommitteeAction : ICardAction
{
    /// <inheritdoc/>
    public string Verb => RulesVerbs.Choose;

    /// <inheritdoc/>
    public Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        Task.FromResult<CardReply>(new CardReply.Replace(CommitteeChoice.Render(turn, PageRequest.Read(form) ?? PageRequest.First)));
}
