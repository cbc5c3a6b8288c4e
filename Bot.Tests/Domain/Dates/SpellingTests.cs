using System;
using System.Globalization;
using System.Linq;
using Bot.Domain.Dates;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Calendars;
using Xunit;
using Prop = FsCheck.Fluent.Prop;

namespace Bot.Tests.Domain.Dates;

/// <summary>A day or time written down in any spelling is read as the same; nothing makes the reader throw or work long.</summary>
public class SpellingTests
{
    private static readonly LocalDateTime Now = new(2026, 11, 23, 10, 0);

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Spellings that name the year, or a weekday and a week with its year.</summary>
    private static readonly Func<LocalDate, string>[] WithYear =
    [
        day => day.ToString("d.M.uuuu", German), day => day.ToString("dd.MM.uuuu", German), day => day.ToString("d.M.uu", German), day => day.ToString("d. M. uuuu", German),
        day => day.ToString("d. MMMM uuuu", German), day => day.ToString("dddd, d. MMMM uuuu", German), day => day.ToString("dddd, 'den' d.M.uuuu", German),
        day => day.ToString("uuuu-MM-dd", German), day => day.ToString("d MMMM uuuu", English), day => day.ToString("MMMM d, uuuu", English),
        day => day.ToString("dddd, d MMMM uuuu", English), day => day.ToString("ddd d MMM uuuu", CultureInfo.InvariantCulture),
        day => $"{day.ToString("dddd", German)} KW {WeekYearRules.Iso.GetWeekOfWeekYear(day)}/{WeekYearRules.Iso.GetWeekYear(day)}",
        day => "am " + day.ToString("d. MMMM uuuu", German).Replace("ä", "ae", StringComparison.Ordinal),
    ];

    /// <summary>Spellings that leave the year to be understood: the next such day.</summary>
    private static readonly Func<LocalDate, string>[] WithoutYear =
    [
        day => day.ToString("d.M.", German), day => day.ToString("'am' d. MMMM", German), day => day.ToString("d MMMM", English), day => day.ToString("'on' MMMM d", English),
        day => day.ToString("dddd, d.M.", German),
    ];

    private static readonly Func<LocalTime, string>[] Times =
    [
        time => time.ToString("HH:mm", German), time => time.ToString("HH.mm 'Uhr'", German), time => time.ToString("'um' HH:mm 'Uhr'", German),
        time => time.ToString("h:mm", English) + (time.Hour < 12 ? " am" : " pm"), time => time.ToString("h.mm", English) + (time.Hour < 12 ? "am" : "pm"),
    ];

    private static Gen<LocalDate> Days(int most) => Gen.Choose(0, most).Select(days => Now.Date.PlusDays(days));

    private static Gen<LocalTime> TimesOfDay => Gen.Choose(0, (24 * 60) - 1).Select(minutes => LocalTime.Midnight.PlusMinutes(minutes));

    [Fact]
    public void Read_DayWithItsYearInAnySpelling_IsThatDay()
    {
        var cases = from day in Days(730) from spelling in Gen.Elements(WithYear) select (day, text: spelling(day));

        Prop.ForAll(cases.ToArbitrary(), written => Read(written.text) is { Problems.Count: 0, Day: { } day } && day == written.day).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Read_DayWithoutAYearInAnySpelling_IsTheNextOne()
    {
        var cases = from day in Days(364) from spelling in Gen.Elements(WithoutYear) select (day, text: spelling(day));

        Prop.ForAll(cases.ToArbitrary(), written => Read(written.text) is { Problems.Count: 0, Day: { } day } && day == written.day).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Read_DayAndTimeInAnySpellingAndOrder_AreBothFound()
    {
        var cases = from day in Days(730)
                    from time in TimesOfDay
                    from spelling in Gen.Elements(WithYear)
                    from clock in Gen.Elements(Times)
                    from dayFirst in Gen.Elements(true, false)
                    from place in Gen.Elements("", " im Rathaus", " online", ", Raum 3.2")
                    select (day, time, text: (dayFirst ? $"{spelling(day)}, {clock(time)}" : $"{clock(time)}, {spelling(day)}") + place);

        Prop.ForAll(cases.ToArbitrary(), written => Read(written.text) is var reading && (IsHourOfChange(written.day + written.time)
            ? reading.Problems.Count == 1 && reading.Day is not null
            : written.day + written.time <= Now || (reading is { Problems.Count: 0, Day: { } day, Start: { } start } && day == written.day && start == written.time)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("nach den Ferien in der Woche ")]
    [InlineData("am zweiten Dienstag nach dem Tag der ")]
    [InlineData("in der in der in der in der ")]
    [InlineData("18 Uhr bis halb ")]
    [InlineData("1.1.1.1.1.")]
    [InlineData("Heilige drei ")]
    [InlineData("Di-Do/Mi")]
    [InlineData("eine halbe ")]
    public void Read_AWordManyTimes_TakesStepsInProportion(string word)
    {
        Read(string.Concat(Enumerable.Repeat(word, 100)));
        var once = Allocated(string.Concat(Enumerable.Repeat(word, 500)));
        var fourTimes = Allocated(string.Concat(Enumerable.Repeat(word, 2000)));

        Assert.InRange(fourTimes, 0, (once * 6) + 1_000_000);
    }

    [Fact]
    public void Read_WordsOfTheGrammarInAnyOrder_NeverThrows()
    {
        string[] words =
        [
            "am", "nach", "vor", "Ostern", "Pfingsten", "Weihnachten", "Woche", "der", "den", "in", "im", "Ende", "Anfang", "Januar", "letzter", "zweiter", "1.", "Advent", "Dienstag", "Di",
            "Tag", "nächsten", "Monat", "Quartal", "Jahr", "Ferien", "Sommerferien", "ein", "paar", "zwei", "Wochen", "half", "six", "viertel", "acht", "90", "min", "18 Uhr", ",", "-", "/",
            "fortnight", "a", "on", "week", "after", "next", "ersten", "vierzehnten", "2027", "9999", "0", "Wochenende", "nicht", "statt", "UTC", "anderthalb", "Stunden", "bis", "mittags",
        ];
        var texts = Gen.Elements(words).ListOf().Select(list => string.Join(' ', list));

        Prop.ForAll(texts.ToArbitrary(), text => Read(text) is { Day: null } or { Day: { Year: < 2030 } }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    /// <summary>The hour after two in the nights in which the clocks change.</summary>
    private static bool IsHourOfChange(LocalDateTime moment) => moment is { Hour: 2, Month: 3 or 10 } && moment.Date.DayOfWeek == IsoDayOfWeek.Sunday && moment.Day >= 25;

    private static AppointmentReading Read(string text) => AppointmentReader.Read(text, Now, AppointmentPhrases.Berlin);

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
