using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Members.ListMembers;

/// <summary>"Mitglieder", "Mitglieder Seite 2": the member organizations, for members, in 1:1. Never persons.</summary>
internal sealed class ListMembersCommand : IPagedCommand
{
    private const int Most = 30;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Members;

    /// <inheritdoc/>
    public Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken) => Task.FromResult(Answer(turn, page));

    private static Answer Answer(Turn turn, PageRequest asked)
    {
        if (!turn.Network.Allows(Right.ReadMembers, turn.Sender?.Id))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersInPrivate));
        }

        var heading = Messages.Get(turn.Reader, Sentence.MembersHeading, turn.Network.Organizations.Count);
        var all = turn.Network.Organizations.OrderBy(organization => organization.Name, StringComparer.Create(turn.Reader.Culture, ignoreCase: true)).ToList();
        var page = Paging.Cut(all, organization => organization.Id.Value, organization => CardSize.Of(Line(turn.Reader, organization)), Most, asked);
        var card = new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(page.Items.Select(organization => Line(turn.Reader, organization))),
                .. Paging.Line(turn.Reader, page, Messages.Get(turn.Reader, Sentence.CommandMembers)),
            ],
            Actions = [.. RunCommandAction.PageButtons(turn.Reader, page, CommandTable.Members)],
        };
        return new Answer.Card(card, heading);
    }

    private static string Line(Reader reader, MemberOrganization organization)
    {
        var line = Messages.Get(reader, Sentence.MemberSince, CardText.Escape(organization.Name, LineBreaks.Collapse), Appointments.Date(reader, organization.MemberSince));
        line = organization.IsSuspended ? Messages.Get(reader, Sentence.MemberSuspended, line) : line;
        return organization.Resignation is { IsStanding: true } resignation ? Messages.Get(reader, Sentence.MemberLeaving, line, Appointments.Date(reader, resignation.LastDay)) : line;
    }
}
