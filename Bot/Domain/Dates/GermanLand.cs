namespace Bot.Domain.Dates;

/// <summary>The sixteen Länder; each makes its own law on public holidays.</summary>
public enum GermanLand
{
    /// <summary>Baden-Württemberg.</summary>
    BadenWuerttemberg,

    /// <summary>Bayern.</summary>
    Bavaria,

    /// <summary>Berlin.</summary>
    Berlin,

    /// <summary>Brandenburg.</summary>
    Brandenburg,

    /// <summary>Freie Hansestadt Bremen.</summary>
    Bremen,

    /// <summary>Freie und Hansestadt Hamburg.</summary>
    Hamburg,

    /// <summary>Hessen.</summary>
    Hesse,

    /// <summary>Niedersachsen.</summary>
    LowerSaxony,

    /// <summary>Mecklenburg-Vorpommern.</summary>
    MecklenburgWesternPomerania,

    /// <summary>Nordrhein-Westfalen.</summary>
    NorthRhineWestphalia,

    /// <summary>Rheinland-Pfalz.</summary>
    RhinelandPalatinate,

    /// <summary>Saarland.</summary>
    Saarland,

    /// <summary>Freistaat Sachsen.</summary>
    Saxony,

    /// <summary>Sachsen-Anhalt.</summary>
    SaxonyAnhalt,

    /// <summary>Schleswig-Holstein.</summary>
    SchleswigHolstein,

    /// <summary>Freistaat Thüringen.</summary>
    Thuringia,
}
