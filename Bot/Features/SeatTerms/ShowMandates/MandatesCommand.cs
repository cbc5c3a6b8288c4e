using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.SeatTerms.ShowMandates;

/// <summary>"Mandate Beirat": who has which seat, how it came, until when, and what is vacant; "Mandate": the committees of persons with their counts. In 1:1 only.</summary>
internal sealed class MandatesCommand(ElectionStore elections) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Mandates;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.Sender is null ? Sentence.MembersOnly : Sentence.OnlyInPrivate));
        }

        IReadOnlyList<Committee> readable = [.. turn.Network.Committees.Where(committee => committee.Kind != CommitteeKind.GeneralAssembly && turn.May(Right.ReadMandates, committee))];
        if (readable.Count == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, turn.May(Right.ReadMandates) ? Sentence.MandatesNone : Sentence.MembersOnly));
        }

        var named = CommitteeFinder.Named(turn.Network, asked);
        if (named is [{ Kind: CommitteeKind.GeneralAssembly } plenary])
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MandatesPlenary, Platform.Cards.CardText.Escape(plenary.Name, Platform.Cards.LineBreaks.Collapse)));
        }

        var all = await elections.AllAsync(turn.Network.Id, cancellationToken);
        var card = named is [var one] && readable.Contains(one)
            ? MandatesCard.Render(turn, one, HeldSeat.Of(turn.Network, one, all, turn.LocalNow.Date), page)
            : MandatesCard.List(turn, [.. readable.Select(committee => (committee, HeldSeat.Of(turn.Network, committee, all, turn.LocalNow.Date)))], page);
        return new Answer.Card(card, card.FallbackText!);
    }
}
