using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Minutes;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.ShowMinutes;

/// <summary>The minutes somebody may read, the newest first.</summary>
internal static class MinutesListCard
{
    private const int Most = 10;

    /// <summary>Draws one page of the list.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="found">All that were found, the newest first.</param>
    /// <param name="asked">What was asked for, so that further pages are of the same.</param>
    /// <param name="page">Which page.</param>
    public static AdaptiveCard Render(Turn turn, IReadOnlyList<MeetingMinutes> found, string asked, PageRequest page)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.CommandMinutes);
        var shown = Paging.Cut(found, minutes => minutes.Meeting.Value, minutes => CardSize.Of(Line(turn, minutes)), Most, page);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(": ", new[] { heading }.Concat(shown.Items.Take(1).Select(minutes => Title(turn, minutes)))),
            Body =
            [
                CardPart.Heading(heading),
                .. shown.Items.Select(minutes => Line(turn, minutes)),
                .. Paging.Line(reader, shown, string.Join(' ', heading, asked).Trim()),
                .. CardPart.Rows(RunCommandAction.PageButtons(reader, shown, CommandTable.Minutes, asked)),
            ],
        };
    }

    private static string Title(Turn turn, MeetingMinutes minutes) =>
        MinutesWords.Title(turn.Reader, turn.Network.Committee(minutes.Committee)?.Name ?? minutes.Committee.Value, minutes.Day);

    private static Container Line(Turn turn, MeetingMinutes minutes)
    {
        return new Container
        {
            Separator = true,
            Items =
            [
                CardPart.Section(CardText.Escape(Title(turn, minutes), LineBreaks.Collapse)),
                CardPart.Subtle(MinutesWords.State(turn.Reader, minutes)),
                new ActionSet { Actions = [CardPart.Button(turn.Reader, Sentence.ButtonShowMinutes, MinutesVerbs.Show, (MinutesVerbs.MeetingField, minutes.Meeting.Value))] },
            ],
        };
    }
}
