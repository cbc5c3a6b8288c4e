using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.ShowAgenda;

/// <summary>"Tagesordnung", "Tagesordnung Beirat Seite 2": the agenda of the meeting that is on, otherwise of the next.</summary>
internal sealed class ShowAgendaCommand(AgendaMeetings finder, AgendaStore agendas) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ShowAgenda;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await finder.OneEachAsync(turn, asked, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(MeetingFinder.Nothing(turn, asked, Sentence.NoMeeting));
        }

        var agenda = await agendas.OfAsync(turn.Network.Id, found[0], cancellationToken);
        var card = MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, page: page, isPrivate: turn.IsPersonal);
        card = card with { Actions = [.. card.Actions, .. Arranging(turn, agenda)], Refresh = MeetingRefresh.Sender(turn, found[0].Id) };
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    private static IEnumerable<CardAction> Arranging(Turn turn, Agenda agenda) =>
        turn is { IsPersonal: true, Sender: { } sender } && agenda.MayArrange(turn.Network, sender.Id) && !agenda.IsOver(turn.Network.Zone, turn.Now)
            ? [CardPart.Button(turn.Reader, Sentence.CommandEditAgenda, MeetingVerbs.EditAgenda, ("meeting", agenda.Meeting.Id.Value))]
            : [];
}
