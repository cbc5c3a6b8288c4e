using System.Collections.Generic;
using System.Globalization;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.Reply;

/// <summary>The buttons by which an invitation is answered. They name the date that was asked about, so that on an old card they answer nothing but that.</summary>
internal static class ReplyPart
{
    /// <summary>Name of the datum that holds <see cref="Meeting.AskedRevision"/>.</summary>
    public const string Asked = "asked";

    /// <summary>Name of the field for who comes instead.</summary>
    public const string Substitute = "substitute";

    /// <summary>Whether the meeting can still be answered to.</summary>
    public static bool IsOpen(Meeting meeting, DateTimeZone zone, Instant now) => meeting.State == MeetingState.Invited && now < meeting.StartsAt(zone);

    /// <summary>[Ich komme], [Ich kann nicht] and [Vertretung schicken], which asks for the name below.</summary>
    public static IEnumerable<CardElement> Rows(Reader reader, Meeting meeting) => CardPart.Rows(
    [
        CardPart.Button(reader, Sentence.ButtonAccept, MeetingVerbs.Accept, Data(meeting)),
        CardPart.Button(reader, Sentence.ButtonRegret, MeetingVerbs.Regret, Data(meeting)),
        CardPart.Button(reader, Sentence.ButtonSendSubstitute, MeetingVerbs.AskSubstitute, Data(meeting)),
    ]);

    /// <summary>What a button refers to.</summary>
    public static (string Name, string Value)[] Data(Meeting meeting) =>
        [("meeting", meeting.Id.Value), (Asked, meeting.AskedRevision.ToString(CultureInfo.InvariantCulture))];
}
