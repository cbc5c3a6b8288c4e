using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rotas;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas.SetRota;

/// <summary>Shows the order that would be set; nothing is stored yet.</summary>
internal static class RotaPreview
{
    /// <summary>Draws it.</summary>
    public static AdaptiveCard Render(Turn turn, Committee committee, IReadOnlyList<RotaHost> hosts)
    {
        var heading = Messages.Get(turn.Reader, Sentence.RotaHeading, CardText.Escape(committee.Name, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(Messages.Get(turn.Reader, Sentence.RotaPreviewQuestion, RotaCard.NameOf(turn.Network, hosts[0]))),
                CardPart.Text(string.Join('\n', hosts.Select((host, place) => $"{place + 1}. {RotaCard.NameOf(turn.Network, host)}"))),
                CardPart.Subtle(Messages.Get(turn.Reader, Sentence.RotaPreviewMeans)),
            ],
            Actions =
            [
                CardPart.Button(turn.Reader, Sentence.ButtonSetRule, RotaVerbs.Set, [("committee", committee.Id.Value), ("hosts", string.Join('|', hosts)), .. turn.Form.Data]),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, RotaVerbs.Dismiss, turn.Form.Data),
            ],
        };
    }
}
