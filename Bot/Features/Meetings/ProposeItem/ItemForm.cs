using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.ProposeItem;

/// <summary>The form for an agenda item: title and minutes, and the meeting where several may be meant.</summary>
internal static class ItemForm
{
    private const int MostChoices = 50;

    /// <summary>Draws the form for one meeting.</summary>
    public static AdaptiveCard Render(Reader reader, Meeting meeting, ProposedItem? proposed = null) => new()
    {
        Lang = reader.Language,
        Body = [.. Inputs(reader, proposed)],
        Actions = [CardPart.Button(reader, Sentence.ButtonAddItem, MeetingVerbs.ProposeItem, ("meeting", meeting.Id.Value))],
    };

    /// <summary>Draws the form with a choice of meetings.</summary>
    public static AdaptiveCard Render(Reader reader, Network network, IReadOnlyList<Meeting> meetings, ProposedItem? proposed)
    {
        var heading = Messages.Get(reader, Sentence.CommandProposeItem);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body = [CardPart.Heading(heading), .. MeetingInput(reader, network, meetings, Sentence.CommandProposeItemExample), .. Inputs(reader, proposed)],
            Actions = [CardPart.Button(reader, Sentence.ButtonAddItem, MeetingVerbs.ProposeItem)],
        };
    }

    /// <summary>The choice of one of several meetings, the nearest first; more than fit are reached by typing the committee's name.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="meetings">In order of days.</param>
    /// <param name="example">What can be typed instead.</param>
    public static IEnumerable<CardElement> MeetingInput(Reader reader, Network network, IReadOnlyList<Meeting> meetings, Sentence example)
    {
        var choices = meetings.Select(meeting => new Choice(MeetingCard.PlainTitle(reader, network, meeting), meeting.Id.Value)).ToList();
        var shown = Paging.Cut(choices, choice => choice.Value, choice => CardSize.Of(choice.Title, choice.Value), MostChoices, PageRequest.First);
        yield return new ChoiceSetInput
        {
            Id = "meeting",
            Label = Messages.Get(reader, Sentence.InputMeeting),
            IsRequired = true,
            ErrorMessage = Messages.Get(reader, Sentence.InputMeetingMissing),
            Choices = shown.Items,
        };
        if (shown.IsPart)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.ChoicesShortened, shown.Items.Count, shown.All, CardText.Escape(Messages.Get(reader, example))));
        }
    }

    private static IEnumerable<CardElement> Inputs(Reader reader, ProposedItem? proposed)
    {
        yield return InputPart.Required(
            reader, ProposedItem.TitleField, (Sentence.InputItemTitle, Sentence.InputItemTitleMissing), proposed?.Title ?? string.Empty, AgendaItem.TitleLimit);
        yield return new NumberInput
        {
            Id = ProposedItem.MinutesField,
            Label = Messages.Get(reader, Sentence.InputItemMinutes),
            Min = 1,
            Max = AgendaItem.MinutesLimit,
            Value = proposed?.Minutes,
        };
        yield return InputPart.Text(reader, ProposedItem.PresenterField, Sentence.InputItemPresenter, proposed?.Presenter ?? string.Empty, Agenda.PresenterLimit);
        yield return new ToggleInput
        {
            Id = ProposedItem.ConfidentialField,
            Label = null,
            Title = Messages.Get(reader, Sentence.InputItemConfidential),
            Value = proposed?.Visibility == AgendaVisibility.Committee ? "true" : "false",
        };
    }
}
