using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Members.ListMembers;

/// <summary>"Mitglieder": the member organizations, for members, in 1:1. Never persons.</summary>
internal sealed class ListMembersCommand : ICommand
{
    private const int Most = 50;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Members;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) => Task.FromResult(Answer(turn));

    private static Answer Answer(Turn turn)
    {
        if (turn.Network.GeneralAssembly is not { } assembly || turn.Sender is not { } sender || !turn.Network.Belongs(sender.Id, assembly))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersInPrivate));
        }

        var heading = Messages.Get(turn.Reader, Sentence.MembersHeading, turn.Network.Organizations.Count);
        var shown = turn.Network.Organizations.OrderBy(organization => organization.Name, StringComparer.Create(turn.Reader.Culture, ignoreCase: true)).Take(Most).ToList();
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                new FactSet
                {
                    Facts = [.. shown.Select(organization => new Fact(
                        CardText.Escape(organization.Name, LineBreaks.Collapse),
                        Messages.Get(turn.Reader, Sentence.MemberSince, Appointments.ShortDay(turn.Reader, organization.MemberSince))))],
                },
                .. turn.Network.Organizations.Count > Most
                    ? new CardElement[] { CardPart.Subtle(Messages.Get(turn.Reader, Sentence.ListShortened, Most, turn.Network.Organizations.Count)) }
                    : [],
            ],
        };
        return new Answer.Card(card, heading);
    }
}
