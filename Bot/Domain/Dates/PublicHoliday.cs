namespace Bot.Domain.Dates;

/// <summary>The public holidays of the Länder, in the order of the year.</summary>
public enum PublicHoliday
{
    /// <summary>Neujahr, 1 January.</summary>
    NewYear,

    /// <summary>Heilige Drei Könige, 6 January.</summary>
    Epiphany,

    /// <summary>Internationaler Frauentag, 8 March.</summary>
    WomensDay,

    /// <summary>Karfreitag, two days before Easter Sunday.</summary>
    GoodFriday,

    /// <summary>Ostersonntag.</summary>
    EasterSunday,

    /// <summary>Ostermontag.</summary>
    EasterMonday,

    /// <summary>Tag der Arbeit, 1 May.</summary>
    LabourDay,

    /// <summary>Christi Himmelfahrt, 39 days after Easter Sunday.</summary>
    AscensionDay,

    /// <summary>Pfingstsonntag, 49 days after Easter Sunday.</summary>
    WhitSunday,

    /// <summary>Pfingstmontag, 50 days after Easter Sunday.</summary>
    WhitMonday,

    /// <summary>Fronleichnam, 60 days after Easter Sunday.</summary>
    CorpusChristi,

    /// <summary>Mariä Himmelfahrt, 15 August.</summary>
    AssumptionDay,

    /// <summary>Weltkindertag, 20 September.</summary>
    ChildrensDay,

    /// <summary>Tag der Deutschen Einheit, 3 October.</summary>
    GermanUnityDay,

    /// <summary>Reformationstag, 31 October.</summary>
    ReformationDay,

    /// <summary>Allerheiligen, 1 November.</summary>
    AllSaintsDay,

    /// <summary>Buß- und Bettag, the Wednesday before 23 November.</summary>
    RepentanceDay,

    /// <summary>Erster Weihnachtstag, 25 December.</summary>
    ChristmasDay,

    /// <summary>Zweiter Weihnachtstag, 26 December.</summary>
    BoxingDay,
}
