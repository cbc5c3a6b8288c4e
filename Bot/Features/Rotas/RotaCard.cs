using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Domain.Rotas;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rotas;

/// <summary>Who leads a committee's meetings in turn: who is next, the order, who has led how often, and what can be done.</summary>
internal static class RotaCard
{
    /// <summary>A longer name is cut, so that the whole order fits on a card.</summary>
    private const int LongestName = 50;

    private const int ShownSteps = 3;

    /// <summary>Name of the input that holds with whom to swap.</summary>
    public const string OtherField = "other";

    /// <summary>Draws it for somebody who belongs to the committee.</summary>
    public static AdaptiveCard Render(Turn turn, RotaView view, string? lead = null)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.RotaHeading, CardText.Escape(view.Committee.Name, LineBreaks.Collapse));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = (lead is null ? string.Empty : lead + " ") + heading,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Text(NextLine(turn, view)),
                CardPart.Section(Messages.Get(reader, Sentence.RotaOrder)),
                CardPart.List(view.State.Counts.Select(count => CountLine(turn, count))),
                .. Steps(turn, view.Rota),
                .. Deeds(turn, view),
            ],
        };
    }

    /// <summary>A name as Markdown, cut where it is too long.</summary>
    public static string NameOf(Network network, RotaHost host) => CardText.Escape(ShortText.Abbreviate(host.Name(network), LongestName), LineBreaks.Collapse);

    private static string NextLine(Turn turn, RotaView view) => (view.Led(turn.Network), view.State.Next) switch
    {
        ({ } meeting, { } next) => Messages.Get(
            turn.Reader, Sentence.RotaLeadsAndNext, NameOf(turn.Network, view.Preparing(turn.Network)!.Value), meeting.Day, NameOf(turn.Network, next)),
        (_, { } next) => Messages.Get(turn.Reader, Sentence.RotaNext, NameOf(turn.Network, next)),
        _ => Messages.Get(turn.Reader, Sentence.RotaNobody),
    };

    private static string CountLine(Turn turn, RotaCount count)
    {
        var name = NameOf(turn.Network, count.Host);
        return count.IsThere
            ? Messages.Get(turn.Reader, Sentence.RotaCount, name, count.Led, count.Planned)
            : Messages.Get(turn.Reader, Sentence.RotaCountLeft, name, count.Led);
    }

    private static IEnumerable<CardElement> Steps(Turn turn, Rota rota)
    {
        foreach (var step in rota.Steps.Where(step => step.At >= rota.Since).Reverse().Take(ShownSteps))
        {
            var day = step.At.InZone(turn.Network.Zone).Date;
            yield return CardPart.Subtle(step.Kind == RotaStepKind.Swapped && step.Other is { } other
                ? Messages.Get(turn.Reader, Sentence.RotaStepSwapped, Appointments.Date(turn.Reader, day), NameOf(turn.Network, step.Host), NameOf(turn.Network, other))
                : Messages.Get(turn.Reader, Sentence.RotaStepSkipped, Appointments.Date(turn.Reader, day), NameOf(turn.Network, step.Host), CardText.Escape(step.Reason, LineBreaks.Collapse)));
        }
    }

    /// <summary>Swapping for those who take turns; passing over for whose turn it is, and for coordinators. In 1:1 only: in a room everybody would see the same buttons.</summary>
    private static IEnumerable<CardElement> Deeds(Turn turn, RotaView view)
    {
        if (!turn.IsPersonal || turn.Sender is not { } sender)
        {
            yield break;
        }

        var own = view.Rota.HostOf(turn.Network, sender.Id);
        var others = view.State.Counts.Where(count => count.IsThere && count.Host != own).ToList();
        if (own is not null && others.Count > 0)
        {
            yield return new ChoiceSetInput
            {
                Id = OtherField, Label = Messages.Get(turn.Reader, Sentence.InputSwapWith),
                Choices = [.. others.Select(count => new Choice(ShortText.Abbreviate(count.Host.Name(turn.Network), LongestName), count.Host.Key))],
            };
            yield return new ActionSet { Actions = [CardPart.Button(turn.Reader, Sentence.ButtonAskSwap, RotaVerbs.AskSwap, [("committee", view.Committee.Id.Value), .. turn.Form.Data])] };
        }

        if (view.Preparing(turn.Network) is { } host && turn.May(Right.SkipTurn, view.Committee, isOwner: host == own))
        {
            yield return InputPart.Text(turn.Reader, ReasonQuestion.ReasonField, Sentence.InputSkipReason, string.Empty, Rota.ReasonLimit);
            yield return new ActionSet
            {
                Actions =
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonSkipTurn, RotaVerbs.Skip, [
                        ("committee", view.Committee.Id.Value), ("host", host.Key), ("steps", view.Rota.Steps.Count.ToString(CultureInfo.InvariantCulture)), .. turn.Form.Data]),
                ],
            };
        }
    }
}
