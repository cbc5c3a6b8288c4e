using Xunit;

namespace Bot.Tests.Domain.Dates;

/// <summary>Days, read on Monday, 23 November 2026, at 10:00.</summary>
public class AppointmentDayTests
{
    private const string Now = "2026-11-23 10:00";

    public static TheoryData<string, string, string> Dates => AppointmentPhrases.Table(
        """
        14.1. | 2027-01-14 -
        Beirat am 14.1. | 2027-01-14 - | Beirat
        Beirat 14.1. | 2027-01-14 - | Beirat
        Beirat 14.1 17 Uhr | 2027-01-14 17:00 | Beirat
        am 14.1 um 17 Uhr | 2027-01-14 17:00
        14.01.2027 | 2027-01-14 -
        14.1.27 | 2027-01-14 -
        14. 1. 2027 | 2027-01-14 -
        14. 1. um 18 Uhr | 2027-01-14 18:00
        14.1. 2027 | 2027-01-14 -
        14. Januar | 2027-01-14 -
        14. januar 2027 | 2027-01-14 -
        14 Januar 2027 | 2027-01-14 -
        den 14. JANUAR | 2027-01-14 -
        14. Jan. 2027 | 2027-01-14 -
        14 Jan 18:00 | 2027-01-14 18:00
        14. Maerz | 2027-03-14 -
        14. März | 2027-03-14 -
        14. Marz | 2027-03-14 -
        14. Mrz. | 2027-03-14 -
        14. Januer | 2027-01-14 -
        14. Janaur | 2027-01-14 -
        3. Febuar | 2027-02-03 -
        3. Okotber | 2027-10-03 -
        3. Dezmber | 2026-12-03 -
        3. Septmeber 2027 | 2027-09-03 -
        3. Juno | 2027-06-03 -
        14 January | 2027-01-14 -
        14th of January | 2027-01-14 -
        on the 14th of January 2027 | 2027-01-14 -
        January 14th | 2027-01-14 -
        January 14 | 2027-01-14 -
        Jan 14, 2027 | 2027-01-14 -
        on January 14, 2027 at 7 pm | 2027-01-14 19:00
        board on May 5 | 2027-05-05 - | board
        2027-01-14 | 2027-01-14 -
        2027/01/14 | 2027-01-14 -
        14.1.'28 | 2028-01-14 -
        14. 1. 27 | 2027-01-14 -
        Beirat am 14.1.2027um 17 Uhr | 2027-01-14 17:00 | Beirat
        2027-01-14T17:30 | 2027-01-14 17:30
        2027-01-14 17:30 | 2027-01-14 17:30
        23.11. | 2026-11-23 -
        23.11. 18 Uhr | 2026-11-23 18:00
        23.11. 9 Uhr | 2027-11-23 09:00
        23.11. 10:00 | 2027-11-23 10:00
        23.11. 10:01 | 2026-11-23 10:01
        22.11. | 2027-11-22 -
        24.11. | 2026-11-24 -
        31.12. | 2026-12-31 -
        1.1. | 2027-01-01 -
        29.2. | 2028-02-29 -
        29.2.2028 | 2028-02-29 -
        10.12. nächsten Jahres | 2027-12-10 -
        10. Dezember dieses Jahres | 2026-12-10 -
        10 December next year | 2027-12-10 -
        ersten Dienstag im Februar | 2027-02-02 -
        am letzten Freitag im Januar um 18 Uhr | 2027-01-29 18:00
        2. Donnerstag im Dezember | 2026-12-10 -
        first Tuesday of February 2027 | 2027-02-02 -
        1. Montag im November | 2027-11-01 -
        """);

