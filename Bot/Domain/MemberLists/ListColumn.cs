namespace Bot.Domain.MemberLists;

/// <summary>What a column of a list of organizations says.</summary>
public enum ListColumn
{
    /// <summary>The organization's name.</summary>
    Organization,

    /// <summary>Its sector.</summary>
    Sector,

    /// <summary>First day of its membership.</summary>
    MemberSince,

    /// <summary>Who represents it.</summary>
    Representative,

    /// <summary>Where mail reaches them.</summary>
    RepresentativeMail,

    /// <summary>Who stands in for them; one column each.</summary>
    Substitute,

    /// <summary>Where mail reaches a substitute.</summary>
    SubstituteMail,
}

/// <summary>A column that may stand more than once.</summary>
/// <param name="Column">What it says.</param>
/// <param name="Number">Of which substitute, from 1; 0 for columns that stand once.</param>
public sealed record ListPlace(ListColumn Column, int Number = 0);
