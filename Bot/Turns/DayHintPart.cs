using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Platform.Cards;
using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>What a preview says about its day: holidays of the Land and of the schools. A hint only; nothing is refused because of it.</summary>
internal static class DayHintPart
{
    /// <summary>One line for each hint; none on an ordinary day.</summary>
    public static IEnumerable<CardElement> Lines(Reader reader, Network network, LocalDate day) =>
        Of(reader, network, day).Select(CardPart.Subtle);

    /// <summary>The same as sentences. Markdown.</summary>
    public static IEnumerable<string> Of(Reader reader, Network network, LocalDate day) =>
        DayHint.Of(day, PublicHolidays.For(network.Land), network.SchoolHolidays).Select(hint => Said(reader, hint));

    private static string Said(Reader reader, DayHint hint) => hint switch
    {
        DayHint.OnHoliday(var holiday) => Messages.Get(reader, Sentence.HintHoliday, NameOf(reader, holiday)),
        DayHint.Eve(var holiday) => Messages.Get(reader, Sentence.HintHolidayEve, NameOf(reader, holiday)),
        DayHint.BridgeDay(var holiday) => Messages.Get(reader, Sentence.HintBridgeDay, NameOf(reader, holiday)),
        DayHint.InSchoolHolidays(var school) => Messages.Get(
            reader, Sentence.HintSchoolHolidays, CardText.Escape(school.Name, LineBreaks.Collapse), Appointments.Date(reader, school.First), Appointments.Date(reader, school.Last)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The name of a public holiday.</summary>
    public static string NameOf(Reader reader, PublicHoliday holiday) => Messages.Get(reader, Enum.Parse<Sentence>("Holiday" + holiday));
}
