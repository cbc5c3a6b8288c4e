using System.Diagnostics;
using System.Linq;
using Bot.Domain.Dates;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Dates;

/// <summary>Times, whole sentences and the rest of the text, read on Monday, 23 November 2026, at 10:00.</summary>
public class AppointmentTimeTests
{
    private const string Now = "2026-11-23 10:00";

    public static TheoryData<string, string, string> Times => AppointmentPhrases.Table(
        """
        um 17 Uhr | - 17:00
        17 Uhr | - 17:00
        17 uhr 30 | - 17:30
        17:30 | - 17:30
        17:30 Uhr | - 17:30
        17.30 Uhr | - 17:30
        um 17.30 | - 17:30
        ab 17.30 | - 17:30
        Dienstag 17.30 | 2026-11-24 17:30
        1730 Uhr | - 17:30
        17h | - 17:00
        17h30 | - 17:30
        um 17 | - 17:00
        um 07 | - 07:00
        um 12 | - 12:00
        7 Uhr | - - AmbiguousTime 07:00 19:00
        8 Uhr | - 08:00
        0 Uhr | - 00:00
        um siebzehn Uhr | - 17:00
        um ein Uhr | - - AmbiguousTime 01:00 13:00
        um vierzehn Uhr dreißig | - 14:30
        18 Uhr fünfzehn im Rathaus | - 18:15 | im Rathaus
        18 Uhr zehn Referate | - 18:00 | zehn Referate
        18 Uhr 30 Personen | - 18:00 | 30 Personen
        18:30h | - 18:30
        Beginn:18:30 | - 18:30 | Beginn
        gegen 18 Uhr | - 18:00
        ca. 18 Uhr | - 18:00
        7 Uhr abends | - 19:00
        abends um 7 | - 19:00
        um 7 abends | - 19:00
        um 7 am Abend | - 19:00
        um 7 früh | - 07:00
        früh um 7 | - 07:00
        morgens um 7 | - 07:00
        nachmittags um 3 | - 15:00
        um 3 Uhr nachmittags | - 15:00
        mittags 12 Uhr | - 12:00
        12 Uhr mittags | - 12:00
        um 1 mittags | - 13:00
        nachts um 2 | - 02:00
        abends 18 Uhr | - 18:00
        halb sieben abends | - 18:30
        abends um halb 7 | - 18:30
        halb eins | - 12:30
        halb 19 Uhr | - 18:30
        viertel nach sieben abends | - 19:15
        viertel vor sieben abends | - 18:45
        dreiviertel sieben abends | - 18:45
        um viertel sieben abends | - 18:15
        um zehn nach sieben abends | - 19:10
        um fünf vor halb acht abends | - 19:25
        um 20 nach 7 abends | - 19:20
        7 pm | - 19:00
        7pm | - 19:00
        7 p.m. | - 19:00
        7:30pm | - 19:30
        7.30 pm | - 19:30
        9am | - 09:00
        at 9 am | - 09:00
        9 a.m. on Tuesday | 2026-11-24 09:00
        12 pm | - 12:00
        12am | - 00:00
        noon | - 12:00
        at noon on Tuesday | 2026-11-24 12:00
        half past six in the evening | - 18:30
        quarter to seven in the evening | - 18:45
        7 o'clock in the evening | - 19:00
        17-19 Uhr | - 17:00+120
        17–19 Uhr | - 17:00+120
        17:00-19:30 | - 17:00+150
        17 Uhr bis 19 Uhr | - 17:00+120
        17 bis 19 Uhr | - 17:00+120
        von 17 bis 19 Uhr | - 17:00+120
        von 17 bis 19 | - 17:00+120
        zwischen 17 und 19 Uhr | - 17:00+120
        17.30-19 Uhr | - 17:30+90
        Plenum 17.00-19.00 am 3.12. | 2026-12-03 17:00+120 | Plenum
        7-9 pm | - 19:00+120
        10-2 pm | - 10:00+240
        from 2 to 5 pm | - 14:00+180
        abends 7 bis 9 Uhr | - 19:00+120
        22-1 Uhr | - 22:00+180
        18-24 Uhr | - 18:00+360
        18 Uhr 14. Januar | 2027-01-14 18:00
        18:00, 14. Januar | 2027-01-14 18:00
        14.1.17:30 | 2027-01-14 17:30
        18 Uhr (18:00) | - 18:00
        """);