    public static TheoryData<string, string, string> Weekdays => AppointmentPhrases.Table(
        """
        Dienstag | 2026-11-24 -
        am Dienstag | 2026-11-24 -
        kommenden Dienstag | 2026-11-24 -
        nächsten Dienstag | 2026-11-24 -
        naechsten dienstag | 2026-11-24 -
        nachsten Dienstag | 2026-11-24 -
        am nächsten Dienstag | 2026-11-24 -
        Montag | 2026-11-30 -
        nächsten Montag | 2026-11-30 -
        Montag 18 Uhr | 2026-11-30 18:00
        diesen Freitag | 2026-11-27 -
        diesen Montag | 2026-11-23 -
        übernächsten Dienstag | 2026-12-01 -
        Dinstag | 2026-11-24 -
        Donerstag 18 Uhr | 2026-11-26 18:00
        Mittwcoh | 2026-11-25 -
        Sonnabend | 2026-11-28 -
        Sontag | 2026-11-29 -
        Di | 2026-11-24 -
        Beirat Di 18 Uhr | 2026-11-24 18:00 | Beirat
        Beirat di 18 uhr | 2026-11-24 18:00 | Beirat
        Di., 18:00 | 2026-11-24 18:00
        am So | 2026-11-29 -
        So 14 Uhr | - 14:00 AmbiguousDay 2026-11-29 | So
        Do um 18 Uhr im Rathaus | 2026-11-26 18:00 | im Rathaus
        Treffen Do um 18 Uhr im Rathaus | 2026-11-26 18:00 | Treffen im Rathaus
        Do, 14.1. | 2027-01-14 -
        Tuesday | 2026-11-24 -
        next Tuesday | 2026-11-24 -
        next tusday at 6 pm | 2026-11-24 18:00
        Wendesday | 2026-11-25 -
        this Friday | 2026-11-27 -
        Tuesday week | 2026-12-01 -
        Dienstag über eine Woche | 2026-12-01 -
        Sat, Jan 16 at 10am | 2027-01-16 10:00
        Di.14.1. | - - WeekdayMismatch 2027-01-14 2027-01-12
        Tue 6pm | 2026-11-24 18:00
        Dienstagabend 19 Uhr | 2026-11-24 19:00
        Dienstag Abend um 7 | 2026-11-24 19:00
        Dienstag früh um 8 | 2026-11-24 08:00
        Dienstag Morgen um 8 | 2026-11-24 08:00
        Tuesday evening at 7 | 2026-11-24 19:00
        Dienstag (24.11.) | 2026-11-24 -
        Plenum (Dienstag, 24.11.) online | 2026-11-24 - | Plenum online
        Donnerstag, 14.1. | 2027-01-14 -
        Donnerstag, den 14. Januar 2027, um 17 Uhr | 2027-01-14 17:00
        bis Freitag 12 Uhr | 2026-11-27 12:00
        bis Freitag 24 Uhr | 2026-11-28 00:00
        """);

    public static TheoryData<string, string, string> Relative => AppointmentPhrases.Table(
        """
        heute | 2026-11-23 -
        heute 18 Uhr | 2026-11-23 18:00
        morgen | 2026-11-24 -
        Morgen 18 Uhr Beirat | 2026-11-24 18:00 | Beirat
        übermorgen | 2026-11-25 -
        uebermorgen 18 Uhr | 2026-11-25 18:00
        heute abend | 2026-11-23 -
        heute Abend um 7 | 2026-11-23 19:00
        heute Morgen | 2026-11-23 -
        morgen früh um 9 | 2026-11-24 09:00
        morgen Vormittag | 2026-11-24 -
        morgen abend halb acht | 2026-11-24 19:30
        morgens um 9 | - 09:00
        am Morgen des 14.1. um 9 | 2027-01-14 09:00
        Guten Morgen, Beirat am 14.1. | 2027-01-14 - | Guten Morgen, Beirat
        Morgen zusammen! Beirat am 14.1. | 2027-01-14 - | Morgen zusammen! Beirat
        Morgen! Beirat am 14.1. | 2027-01-14 - | Morgen! Beirat
        jeden Morgen um 9 Uhr | - 09:00 | jeden Morgen
        today at 6 pm | 2026-11-23 18:00
        tomorrow | 2026-11-24 -
        tomorrow morning at 9 | 2026-11-24 09:00
        the day after tomorrow | 2026-11-25 -
        tonight at 8 | 2026-11-23 20:00
        this evening at 7 | 2026-11-23 19:00
        in zwei Wochen | 2026-12-07 -
        in 2 Wochen um 18 Uhr | 2026-12-07 18:00
        in einer Woche | 2026-11-30 -
        in 10 Tagen | 2026-12-03 -
        in vierzehn Tagen | 2026-12-07 -
        in two weeks | 2026-12-07 -
        in a week | 2026-11-30 -
        in 10 days | 2026-12-03 -
        two weeks from today | 2026-12-07 -
        in zwei Wochen Dienstag | 2026-12-08 -
        Dienstag in zwei Wochen | 2026-12-08 -
        Montag in einer Woche | 2026-11-30 -
        heute in zwei Wochen | 2026-12-07 -
        morgen in einer Woche | 2026-12-01 -
        nächste Woche Dienstag | 2026-12-01 -
        Dienstag nächster Woche | 2026-12-01 -
        Dienstag in der nächsten Woche | 2026-12-01 -
        Tuesday next week | 2026-12-01 -
        next week Tuesday | 2026-12-01 -
        übernächste Woche Mittwoch | 2026-12-09 -
        diese Woche Freitag | 2026-11-27 -
        KW 12 Donnerstag | 2027-03-25 -
        Donnerstag in der KW 12 | 2027-03-25 -
        Donnerstag, KW12 | 2027-03-25 -
        Donnerstag der 12. KW | 2027-03-25 -
        Thursday of week 12 | 2027-03-25 -
        KW 48 Freitag | 2026-11-27 -
        KW 48 Montag | 2026-11-23 -
        KW 48 Montag 9 Uhr | 2027-11-29 09:00
        KW 53 Donnerstag | 2026-12-31 -
        KW 53 Freitag | 2027-01-01 -
        KW 1/2028 Montag | 2028-01-03 -
        KW 12, 25.3. | 2027-03-25 -
        nächste Woche am 1.12. um 18 Uhr | 2026-12-01 18:00
        """);

