using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Features.Rules.SetRhythm;
using Bot.Texts;
using NodaTime;
using Xunit;

namespace Bot.Tests.Texts;

/// <summary>A rhythm in words is the same rhythm when the words are read again.</summary>
public class RhythmWordsTests
{
    private static readonly LocalDate Anchor = new(2026, 11, 23);

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", "alle drei Monate am zweiten Dienstag", "every three months on the second Tuesday")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU,3TU", "jeden Monat am ersten und dritten Dienstag", "every month on the first and third Tuesday")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "alle zwei Monate am letzten Freitag", "every two months on the last Friday")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", "jeden Dienstag", "every Tuesday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "alle zwei Wochen am Donnerstag", "every two weeks on Thursday")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE,FR", "jede Woche am Montag, Mittwoch und Freitag", "every week on Monday, Wednesday and Friday")]
    [InlineData("FREQ=WEEKLY", "jeden Montag", "every Monday")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", "jeden Monat am 15. des Monats", "every month on the 15th of the month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,-1", "jeden Monat am 1. und letzten Tag des Monats", "every month on the 1st and last day of the month")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2", "alle zwei Monate am 23. des Monats", "every two months on the 23rd of the month")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "jeden Monat am 13. des Monats, nur am Freitag", "every month on the 13th of the month, only on Friday")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "jeden Monat an jedem Montag, Dienstag, Mittwoch, Donnerstag und Freitag, davon nur den letzten", "every month on each Monday, Tuesday, Wednesday, Thursday and Friday, of these only the last")]
    [InlineData("FREQ=YEARLY;BYMONTH=3,9;BYDAY=2TU", "jedes Jahr im März und September am zweiten Dienstag", "every year in March and September on the second Tuesday")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYDAY=20MO", "alle zwei Jahre am 20. Montag des Jahres", "every two years on the 20th Monday of the year")]
    [InlineData("FREQ=YEARLY", "jedes Jahr im November am 23. des Monats", "every year in November on the 23rd of the month")]
    [InlineData("FREQ=DAILY;INTERVAL=10", "alle zehn Tage", "every ten days")]
    [InlineData("FREQ=DAILY;INTERVAL=14", "jeden 14. Tag", "every 14th day")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,3,5;BYDAY=1MO", "alle zwei Monate am ersten Montag, nur im Januar, März und Mai", "every two months on the first Monday, only in January, March and May")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;COUNT=10", "jede Woche am Dienstag, insgesamt 10-mal", "every week on Tuesday, 10 times in all")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231", "jede Woche am Dienstag, bis zum Freitag, 31. Dezember 2027", "every week on Tuesday, until Friday, 31 December 2027")]
    public void Of_Rule_IsSaidAndReadAgain(string rule, string german, string english)
    {
        var meant = Recurrence(rule);
        Assert.Equal((german, english), (RhythmWords.Of(Reader.German, meant), RhythmWords.Of(Reader.English, meant)));
        AssertReadAgain(rule);
    }

    /// <summary>Every frequency with every mixture of the other parts, as far as the parser takes it: thousands of rules in two languages.</summary>
    [Theory]
    [InlineData("DAILY")]
    [InlineData("WEEKLY")]
    [InlineData("MONTHLY")]
    [InlineData("YEARLY")]
    public void Of_EveryMixtureOfParts_GivesTheSameRule(string frequency)
    {
        string[] intervals = ["", ";INTERVAL=2", ";INTERVAL=14"];
        string[] months = ["", ";BYMONTH=5", ";BYMONTH=12,3,1"];
        string[] days = ["", ";BYDAY=TU", ";BYDAY=SU,MO,SA", ";BYDAY=2TU", ";BYDAY=-1FR,1MO,3MO,WE", ";BYDAY=-5TH,5TH,-3MO", ";BYDAY=53MO,-12TU,20WE"];
        string[] monthDays = ["", ";BYMONTHDAY=15", ";BYMONTHDAY=1,-1,-6,20"];
        string[] positions = ["", ";BYSETPOS=1,-1", ";BYSETPOS=12,-7"];
        string[] ends = ["", ";COUNT=1000", ";UNTIL=20280229"];
        var rules = from interval in intervals from month in months from day in days from monthDay in monthDays from position in positions from end in ends
                    select "FREQ=" + frequency + interval + month + day + monthDay + position + end;
        var taken = rules.Where(rule => MeetingRhythm.Parse(rule, Anchor) is Outcome<MeetingRhythm>.Done).ToList();
        Assert.True(taken.Count > 100, taken.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        taken.ForEach(AssertReadAgain);
    }

    /// <summary>Single values of every list the parser takes.</summary>
    [Fact]
    public void Of_EverySingleValue_GivesTheSameRule()
    {
        string[] weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        IEnumerable<string> rules =
        [
            .. Enumerable.Range(1, 1000).Where(count => count < 120 || count % 50 == 0).SelectMany(count => new[] { $"FREQ=DAILY;INTERVAL={count}", $"FREQ=WEEKLY;INTERVAL={count};BYDAY=SA", $"FREQ=MONTHLY;INTERVAL={count};BYDAY=1SU" }),
            .. Enumerable.Range(1, 31).SelectMany(day => new[] { $"FREQ=MONTHLY;BYMONTHDAY={day}", $"FREQ=MONTHLY;BYMONTHDAY=-{day}", $"FREQ=YEARLY;BYMONTHDAY={day}" }),
            .. Enumerable.Range(1, 12).SelectMany(month => weekdays.Select(day => $"FREQ=YEARLY;BYMONTH={month};BYDAY=-2{day}")),
            .. Enumerable.Range(1, 53).SelectMany(nth => new[] { $"FREQ=YEARLY;BYDAY={nth}WE", $"FREQ=YEARLY;BYDAY=-{nth}SU" }),
            .. Enumerable.Range(1, 366).SelectMany(nth => new[] { $"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS={nth}", $"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-{nth}" }),
        ];
        foreach (var rule in rules)
        {
            AssertReadAgain(rule);
        }
    }

    [Theory]
    [InlineData("alle drei Monate am zweiten Dienstag um 17 Uhr im Rathaus", "alle drei Monate am zweiten Dienstag um 17:00 Uhr, üblicher Ort: Rathaus")]
    [InlineData("monatlich am ersten Montag um 18:30 Uhr", "jeden Monat am ersten Montag um 18:30 Uhr")]
    [InlineData("in der Regel alle zwei Monate um 17 Uhr", "in der Regel alle zwei Monate um 17:00 Uhr")]
    [InlineData("in der Regel einmal im Quartal am letzten Mittwoch um 0 Uhr", "in der Regel alle drei Monate am letzten Mittwoch um 00:00 Uhr")]
    [InlineData("jeden Dienstag um 19 Uhr, Ort: Straße des 17. Juni, Eingang Montag", "jeden Dienstag um 19:00 Uhr, üblicher Ort: Straße des 17. Juni, Eingang Montag")]
    public void Whole_WithTimeAndPlace_IsSaidAndReadAgain(string typed, string expected)
    {
        var said = Said(typed);
        Assert.Equal(expected, said);
        Assert.Equal(expected, Said(said));
    }

    private static string Said(string words)
    {
        var reading = RhythmReader.Read(words, Anchor + new LocalTime(10, 0), Berlin);
        Assert.Empty(reading.Problems.Select(problem => $"{words}: {problem.Kind} {problem.Fragment}"));
        var rhythm = Assert.IsType<Outcome<MeetingRhythm>.Done>(MeetingRhythm.Parse(reading.Rule!, Anchor)).Value;
        return RhythmWords.Whole(Reader.German, new RhythmRule(rhythm, reading.IsSoft, reading.Start!.Value, reading.Place ?? string.Empty), reading.Place ?? string.Empty);
    }

    private static void AssertReadAgain(string rule)
    {
        var meant = Recurrence(rule);
        foreach (var language in new[] { "de", "en" })
        {
            var words = RhythmWords.Of(Reader.For(language), meant);
            var reading = RhythmReader.Read(words, Anchor + new LocalTime(10, 0), Berlin);
            Assert.Equal((rule, words, string.Empty), (rule, words, string.Join("; ", reading.Problems.Select(problem => $"{problem.Kind} {problem.Fragment}"))));
            Assert.Equal((words, meant.ToCode()), (words, Recurrence(reading.Rule!).ToCode()));
            Assert.Equal((null, null, false), (reading.Start, reading.Place, reading.IsSoft));
        }
    }

    private static RecurrenceRule Recurrence(string rule) => Assert.IsType<Outcome<MeetingRhythm>.Done>(MeetingRhythm.Parse(rule, Anchor)).Value.Recurrence;
}
