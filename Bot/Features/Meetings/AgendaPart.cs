using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings;

/// <summary>The items of a meeting's card, a page at a time. An urgent meeting begins with the confirmation of its urgency.</summary>
internal static class AgendaPart
{
    private const int Most = 25;

    /// <summary>Place, topic, reason, a new item's title and the form for an item are on the card besides.</summary>
    private const int Budget = 12 * 1024;

    private const string UrgencyKey = "urgency";

    /// <summary>Names an item in a <see cref="PageRequest"/>.</summary>
    public static string KeyOf(AgendaItem item) => item.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The items asked for, each as a line of Markdown.</summary>
    public static Page<(string Key, string Text)> Page(Reader reader, Agenda agenda, PageRequest asked) =>
        Paging.Cut([.. Lines(reader, agenda)], line => line.Key, line => CardSize.Of(line.Text), Most, asked, Budget);

    /// <summary>The lines as a numbered list, which part of the agenda it is, and the way to the others.</summary>
    public static IEnumerable<CardElement> Of(Reader reader, Network network, Agenda agenda, Page<(string Key, string Text)> shown)
    {
        var numbered = shown.Items.Select((line, index) => (shown.Start + index + 1).ToString(CultureInfo.InvariantCulture) + ". " + line.Text);
        yield return CardPart.Text(shown.All == 0 ? Messages.Get(reader, Sentence.AgendaEmpty) : string.Join('\n', numbered));
        var committee = network.Committee(agenda.Meeting.Committee)?.Name ?? string.Empty;
        var turning = Paging.Line(reader, shown, Messages.Get(reader, Sentence.CommandShowAgenda) + " " + committee)
            .Concat(Paging.Row(reader, shown, MeetingVerbs.ShowAgenda, ("meeting", agenda.Meeting.Id.Value)));
        foreach (var element in turning)
        {
            yield return element;
        }
    }

    private static IEnumerable<(string Key, string Text)> Lines(Reader reader, Agenda agenda)
    {
        if (agenda.Meeting.Kind == MeetingKind.Urgent)
        {
            yield return (UrgencyKey, Messages.Get(reader, Sentence.AgendaConfirmUrgency));
        }

        foreach (var item in agenda.Items)
        {
            yield return (KeyOf(item), Line(reader, item));
        }
    }

    private static string Line(Reader reader, AgendaItem item)
    {
        var title = CardText.Escape(item.Title, LineBreaks.Collapse);
        return item.Minutes is { } minutes ? Messages.Get(reader, Sentence.AgendaLineWithMinutes, title, minutes) : title;
    }
}
