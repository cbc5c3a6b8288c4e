using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>The agenda for whoever arranges it, or has items on it: each item with its buttons, a page at a time.</summary>
internal static class EditAgendaCard
{
    private const int Most = 6;

    private const int Budget = 11 * 1024;

    /// <summary>Draws it; in 1:1 only.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="agenda">The agenda, nothing masked.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    /// <param name="asked">Which part of it.</param>
    public static AdaptiveCard Render(Turn turn, Agenda agenda, string? lead, PageRequest asked)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.EditAgendaHeading, MeetingCard.Title(reader, turn.Network, agenda.Meeting));
        var lines = agenda.Items.Zip(AgendaClock.Of(agenda).Times, (item, time) => (Item: item, Text: AgendaLine.Of(reader, turn.Network, item, time))).ToList();
        var shown = Paging.Cut(lines, line => AgendaPart.KeyOf(line.Item), line => CardSize.Of(line.Text), Most, asked, Budget);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = lead ?? heading,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                .. agenda.Items.Count == 0 ? [CardPart.Text(Messages.Get(reader, Sentence.AgendaEmpty))] : Enumerable.Empty<CardElement>(),
                .. shown.Items.SelectMany(line => Item(turn, agenda, line.Item, line.Text)),
                .. Paging.Line(reader, shown, typed: null),
                .. Paging.Row(reader, shown, MeetingVerbs.EditAgenda, ("meeting", agenda.Meeting.Id.Value)),
                .. AgendaPart.Foot(reader, turn.Network, agenda, turn.Now).Select(CardPart.Subtle),
            ],
        };
    }

    private static IEnumerable<CardElement> Item(Turn turn, Agenda agenda, AgendaItem item, string text)
    {
        yield return CardPart.Text(agenda.PlaceOf(item).ToString(CultureInfo.InvariantCulture) + ". " + text);
        foreach (var row in CardPart.Rows(Buttons(turn, agenda, item)))
        {
            yield return row;
        }
    }

    private static IEnumerable<CardAction> Buttons(Turn turn, Agenda agenda, AgendaItem item)
    {
        if (agenda.IsOver(turn.Network.Zone, turn.Now) || item.IsSettled || turn.Sender is not { } sender)
        {
            yield break;
        }

        var mayArrange = agenda.MayArrange(turn.Network, sender.Id) && item.Kind != AgendaItemKind.Urgency;
        if (mayArrange && agenda.At(agenda.PlaceOf(item) - 1) is { Kind: not AgendaItemKind.Urgency } above)
        {
            yield return Button(turn, agenda, item, Sentence.ButtonItemUp, new ItemChange.Beside(above.Number, IsBehind: false));
        }

        if (mayArrange && agenda.At(agenda.PlaceOf(item) + 1) is { } below)
        {
            yield return Button(turn, agenda, item, Sentence.ButtonItemDown, new ItemChange.Beside(below.Number, IsBehind: true));
        }

        if (mayArrange || item.ProposedBy == sender.Id)
        {
            yield return Titled(turn, agenda, item, CardPart.Button(turn.Reader, Sentence.ButtonAddItem, MeetingVerbs.EditItem, Reference(agenda, item)), Sentence.ButtonItemEdit);
        }
    }

    private static ExecuteAction Button(Turn turn, Agenda agenda, AgendaItem item, Sentence title, ItemChange change) =>
        Titled(turn, agenda, item, CardPart.Button(turn.Reader, Sentence.ButtonAddItem, MeetingVerbs.ChangeItem, [.. Reference(agenda, item), ("change", ChangeCode.Write(change))]), title);

    private static ExecuteAction Titled(Turn turn, Agenda agenda, AgendaItem item, ExecuteAction button, Sentence title) =>
        button with { Title = Messages.Get(turn.Reader, title, agenda.PlaceOf(item)) };

    private static (string Name, string Value)[] Reference(Agenda agenda, AgendaItem item) =>
        [("meeting", agenda.Meeting.Id.Value), ("item", item.Number.ToString(CultureInfo.InvariantCulture))];
}
