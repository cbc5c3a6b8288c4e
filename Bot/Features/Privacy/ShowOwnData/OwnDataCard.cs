using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Privacy;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.ShowOwnData;

/// <summary>Draws what is kept about the sender.</summary>
internal static class OwnDataCard
{
    private const int Most = 12;

    /// <summary>Draws the card.</summary>
    /// <param name="turn">Whose data, and whose eyes.</param>
    /// <param name="kept">What there is of each kind.</param>
    /// <param name="asked">Which page.</param>
    public static AdaptiveCard Render(Turn turn, IReadOnlyList<(KeptKind Kind, int Count)> kept, PageRequest asked)
    {
        var heading = Messages.Get(turn.Reader, Sentence.DataHeading);
        var page = Paging.Cut(kept, one => one.Kind.ToString(), one => CardSize.Of(KeptWords.Line(turn, one.Kind, one.Count)), Most, asked);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(page.Items.Select(one => KeptWords.Line(turn, one.Kind, one.Count))),
                .. Paging.Line(turn.Reader, page, Messages.Get(turn.Reader, Sentence.CommandOwnData)),
                CardPart.Subtle(Messages.Get(turn.Reader, Sentence.DataHint)),
                .. CardPart.Rows(
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonDataFile, PrivacyVerbs.File),
                    CardPart.Button(turn.Reader, Sentence.ButtonDataDeleteAsk, PrivacyVerbs.AskDelete),
                    .. RunCommandAction.PageButtons(turn.Reader, page, CommandTable.OwnData),
                ]),
            ],
        };
    }
}
