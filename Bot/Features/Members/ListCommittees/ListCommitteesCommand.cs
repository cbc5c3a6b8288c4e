using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Members.ListCommittees;

/// <summary>"Gremien", "Gremien Seite 2": the committees of the network; those of the sender are marked.</summary>
internal sealed class ListCommitteesCommand : IPagedCommand
{
    private const int Most = 15;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Committees;

    /// <inheritdoc/>
    public Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return Task.FromResult<Answer>(new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly)));
        }

        var heading = Messages.Get(turn.Reader, Sentence.CommitteesHeading, CardText.Escape(turn.Network.Name));
        var lines = turn.Network.Committees.Select(committee => (Id: committee.Id.Value, Text: Line(turn, committee.Name, committee.Rules.Notice.Days,
            RuleWords.Majority(turn.Reader, committee.Rules.Majority), turn.IsPersonal && turn.OwnCommittees.Contains(committee)))).ToList();
        var shown = Paging.Cut(lines, line => line.Id, line => CardSize.Of(line.Text), Most, page);
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(shown.Items.Select(line => line.Text)),
                .. Paging.Line(turn.Reader, shown, Messages.Get(turn.Reader, Sentence.CommandCommittees)),
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, shown, CommandTable.Committees)],
        };
        return Task.FromResult<Answer>(new Answer.Card(card, heading));
    }

    private static string Line(Turn turn, string name, int days, string majority, bool isOwn) => Messages.Get(
        turn.Reader, isOwn ? Sentence.CommitteeLineOwn : Sentence.CommitteeLine, CardText.Escape(name, LineBreaks.Collapse), days, majority);
}
