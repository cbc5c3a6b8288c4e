using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Memberships.ListCases;

/// <summary>"Mitgliedschaftsfälle": every case about a membership the sender may see, with its state, the next step and who is to act. A coordinator sees all, the advisory board
/// those before it, anybody else their own; whoever sees none reads the same as if there were none.</summary>
internal sealed class ListCasesCommand(CaseBook cases) : IPagedCommand
{
    private const int Most = 20;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Cases;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (PrivateOnly.WhyNot(turn, Right.ReadMembershipCase) is { } why)
        {
            return new Answer.Text(why);
        }

        var seen = (await cases.AllAsync(turn.Network, turn.Now, cancellationToken))
            .Where(open => turn.May(Right.ReadMembershipCase, open.IsBeforeBoard ? turn.Network.AdvisoryBoard : null, isOwner: turn.Sender is { } sender && open.Owners.Contains(sender.Id))).ToList();
        return seen.Count == 0 ? new Answer.Text(Messages.Get(turn.Reader, Sentence.CasesNone)) : Draw(turn, seen, page);
    }

    /// <summary>The list of those the reader may see.</summary>
    internal static Answer Draw(Turn turn, IReadOnlyList<OpenCase> seen, PageRequest page)
    {
        var lines = seen.Select(open => (Key: open.Name + "|" + open.Stage + (open.IsExpulsion ? "|x" : string.Empty), Line: CaseWords.Of(turn.Reader, turn.Network, open))).ToList();
        var heading = Messages.Get(turn.Reader, Sentence.CasesHeading, lines.Count);
        var shown = Paging.Cut(lines, one => one.Key, one => CardSize.Of(one.Line), Most, page);
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(shown.Items.Select(one => one.Line)),
                .. Paging.Line(turn.Reader, shown, Messages.Get(turn.Reader, Sentence.CommandCases)),
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, shown, CommandTable.Cases)],
        };
        return new Answer.Card(card, heading);
    }
}