    public static TheoryData<string, string, string> Problems => AppointmentPhrases.Table(
        """
        um 7 | - - AmbiguousTime 07:00 19:00
        Beirat um 7 | - - AmbiguousTime 07:00 19:00 | Beirat
        um sieben | - - AmbiguousTime 07:00 19:00
        morgen um 7 | 2026-11-24 - AmbiguousTime 07:00 19:00
        at 7 | - - AmbiguousTime 07:00 19:00
        um 7 am Dienstag | 2026-11-24 - AmbiguousTime 07:00 19:00
        7 o'clock | - - AmbiguousTime 07:00 19:00
        halb sieben | - - AmbiguousTime 06:30 18:30
        um halb 7 | - - AmbiguousTime 06:30 18:30
        viertel nach sieben | - - AmbiguousTime 07:15 19:15
        dreiviertel acht | - - AmbiguousTime 07:45 19:45
        half past six | - - AmbiguousTime 06:30 18:30
        von 7 bis 9 | - -+120 AmbiguousTime 07:00 19:00
        17 Uhr morgens | - - AmbiguousTime 05:00 17:00
        3 Uhr abends | - - AmbiguousTime 03:00 15:00
        12 Uhr nachts | - - AmbiguousTime 00:00
        Freitag um Mitternacht | 2026-11-27 - AmbiguousTime 00:00
        24 Uhr | - - AmbiguousTime 00:00
        25:00 | - - NoSuchTime
        25 Uhr | - - NoSuchTime
        17:75 | - - NoSuchTime
        um 30 Uhr | - - NoSuchTime
        24:30 | - - NoSuchTime
        13 pm | - - NoSuchTime
        0 am | - - NoSuchTime
        17-16 Uhr | - - NoSuchTime 17:00
        Dienstag 25 Uhr | 2026-11-24 - NoSuchTime
        18 oder 19 Uhr | - - TwoTimes 18:00 19:00
        sieben oder 24:00 morgens | - - TwoTimes 00:00 07:00
        17/18 Uhr | - - TwoTimes 17:00 18:00
        6 or 7 pm | - - TwoTimes 18:00 19:00
        Tuesday 5 to 7 pm | 2026-11-24 17:00+120
        at 5 to 7 | - -+120 AmbiguousTime 05:00 17:00
        at ten to seven in the evening | - 18:50
        18 Uhr oder 19 Uhr | - - TwoTimes 18:00 19:00
        Einlass 17:30, Beginn 18 Uhr | - - TwoTimes 17:30 18:00 | Einlass, Beginn
        nach 18 Uhr | - - AmbiguousTime 18:00 | nach 18 Uhr
        Treffen 17.30 | - - AmbiguousTime 17:30 | Treffen 17.30
        """);

    public static TheoryData<string, string, string> NoTimes => AppointmentPhrases.Table(
        """
        um 7 Personen | - - | um 7 Personen
        um 3 Mitglieder erweitern | - - | um 3 Mitglieder erweitern
        um 20 Prozent | - - | um 20 Prozent
        von 3 bis 5 Personen | - - | von 3 bis 5 Personen
        ab 18 Jahren | - - | ab 18 Jahren
        es ist fünf vor zwölf | - - | es ist fünf vor zwölf
        halb so wild | - - | halb so wild
        im Viertel | - - | im Viertel
        um Acht geben wir | - - | um Acht geben wir
        14.01-16.01 | - - | 14.01-16.01
        15 min | - - | 15 min
        Zimmer 17.30 | - - | Zimmer 17.30
        """);

