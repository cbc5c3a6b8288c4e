using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Members.ListCommittees;

/// <summary>"Gremien": the committees of the network; those of the sender are marked.</summary>
internal sealed class ListCommitteesCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Committees;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is null)
        {
            return Task.FromResult<Answer>(new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly)));
        }

        var heading = Messages.Get(turn.Reader, Sentence.CommitteesHeading, CardText.Escape(turn.Network.Name));
        var own = turn.OwnCommittees;
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                new FactSet
                {
                    Facts = [.. turn.Network.Committees.Select(committee => new Fact(
                        CardText.Escape(committee.Name),
                        Messages.Get(
                            turn.Reader,
                            turn.IsPersonal && own.Contains(committee) ? Sentence.CommitteeLineOwn : Sentence.CommitteeLine,
                            committee.Rules.Notice.Days,
                            RuleWords.Majority(turn.Reader, committee.Rules.Majority))))],
                },
            ],
        };
        return Task.FromResult<Answer>(new Answer.Card(card, heading));
    }
}
