using System.Globalization;
using Bot.Domain.Agendas;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>Asks before an item is withdrawn, passed on, or shown to all.</summary>
internal static class ConfirmChangeCard
{
    /// <summary>Draws the question.</summary>
    public static AdaptiveCard Render(Turn turn, Agenda agenda, AgendaItem item, ItemChange change)
    {
        var question = Question(turn, item, change);
        var meeting = ("meeting", agenda.Meeting.Id.Value);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Heading(MeetingCard.Title(turn.Reader, turn.Network, agenda.Meeting)),
                CardPart.Text(question),
                .. CardPart.Rows(
                [
                    CardPart.Button(
                        turn.Reader, Yes(change), MeetingVerbs.ChangeItem,
                        meeting, ("item", item.Number.ToString(CultureInfo.InvariantCulture)), ("change", ChangeCode.Write(change)), ("confirmed", "true")),
                    CardPart.Button(turn.Reader, Sentence.ButtonBackToAgenda, MeetingVerbs.EditAgenda, meeting),
                ]),
            ],
        };
    }

    private static string Question(Turn turn, AgendaItem item, ItemChange change)
    {
        var name = AgendaLine.Name(turn.Reader, turn.Network, item);
        return change switch
        {
            ItemChange.Refer(var to) => Messages.Get(
                turn.Reader, Sentence.ItemReferQuestion, name, CardText.Escape(turn.Network.Committee(to)?.Name ?? to.Value, LineBreaks.Collapse)),
            ItemChange.Visible => Messages.Get(turn.Reader, Sentence.ItemPublicQuestion, name),
            _ => Messages.Get(turn.Reader, Sentence.ItemWithdrawQuestion, name),
        };
    }

    private static Sentence Yes(ItemChange change) => change switch
    {
        ItemChange.Refer => Sentence.ButtonYesRefer,
        ItemChange.Visible => Sentence.ButtonYesPublic,
        _ => Sentence.ButtonYesWithdraw,
    };
}
