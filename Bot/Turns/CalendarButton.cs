using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>The button that hands a meeting over as a calendar file, for the cards that show one.</summary>
internal static class CalendarButton
{
    /// <summary>Its verb.</summary>
    public const string Verb = "calendar.meeting";

    /// <summary>Name of the datum that holds the meeting.</summary>
    public const string MeetingField = "meeting";

    /// <summary>The button.</summary>
    public static ExecuteAction For(Reader reader, MeetingId meeting) => CardPart.Button(reader, Sentence.ButtonIntoCalendar, Verb, (MeetingField, meeting.Value));
}
