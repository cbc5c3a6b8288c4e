namespace Bot.Domain.Committees;

/// <summary>The part of society an organization comes from; a network wants all of them at its table.</summary>
/// <remarks>Source: the founding documents of such networks, which name churches, associations, companies, trade unions, administration, politics, parties,
/// initiatives, youth groups, schools, media, police and justice as "all relevant forces".</remarks>
public enum Sector
{
    /// <summary>Churches and religious communities.</summary>
    Religion,

    /// <summary>Trade unions.</summary>
    TradeUnion,

    /// <summary>Companies and chambers.</summary>
    Business,

    /// <summary>Administration of town, county or Land.</summary>
    Administration,

    /// <summary>Elected bodies and democratic parties.</summary>
    Politics,

    /// <summary>Schools, universities, adult education.</summary>
    Education,

    /// <summary>Youth groups and youth work.</summary>
    Youth,

    /// <summary>Sports clubs.</summary>
    Sport,

    /// <summary>Culture and arts.</summary>
    Culture,

    /// <summary>Welfare, health and advice.</summary>
    Welfare,

    /// <summary>Organizations of migrants and for migration.</summary>
    Migration,

    /// <summary>Citizens' initiatives and other associations.</summary>
    Initiative,

    /// <summary>Press, radio and other media.</summary>
    Media,

    /// <summary>Police, fire brigade and other public safety.</summary>
    Police,

    /// <summary>Courts and public prosecutors.</summary>
    Justice,
}
