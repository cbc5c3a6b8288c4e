using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Privacy;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.DeleteOwnData;

/// <summary>Says before deleting what goes, what stays without a name, what waits for something that is open, and why.</summary>
internal sealed class DepartureQuestion(KeptData data, NameNeeds needs)
{
    /// <summary>The question; or, for whoever coordinates alone, what is to be done first.</summary>
    public async Task<AdaptiveCard> AskAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (Departure.IsLastCoordinator(turn.Network, turn.Sender!.Id))
        {
            return Last(turn);
        }

        var kept = KeptData.Counted(turn.Sender, await data.OfSenderAsync(turn, cancellationToken));
        var needed = await needs.OfAsync(turn.Network, turn.Sender.Id, cancellationToken);
        return Render(turn, kept, needed);
    }

    /// <summary>Draws the question.</summary>
    internal static AdaptiveCard Render(Turn turn, IReadOnlyList<(KeptKind Kind, int Count)> kept, NameNeeded needed)
    {
        var heading = Messages.Get(turn.Reader, Sentence.DeleteHeading);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. kept.GroupBy(one => KeptTable.FateOf(one.Kind)).SelectMany(part => new CardElement[]
                {
                    CardPart.Section(Messages.Get(turn.Reader, KeptWords.FateOf(part.Key))),
                    CardPart.List(part.Select(one => KeptWords.Line(turn, one.Kind, one.Count))),
                }),
                .. NeedWords.Of(turn.Reader, needed).Select(CardPart.Text),
                CardPart.Subtle(Messages.Get(turn.Reader, Sentence.DeleteHint)),
                .. CardPart.Rows(
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonDeleteData, PrivacyVerbs.Delete, turn.Form.Data),
                    CardPart.Button(turn.Reader, Sentence.ButtonDismiss, PrivacyVerbs.Dismiss, turn.Form.Data),
                ]),
            ],
        };
    }

    /// <summary>Somebody else must coordinate first.</summary>
    internal static AdaptiveCard Last(Turn turn)
    {
        var heading = Messages.Get(turn.Reader, Sentence.DeleteHeading);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(Messages.Get(turn.Reader, Sentence.DeleteLastCoordinator)),
                .. CardPart.Rows([SuggestionCard.RunButton(turn.Reader, CommandTable.GiveCoordination)]),
            ],
        };
    }

    /// <summary>What was done, and what follows.</summary>
    internal static AdaptiveCard Done(Reader reader, NameNeeded open)
    {
        var said = Messages.Get(reader, Sentence.DeleteDone);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = said,
            Body = [CardPart.Text(said), .. NeedWords.Of(reader, open).Select(CardPart.Text)],
        };
    }
}
