using Xunit;

namespace Bot.Tests.Domain.Dates;

/// <summary>What looks like a day and is none.</summary>
public class AppointmentMisreadingTests
{
    public static TheoryData<string, string, string> Phrases => AppointmentPhrases.Table(
        """
        TOP 3 | - - | TOP 3
        TOP: Stand Demokratiefest, 15 min | - - | TOP: Stand Demokratiefest, 15 min
        Beschluss 2026-07 | - - | Beschluss 2026-07
        Beschlüsse 2026 | - - | Beschlüsse 2026
        Raum 14 | - - | Raum 14
        Raum 14.1 | - - | Raum 14.1
        Haus 3.2 | - - | Haus 3.2
        im Haus 3.2. | - - | im Haus 3.2.
        Beirat 2 | - - | Beirat 2
        1. Mai-Fest | - - | 1. Mai-Fest
        Tel. 0375 831401 | - - | Tel. 0375 831401
        0375/83 14 12 | - - | 0375/83 14 12
        +49 375 14 12 10 | - - | +49 375 14 12 10
        030-14 12 2027 | - - | 030-14 12 2027
        siehe https://example.org/2027-01-14 | - - | siehe https://example.org/2027-01-14
        14.1.@example.org | - - | 14.1.@example.org
        www.example.org/14.1. | - - | www.example.org/14.1.
        Version 1.2.3 | - - | Version 1.2.3
        1.5 Stunden | - - | 1.5 Stunden
        3.5 % | - - | 3.5 %
        2/3 Mehrheit | - - | 2/3 Mehrheit
        24/7 | - - AmbiguousDay 2027-07-24
        rund um die Uhr 24/7 erreichbar | - - | rund um die Uhr 24/7 erreichbar
        § 32 Abs. 1 | - - | § 32 Abs. 1
        zum 2. Adventsbasar | - - | zum 2. Adventsbasar
        seit Montag | - - | seit Montag
        jeden Dienstag | - - | jeden Dienstag
        dienstags 18 Uhr | - 18:00 | dienstags
        jeden zweiten Dienstag im Monat | - - | jeden zweiten Dienstag im Monat
        immer letzter Freitag im Monat | - - | immer letzter Freitag im Monat
        every Tuesday | - - | every Tuesday
        Montagsdemo | - - | Montagsdemo
        Montage der Stände | - - | Montage der Stände
        Frau Freitag | - - | Frau Freitag
        Fr. Müller | - - | Fr. Müller
        so machen wir das | - - | so machen wir das
        So machen wir das | - - | So machen wir das
        what do we do | - - | what do we do
        14. Marsch | - - | 14. Marsch
        1. Jury-Sitzung | - - | 1. Jury-Sitzung
        Dienste | - - | Dienste
        alle zwei Wochen | - - | alle zwei Wochen
        vor zwei Wochen | - - | vor zwei Wochen
        we may 5 | - - AmbiguousDay 2027-05-05 | we may 5
        Ein Abend für Demokratie | - - | Ein Abend für Demokratie
        7:1 gewonnen | - - | 7:1 gewonnen
        50:50 | - - | 50:50
        1.000 Euro | - - | 1.000 Euro
        2.10 Euro | - - | 2.10 Euro
        IBAN DE02 1203 0000 0000 2020 51 | - - | IBAN DE02 1203 0000 0000 2020 51
        Bündnis-Sitzung | - - | Bündnis-Sitzung
        """);

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Read_PhraseWithoutADay_LeavesItAlone(string text, string expected, string rest)
    {
        var reading = AppointmentPhrases.Read(text, "2026-11-23 10:00");

        Assert.Equal(expected, AppointmentPhrases.Describe(reading));
        Assert.Equal(rest, reading.Rest);
    }
}