    public static TheoryData<string, string, string> Problems => AppointmentPhrases.Table(
        """
        31.2. | - - NoSuchDay
        Beirat am 31.2. um 18 Uhr | - 18:00 NoSuchDay | Beirat
        30. Februar | - - NoSuchDay
        29.2.2027 | - - NoSuchDay
        29. Februar 2027 | - - NoSuchDay
        31. November | - - NoSuchDay
        32.1. | - - NoSuchDay
        am 14.13. | - - NoSuchDay
        2027-02-29 | - - NoSuchDay
        14.1.3027 | - - NoSuchDay
        KW 53 2027 Montag | - - NoSuchDay
        KW 54 Montag | - - NoSuchDay
        KW 0 Montag | - - NoSuchDay
        fünften Montag im Februar 2027 | - - NoSuchDay
        14.1.2026 | - - PastDay 2026-01-14
        22.11.2026 | - - PastDay 2026-11-22
        23.11.2026 9 Uhr | - 09:00 PastDay 2026-11-23
        heute 9 Uhr | - 09:00 PastDay 2026-11-23
        heute 10:00 | - 10:00 PastDay 2026-11-23
        gestern | - - PastDay 2026-11-22
        letzten Dienstag | - - PastDay 2026-11-17
        last Friday | - - PastDay 2026-11-20
        Montag, 14.1. | - - WeekdayMismatch 2027-01-14 2027-01-11
        Mo, 14.1. | - - WeekdayMismatch 2027-01-14 2027-01-11
        Samstag, 14.1.2027 18 Uhr | - 18:00 WeekdayMismatch 2027-01-14 2027-01-16
        heute, Dienstag | - - WeekdayMismatch 2026-11-23 2026-11-24
        14.1. oder 21.1. | - - TwoDays 2027-01-14 2027-01-21 | oder
        14.-16. Januar | - - TwoDays 2027-01-14 2027-01-16
        14., 15. Januar | - - TwoDays 2027-01-14 2027-01-15
        Fest am 8. Mai absagen? bis Freitag | - - TwoDays 2026-11-27 2027-05-08 | Fest absagen?
        14./15.1. | - - TwoDays 2027-01-14 2027-01-15
        14.1.-16.1. | - - TwoDays 2027-01-14 2027-01-16
        14. und 15. Januar | - - TwoDays 2027-01-14 2027-01-15
        January 14-16 | - - TwoDays 2027-01-14 2027-01-16
        Dienstag oder Mittwoch | - - TwoDays 2026-11-24 2026-11-25 | oder
        Montag/Dienstag | - - TwoDays 2026-11-24 2026-11-30
        Mo, Di, Mi | - - TwoDays 2026-11-24 2026-11-25 2026-11-30
        von Montag bis Freitag | - - TwoDays 2026-11-27 2026-11-30
        KW 12, 1.4. | - - TwoDays 2027-04-01 2027-03-22 2027-03-23 2027-03-24 2027-03-25 2027-03-26 2027-03-27 2027-03-28
        3/4/2027 | - - AmbiguousDay 2027-03-04 2027-04-03
        on 3/4 at 7 pm | - 19:00 AmbiguousDay 2027-03-04 2027-04-03
        meeting 14/1 at 7 pm | - 19:00 AmbiguousDay 2027-01-14 | meeting
        14/01/2027 | 2027-01-14 -
        1/14/2027 | 2027-01-14 -
        5/5/2027 | 2027-05-05 -
        31/2/2027 | - - NoSuchDay
        am 14. um 18 Uhr | - 18:00 AmbiguousDay 2026-12-14
        Dienstag, dem 1., um 18 Uhr | - 18:00 AmbiguousDay 2026-12-01
        on the 14th at 6 pm | - 18:00 AmbiguousDay 2026-12-14
        Beirat 14.1 | - - AmbiguousDay 2027-01-14 | Beirat 14.1
        eine Woche vor dem 14.1. | - - AmbiguousDay 2027-01-14 | eine Woche vor dem 14.1.
        Verein 17. Juni | - - AmbiguousDay 2027-06-17 | Verein 17. Juni
        Straße des 17. Juni | - - AmbiguousDay 2027-06-17 | Straße des 17. Juni
        KW 12 | - - DayMissingInWeek 2027-03-22 2027-03-23 2027-03-24 2027-03-25 2027-03-26 2027-03-27 2027-03-28
        KW 48 18 Uhr | - 18:00 DayMissingInWeek 2026-11-23 2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-28 2026-11-29
        KW 48 9 Uhr | - 09:00 DayMissingInWeek 2026-11-24 2026-11-25 2026-11-26 2026-11-27 2026-11-28 2026-11-29
        nächste Woche | - - DayMissingInWeek 2026-11-30 2026-12-01 2026-12-02 2026-12-03 2026-12-04 2026-12-05 2026-12-06
        next week | - - DayMissingInWeek 2026-11-30 2026-12-01 2026-12-02 2026-12-03 2026-12-04 2026-12-05 2026-12-06
        """);

