using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>One item with what the sender may change about it.</summary>
internal static class EditItemCard
{
    private const int MostChoices = 50;

    /// <summary>Draws it; in 1:1 only.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="agenda">The agenda, nothing masked.</param>
    /// <param name="item">The item.</param>
    /// <param name="objection">Why it could not be changed as it was filled in; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Agenda agenda, AgendaItem item, string? objection = null)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.EditItemHeading, agenda.PlaceOf(item), AgendaLine.Name(reader, turn.Network, item));
        (string, string)[] reference = [("meeting", agenda.Meeting.Id.Value), ("item", item.Number.ToString(CultureInfo.InvariantCulture))];
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                InputPart.Required(reader, "title", (Sentence.InputItemTitle, Sentence.InputItemTitleMissing), item.Title, AgendaItem.TitleLimit),
                new NumberInput { Id = "minutes", Label = Messages.Get(reader, Sentence.InputItemMinutes), Min = 1, Max = AgendaItem.MinutesLimit, Value = item.Minutes },
                InputPart.Text(reader, "presenter", Sentence.InputItemPresenter, item.Presenter, Agenda.PresenterLimit),
                new ActionSet { Actions = [CardPart.Button(reader, Sentence.ButtonSaveItem, MeetingVerbs.SaveItem, reference)] },
                .. CardPart.Rows(Changes(turn, agenda, item, reference)),
                .. Referring(turn, agenda, item, reference),
            ],
            Actions = [CardPart.Button(reader, Sentence.ButtonBackToAgenda, MeetingVerbs.EditAgenda, ("meeting", agenda.Meeting.Id.Value)) with { AssociatedInputs = AssociatedInputs.None }],
        };
    }

    private static IEnumerable<CardAction> Changes(Turn turn, Agenda agenda, AgendaItem item, (string, string)[] reference)
    {
        foreach (var (title, change) in new (Sentence, ItemChange)[]
        {
            (Sentence.ButtonTakeUp, new ItemChange.TakeUp(IsTaken: true)),
            (Sentence.ButtonNotTakeUp, new ItemChange.TakeUp(IsTaken: false)),
            item.IsConfidential
                ? (Sentence.ButtonMakePublic, new ItemChange.Visible(AgendaVisibility.All))
                : (Sentence.ButtonMakeConfidential, new ItemChange.Visible(AgendaVisibility.Committee)),
            (Sentence.ButtonWithdrawItem, new ItemChange.Withdraw()),
        })
        {
            if (May(turn, agenda, item, change))
            {
                yield return CardPart.Button(turn.Reader, title, MeetingVerbs.ChangeItem, [.. reference, ("change", ChangeCode.Write(change))]) with { AssociatedInputs = AssociatedInputs.None };
            }
        }
    }

    private static IEnumerable<CardElement> Referring(Turn turn, Agenda agenda, AgendaItem item, (string, string)[] reference)
    {
        var others = turn.Network.Committees.Where(committee => committee.Id != agenda.Meeting.Committee && !committee.IsSecluded).ToList();
        if (others.Count == 0 || !May(turn, agenda, item, new ItemChange.Refer(others[0].Id)))
        {
            yield break;
        }

        var choices = others.Select(committee => new Choice(committee.Name, committee.Id.Value)).ToList();
        yield return new ChoiceSetInput
        {
            Id = "to",
            Label = Messages.Get(turn.Reader, Sentence.InputReferTo),
            Choices = Paging.Cut(choices, choice => choice.Value, choice => CardSize.Of(choice.Title, choice.Value), MostChoices, PageRequest.First).Items,
        };
        yield return new ActionSet { Actions = [CardPart.Button(turn.Reader, Sentence.ButtonRefer, MeetingVerbs.ChangeItem, [.. reference, ("change", "refer")])] };
    }

    private static bool May(Turn turn, Agenda agenda, AgendaItem item, ItemChange change) =>
        turn.Sender is { } sender && agenda.Change(turn.Network, sender.Id, item.Number, change, turn.Now) is Outcome<Agenda>.Done;
}
