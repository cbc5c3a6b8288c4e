using Bot.Domain.Voting;
using Bot.Texts;
using NodaTime;
using Xunit;

namespace Bot.Tests.Texts;

public class AppointmentsTests
{
    private static readonly LocalDate Thursday = new(2027, 1, 14);

    [Theory]
    [InlineData("de", "Donnerstag, 14. Januar 2027")]
    [InlineData("en", "Thursday, 14 January 2027")]
    [InlineData("fr", "Donnerstag, 14. Januar 2027")]
    [InlineData(null, "Donnerstag, 14. Januar 2027")]
    public void Day_InTheReadersLanguage_HasWeekdayAndMonthInWords(string? locale, string day) =>
        Assert.Equal(day, Appointments.Day(Reader.For(locale), Thursday));

    [Theory]
    [InlineData("de-AT", "Montag, 1. März 2027")]
    [InlineData("en-US", "Monday, 1 March 2027")]
    public void Day_OfOneDigit_HasNoLeadingZero(string locale, string day) =>
        Assert.Equal(day, Appointments.Day(Reader.For(locale), new LocalDate(2027, 3, 1)));

    [Theory]
    [InlineData("de", "Do, 14.01.2027")]
    [InlineData("en", "Thu 14 Jan 2027")]
    public void ShortDay_InTheReadersLanguage_IsWrittenAsThere(string locale, string day) =>
        Assert.Equal(day, Appointments.ShortDay(Reader.For(locale), Thursday));

    [Theory]
    [InlineData("de", 17, 0, "17:00 Uhr")]
    [InlineData("en", 17, 0, "17:00")]
    [InlineData("de", 0, 0, "00:00 Uhr")]
    [InlineData("en", 9, 5, "09:05")]
    public void Time_InTheReadersLanguage_IsOnTheTwentyFourHourClock(string locale, int hour, int minute, string time) =>
        Assert.Equal(time, Appointments.Time(Reader.For(locale), new LocalTime(hour, minute)));

    [Theory]
    [InlineData("de", "Donnerstag, 14. Januar 2027, 17:30 Uhr")]
    [InlineData("en", "Thursday, 14 January 2027, 17:30")]
    public void Moment_InTheReadersLanguage_IsDayAndTime(string locale, string moment) =>
        Assert.Equal(moment, Appointments.Moment(Reader.For(locale), Thursday.At(new LocalTime(17, 30))));

    [Theory]
    [InlineData("de", "Ja", "Enthaltung", "Befangenheit")]
    [InlineData("en", "Yes", "Abstain", "conflict of interest")]
    public void Write_WordsOfTheRules_AreInTheReadersLanguage(string locale, string yes, string abstain, string conflict)
    {
        var reader = Reader.For(locale);

        Assert.Equal(yes, Appointments.Write(reader, VoteOption.Yes));
        Assert.Equal(abstain, Appointments.Write(reader, VoteOption.Abstain));
        Assert.Equal(conflict, Appointments.Write(reader, Exclusion.ConflictOfInterest));
    }

    [Theory]
    [InlineData("de", "Noch 1.234 Stimmen", "Noch {0} Stimmen")]
    [InlineData("en", "1,234 votes", "{0} votes")]
    public void Culture_OfTheReader_WritesNumbersAsThere(string locale, string expected, string format) =>
        Assert.Equal(expected, string.Format(Reader.For(locale).Culture, format.Replace("{0}", "{0:N0}", System.StringComparison.Ordinal), 1234));
}