    [Theory]
    [MemberData(nameof(Dates))]
    [MemberData(nameof(Weekdays))]
    [MemberData(nameof(Relative))]
    [MemberData(nameof(Problems))]
    public void Read_Phrase_IsUnderstood(string text, string expected, string rest)
    {
        var reading = AppointmentPhrases.Read(text, Now);

        Assert.Equal(expected, AppointmentPhrases.Describe(reading));
        Assert.Equal(rest, reading.Rest);
    }

    [Theory]
    [InlineData("2026-11-25 10:00", "Dienstag in zwei Wochen", "- - AmbiguousDay 2026-12-08 2026-12-15")]
    [InlineData("2026-11-25 10:00", "Freitag in zwei Wochen", "2026-12-11 -")]
    [InlineData("2026-11-25 10:00", "diesen Dienstag", "- - PastDay 2026-11-24")]
    [InlineData("2026-11-25 10:00", "nächsten Mittwoch", "2026-12-02 -")]
    [InlineData("2026-12-31 23:59", "1.1.", "2027-01-01 -")]
    [InlineData("2026-12-31 23:59", "31.12.", "2026-12-31 -")]
    [InlineData("2026-12-31 23:59", "31.12. 18 Uhr", "2027-12-31 18:00")]
    [InlineData("2026-12-31 23:59", "morgen", "2027-01-01 -")]
    [InlineData("2026-12-31 10:00", "nächste Woche Montag", "2027-01-04 -")]
    [InlineData("2026-12-31 10:00", "KW 1 Montag", "2027-01-04 -")]
    [InlineData("2027-01-02 10:00", "KW 53 Sonntag", "2027-01-03 -")]
    [InlineData("2027-01-02 10:00", "KW 53 Freitag", "- - FarAway 2032-12-31")]
    [InlineData("2027-01-01 00:00", "31.12.", "2027-12-31 -")]
    [InlineData("2028-02-28 10:00", "morgen", "2028-02-29 -")]
    [InlineData("2096-03-01 10:00", "29.2.", "- - FarAway 2104-02-29")]
    [InlineData("2027-01-20 10:00", "am 31. um 18 Uhr", "- 18:00 AmbiguousDay 2027-01-31")]
    [InlineData("2027-02-20 10:00", "am 31. um 18 Uhr", "- 18:00 AmbiguousDay 2027-03-31")]
    public void Read_OnAnotherDay_CountsFromThere(string now, string text, string expected)
    {
        Assert.Equal(expected, AppointmentPhrases.Describe(AppointmentPhrases.Read(text, now)));
    }
}
