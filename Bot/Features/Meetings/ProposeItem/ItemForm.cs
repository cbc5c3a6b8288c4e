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
    /// <summary>Draws the form for one meeting.</summary>
    public static AdaptiveCard Render(Reader reader, Meeting meeting, string title, int? minutes) => new()
    {
        Lang = reader.Language,
        Body = [.. Inputs(reader, title, minutes)],
        Actions = [CardPart.Button(reader, Sentence.ButtonAddItem, MeetingVerbs.ProposeItem, ("meeting", meeting.Id.Value))],
    };

    /// <summary>Draws the form with a choice of meetings.</summary>
    public static AdaptiveCard Render(Reader reader, Network network, IReadOnlyList<Meeting> meetings, string title, int? minutes)
    {
        var heading = Messages.Get(reader, Sentence.CommandProposeItem);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body = [CardPart.Heading(heading), MeetingInput(reader, network, meetings), .. Inputs(reader, title, minutes)],
            Actions = [CardPart.Button(reader, Sentence.ButtonAddItem, MeetingVerbs.ProposeItem)],
        };
    }

    /// <summary>The choice of one of several meetings.</summary>
    public static ChoiceSetInput MeetingInput(Reader reader, Network network, IReadOnlyList<Meeting> meetings) => new()
    {
        Id = "meeting",
        Label = Messages.Get(reader, Sentence.InputMeeting),
        IsRequired = true,
        ErrorMessage = Messages.Get(reader, Sentence.InputMeetingMissing),
        Choices = [.. meetings.Select(meeting => new Choice(MeetingCard.PlainTitle(reader, network, meeting), meeting.Id.Value))],
    };

    private static IEnumerable<CardElement> Inputs(Reader reader, string title, int? minutes)
    {
        yield return new TextInput
        {
            Id = "itemTitle",
            Label = Messages.Get(reader, Sentence.InputItemTitle),
            IsRequired = true,
            ErrorMessage = Messages.Get(reader, Sentence.InputItemTitleMissing),
            MaxLength = AgendaItem.TitleLimit,
            Value = title.Length == 0 ? null : CommandText.Cut(title, AgendaItem.TitleLimit),
        };
        yield return new NumberInput
        {
            Id = "itemMinutes",
            Label = Messages.Get(reader, Sentence.InputItemMinutes),
            Min = 1,
            Max = AgendaItem.MinutesLimit,
            Value = minutes,
        };
    }
}
