namespace Bot.Domain.Elections;

/// <summary>What follows when names are level with each other at the border of the seats. An order on the paper never decides.</summary>
public enum ElectionTie
{
    /// <summary>A run-off among exactly those; if they are level again, the lot before a witness.</summary>
    RunOffThenLot,

    /// <summary>The lot before a witness, without a run-off.</summary>
    Lot,
}
