namespace Bot.Domain.Elections;

/// <summary>How the papers of an election are filled in.</summary>
public enum ElectionMethod
{
    /// <summary>One paper with at most as many names as there are seats (Gesamtwahl).</summary>
    Joint,

    /// <summary>Yes, no or abstention for each name (Einzelwahl), at most as many times yes as there are seats.</summary>
    OneByOne,
}
