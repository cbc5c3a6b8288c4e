namespace Bot.Domain.Elections;

/// <summary>How an election is held. The names stand in stored rows.</summary>
public enum ElectionMethod
{
    /// <summary>One paper with at most as many names as there are seats (Gesamtwahl).</summary>
    Joint,

    /// <summary>One paper with yes, no or abstention for each name (verbundene Einzelwahl), at most as many times yes as there are seats.</summary>
    OneByOne,

    /// <summary>One seat after the other, each with rounds of its own (Einzelwahl). Whoever is elected is no candidate for the next seat; whoever is not still is.</summary>
    SeatBySeat,

    /// <summary>One vote for one list (Listenwahl); the lists get seats in proportion, and the names of a list take them in its order.</summary>
    List,
}
