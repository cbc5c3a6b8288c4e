namespace Bot.Domain.Voting;

/// <summary>What follows when as many said yes as said no and a single vote would have decided.</summary>
public enum TieRule
{
    /// <summary>The motion is rejected; the rule where nothing else is agreed.</summary>
    Rejected,

    /// <summary>The vote is taken again.</summary>
    Repeat,

    /// <summary>The chair of the meeting decides.</summary>
    ChairDecides,

    /// <summary>The lot decides.</summary>
    Lot,
}