    public static TheoryData<string, string, string> Sentences => AppointmentPhrases.Table(
        """
        Beirat am 14. Januar um 17 Uhr im Rathaus | 2027-01-14 17:00 | Beirat im Rathaus
        Plenum nächsten Dienstag 18:30 online: Haushalt | 2026-11-24 18:30 | Plenum online: Haushalt
        Sondersitzung morgen 18 Uhr: Drohungen gegen den Verein | 2026-11-24 18:00 | Sondersitzung: Drohungen gegen den Verein
        Beirat verschieben auf 21.1. 18 Uhr | 2027-01-21 18:00 | Beirat verschieben
        Beirat verschieben vom 14.1. auf 21.1. | - - TwoDays 2027-01-14 2027-01-21 | Beirat verschieben
        Abstimmung: Sollen wir das Fest verlegen? bis Freitag 12 Uhr | 2026-11-27 12:00 | Abstimmung: Sollen wir das Fest verlegen?
        Am 14. Januar tagt um 17 Uhr der Beirat im Raum 14 | 2027-01-14 17:00 | tagt der Beirat im Raum 14
        Beirat, Do., 14.1.2027, 17-19 Uhr, Rathaus, Raum 3.2 | 2027-01-14 17:00+120 | Beirat, Rathaus, Raum 3.2
        IKA in zwei Wochen Dienstag halb sieben abends im Café | 2026-12-08 18:30 | IKA im Café
        Um 18 Uhr am kommenden Donnerstag trifft sich die AG Bildung | 2026-11-26 18:00 | trifft sich die AG Bildung
        Board meeting next Tuesday at 6:30 pm in the town hall | 2026-11-24 18:30 | Board meeting in the town hall
        Advisory board on January 14th at 17:00, town hall | 2027-01-14 17:00 | Advisory board, town hall
        plenary on Thursday, 14 January 2027 from 5 to 7 pm online | 2027-01-14 17:00+120 | plenary online
        Treffen in der Straße des 17. Juni am 14.1. um 18 Uhr | 2027-01-14 18:00 | Treffen in der Straße des 17. Juni
        Verein 17. Juni lädt ein: 14. Januar, 18 Uhr | 2027-01-14 18:00 | Verein 17. Juni lädt ein
        Initiative 9. November am 14.1. | 2027-01-14 - | Initiative 9. November
        Rückruf 0375 831401 morgen 14 Uhr | 2026-11-24 14:00 | Rückruf 0375 831401
        1. Mai-Fest vorbereiten am 14.1. um 18 Uhr | 2027-01-14 18:00 | 1. Mai-Fest vorbereiten
        Rückruf 0375 83 14 bis 16 Uhr | - 16:00 | Rückruf 0375 83 14
        Rückruf 0375 831401 18 Uhr | - 18:00 | Rückruf 0375 831401
        Demo gegen rechts um 17 Uhr | - 17:00 | Demo gegen rechts
        Beirat am 14.1. um 17 Uhr. | 2027-01-14 17:00 | Beirat.
        Wann ist die nächste Sitzung? | - - | Wann ist die nächste Sitzung?
        Beirat  am 14.1.   im  Rathaus | 2027-01-14 - | Beirat im Rathaus
        """);

    public static TheoryData<string, string, string> ChangesOfTheClocks => AppointmentPhrases.Table(
        """
        28.3.2027 1:59 | 2027-03-28 01:59
        28.3.2027 2:00 | 2027-03-28 - NoSuchTime 2027-03-28 02:00
        28.3.2027 2:30 | 2027-03-28 - NoSuchTime 2027-03-28 02:30
        28.3.2027 2:59 | 2027-03-28 - NoSuchTime 2027-03-28 02:59
        28.3.2027 3:00 | 2027-03-28 03:00
        28.3.2027 18 Uhr | 2027-03-28 18:00
        31.10.2027 1:59 | 2027-10-31 01:59
        31.10.2027 2:00 | 2027-10-31 - AmbiguousHour 2027-10-31 02:00
        31.10.2027 2:30 | 2027-10-31 - AmbiguousHour 2027-10-31 02:30
        31.10.2027 3:00 | 2027-10-31 03:00
        2:30 | - 02:30
        """);

