using System;
using System.Collections.Generic;
using Bot.Features.Calendars;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Tests.Cards;

/// <content>Cards of calendars.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Calendars(Scene scene)
    {
        var turn = scene.Turn("amina");
        var address = new CalendarAddress(scene.Network.Id, turn.Sender!.Id, scene.Reader.Language, turn.Now);
        var made = new Uri("https://bot.example.org/calendar/0123456789abcdef0123456789abcdef01234567.ics");
        yield return Replaced("calendar-none", "CalendarCard.Render", CalendarCard.Render(turn, null, areServed: true));
        yield return Replaced("calendar-standing", "CalendarCard.Render", CalendarCard.Render(turn, address, areServed: true));
        yield return Replaced("calendar-made", "CalendarCard.Render", CalendarCard.Render(turn, address, areServed: true, Messages.Get(scene.Reader, Sentence.CalendarMadeAnew), made));
        yield return Replaced("calendar-not-served", "CalendarCard.Render", CalendarCard.Render(turn, null, areServed: false));
    }
}
