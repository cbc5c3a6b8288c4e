using System.Linq;
using Bot.Domain.Meetings;
using Bot.Features.Rules.SetNotice;
using Bot.Features.Rules.SetRhythm;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.Rules;

public class RhythmReaderTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("alle zwei Monate am zweiten Dienstag um 17 Uhr im Rathaus", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "17:00", "Rathaus")]
    [InlineData("alle 2 Monate am 2. Dienstag, 17:30 Uhr, in der Volkshochschule, Raum 3", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "17:30", "Volkshochschule, Raum 3")]
    [InlineData("jeden zweiten Monat am letzten Mittwoch", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1WE", null, null)]
    [InlineData("monatlich am ersten Montag online", "FREQ=MONTHLY;BYDAY=1MO", null, "online")]
    [InlineData("jeden ersten Donnerstag im Monat um 18 Uhr", "FREQ=MONTHLY;BYDAY=1TH", "18:00", null)]
    [InlineData("jeden ersten Donnerstag", "FREQ=MONTHLY;BYDAY=1TH", null, null)]
    [InlineData("jeden zweiten Dienstag im Monat", "FREQ=MONTHLY;BYDAY=2TU", null, null)]
    [InlineData("vierteljährlich am vorletzten Freitag", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-2FR", null, null)]
    [InlineData("einmal im Quartal am dritten Mittwoch", "FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE", null, null)]
    [InlineData("quartalsweise am 2. Dienstag", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", null, null)]
    [InlineData("am ersten und dritten Dienstag im Monat", "FREQ=MONTHLY;BYDAY=1TU,3TU", null, null)]
    [InlineData("jede Woche dienstags um 19 Uhr", "FREQ=WEEKLY;BYDAY=TU", "19:00", null)]
    [InlineData("jeden Dienstag", "FREQ=WEEKLY;BYDAY=TU", null, null)]
    [InlineData("dienstags", "FREQ=WEEKLY;BYDAY=TU", null, null)]
    [InlineData("alle 14 Tage am Donnerstag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", null, null)]
    [InlineData("am 15. jeden Monats", "FREQ=MONTHLY;BYMONTHDAY=15", null, null)]
    [InlineData("jährlich im November am dritten Mittwoch", "FREQ=YEARLY;BYMONTH=11;BYDAY=3WE", null, null)]
    [InlineData("im März und September am zweiten Dienstag", "FREQ=YEARLY;BYMONTH=3,9;BYDAY=2TU", null, null)]
    [InlineData("every two months on the second Tuesday at 17:00 in the town hall", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "17:00", "town hall")]
    [InlineData("every other month on the last Friday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", null, null)]
    [InlineData("quarterly on the 3rd Wednesday at 5 pm", "FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE", "17:00", null)]
    [InlineData("weekly on Tuesdays", "FREQ=WEEKLY;BYDAY=TU", null, null)]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", null, null)]
    [InlineData("RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU um 18 Uhr im Rathaus", "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", "18:00", "Rathaus")]
    public void Read_WordsOfARhythm_AreTheRule(string words, string rule, string? start, string? place)
    {
        var reading = Read(words);
        Assert.Empty(reading.Problems.Select(problem => $"{problem.Kind}: {problem.Fragment}"));
        Assert.Equal((rule, start, place, false, false), (reading.Rule, reading.Start?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), reading.Place, reading.IsSoft, reading.IsNone));
    }

    [Theory]
    [InlineData("in der Regel alle zwei Monate am zweiten Dienstag")]
    [InlineData("meist alle zwei Monate am zweiten Dienstag")]
    [InlineData("alle zwei Monate am zweiten Dienstag, unverbindlich")]
    [InlineData("as a rule every two months on the second Tuesday")]
    public void Read_WordsThatMakeItSoft_AreHeard(string words) => Assert.Equal((true, "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU"), (Read(words).IsSoft, Read(words).Rule));

    [Theory]
    [InlineData("in der Regel alle zwei Monate", "FREQ=MONTHLY;INTERVAL=2")]
    [InlineData("meist einmal im Quartal", "FREQ=MONTHLY;INTERVAL=3")]
    [InlineData("normalerweise jede Woche", "FREQ=WEEKLY")]
    [InlineData("in der Regel jedes Jahr im November", "FREQ=YEARLY;BYMONTH=11")]
    [InlineData("usually every two months", "FREQ=MONTHLY;INTERVAL=2")]
    public void Read_SoftWithoutADay_IsTakenAsItIs(string words, string rule) => Assert.Equal((true, rule, 0), (Read(words).IsSoft, Read(words).Rule, Read(words).Problems.Count));

    [Theory]
    [InlineData("nach Bedarf")]
    [InlineData("as needed")]
    public void Read_AsNeeded_IsNoRhythm(string words) => Assert.Equal((true, null, 0), (Read(words).IsNone, Read(words).Rule, Read(words).Problems.Count));

    [Theory]
    [InlineData("jeden zweiten Dienstag", "EveryOther")]
    [InlineData("every second Tuesday", "EveryOther")]
    [InlineData("am zweiten Dienstag", "HowOften")]
    [InlineData("alle zwei Monate", "WhichDay")]
    [InlineData("in der Regel alle zwei Monate am Dienstag", "WhichDay")]
    [InlineData("in der Regel", "HowOften")]
    [InlineData("in der Regel jeden zweiten Dienstag", "EveryOther")]
    [InlineData("monatlich dienstags", "WhichDay")]
    [InlineData("jährlich am zweiten Dienstag", "WhichDay")]
    [InlineData("alle zwei Monate am zweiten Dienstag, außer im August", "NotUnderstood")]
    [InlineData("alle zwei Monate am zweiten Dienstag 17-19 Uhr", "NotUnderstood")]
    [InlineData("alle zwei Monate am zweiten Dienstag um 17 Uhr oder 18 Uhr", "WhichTime")]
    [InlineData("alle zwei Wochen am zweiten Dienstag", "NotUnderstood")]
    [InlineData("immer wenn Vollmond ist", "HowOften")]
    public void Read_UnclearWords_AreAskedBackAndGiveNoRule(string words, string problem)
    {
        var reading = Read(words);
        Assert.Contains(problem, reading.Problems.Select(one => one.Kind.ToString()));
        Assert.Null(reading.Rule);
    }

    [Theory]
    [InlineData("10 Tage, ab Zugang", 10, NoticeCounting.FromReceipt)]
    [InlineData("zwei Wochen", 14, NoticeCounting.BetweenDays)]
    [InlineData("7 Tage ab Versand", 7, NoticeCounting.FromSending)]
    [InlineData("1 Tag", 1, NoticeCounting.BetweenDays)]
    [InlineData("90 Tage, ab dem Tag danach", 90, NoticeCounting.FromDayAfter)]
    [InlineData("10 days, from receipt", 10, NoticeCounting.FromReceipt)]
    [InlineData("two weeks", 14, NoticeCounting.BetweenDays)]
    public void Notice_Words_AreThePeriod(string words, int days, NoticeCounting counting) => Assert.Equal(new NoticePeriod(days, counting), NoticeReader.Read(words, new NoticePeriod(3)));

    [Theory]
    [InlineData("0 Tage")]
    [InlineData("91 Tage")]
    [InlineData("14 Wochen")]
    [InlineData("10")]
    [InlineData("bald")]
    [InlineData("10 Tage, ab Mondaufgang")]
    public void Notice_NoPeriod_IsNull(string words) => Assert.Null(NoticeReader.Read(words, new NoticePeriod(3)));

    [Fact]
    public void Notice_CountingNotNamed_StaysAsItWas() =>
        Assert.Equal(new NoticePeriod(10, NoticeCounting.FromReceipt), NoticeReader.Read("10 Tage", new NoticePeriod(3, NoticeCounting.FromReceipt)));

    private static RhythmReading Read(string words) => RhythmReader.Read(words, new LocalDateTime(2026, 11, 23, 10, 0), Berlin);
}