    [Theory]
    [MemberData(nameof(Times))]
    [MemberData(nameof(Problems))]
    [MemberData(nameof(NoTimes))]
    [MemberData(nameof(Sentences))]
    [MemberData(nameof(ChangesOfTheClocks))]
    public void Read_Phrase_IsUnderstood(string text, string expected, string rest)
    {
        var reading = AppointmentPhrases.Read(text, Now);

        Assert.Equal(expected, AppointmentPhrases.Describe(reading));
        Assert.Equal(rest, reading.Rest);
    }

    [Fact]
    public void Read_Problem_NamesTheWordsItIsAbout()
    {
        var problems = AppointmentPhrases.Read("Beirat am Montag, 14.1., um halb sieben im Rathaus", Now).Problems;

        Assert.Equal(["halb sieben", "Montag, 14.1."], problems.Select(problem => problem.Fragment));
    }

    [Fact]
    public void Read_DecomposedUmlauts_AreUnderstood()
    {
        Assert.Equal("2026-11-25 -", AppointmentPhrases.Describe(AppointmentPhrases.Read("u\u0308bermorgen", Now)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t")]
    [InlineData("\ud83d 14.1.")]
    [InlineData("🗳️🗓️")]
    public void Read_OddText_DoesNotThrow(string text)
    {
        Assert.NotNull(AppointmentPhrases.Read(text, Now).Rest);
    }

    [Fact]
    public void Read_AnyWordsInAnyOrder_NeverGivesWhatAProblemConcerns()
    {
        string[] words =
        [
            "am", "um", "14.1.", "31.2.", "14", ".", ":", "30", "Uhr", "Dienstag", "nächste", "Woche", "KW", "12", "halb", "sieben", "abends", "morgen",
            "-", "bis", "/", "2027", "Januar", "pm", "in", "zwei", "Wochen", "24:00", "9999", "1.1.2199", "31.12.2199", "(", ")", ",", "0375 123456",
        ];
        var texts = Gen.Elements(words).ListOf().Select(list => string.Join(list.Count % 2 == 0 ? " " : string.Empty, list));

        FsCheck.Fluent.Prop.ForAll(texts.ToArbitrary(), IsConsistent).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Read_AnyText_DoesNotThrow()
    {
        FsCheck.Fluent.Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => IsConsistent(text.Get)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_HundredThousandCharacters_TakesNoLongTime()
    {
        var text = string.Concat(Enumerable.Repeat("Donerstag im Januer halb ", 4000));
        var watch = Stopwatch.StartNew();
        AppointmentPhrases.Read(text, Now);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    private static bool IsConsistent(string text)
    {
        var reading = AppointmentReader.Read(text, new LocalDateTime(2026, 11, 23, 10, 0), AppointmentPhrases.Berlin);
        var kinds = reading.Problems.Select(problem => problem.Kind).ToList();
        var aboutDay = kinds.Exists(kind => kind is AppointmentProblemKind.NoSuchDay or AppointmentProblemKind.AmbiguousDay
            or AppointmentProblemKind.PastDay or AppointmentProblemKind.WeekdayMismatch or AppointmentProblemKind.TwoDays
            or AppointmentProblemKind.DayMissingInWeek);
        var aboutTime = kinds.Exists(kind => kind is AppointmentProblemKind.NoSuchTime or AppointmentProblemKind.AmbiguousTime
            or AppointmentProblemKind.AmbiguousHour or AppointmentProblemKind.TwoTimes);
        return (!aboutDay || reading.Day is null) && (!aboutTime || reading.Start is null) && (reading.Length is null || reading.Start is not null || kinds.Contains(AppointmentProblemKind.AmbiguousTime))
            && (reading.Day is not { } day || day >= new LocalDate(2026, 11, 23));
    }
}
