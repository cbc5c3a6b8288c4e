namespace Bot.Domain.Elections;

/// <summary>How far an election is.</summary>
public enum ElectionState
{
    /// <summary>Names are proposed, and those named are asked.</summary>
    Nominating,

    /// <summary>A round is being voted.</summary>
    Voting,

    /// <summary>A round was counted; the coordinator is to open a run-off, or a lot is to be drawn.</summary>
    Deciding,

    /// <summary>Those elected are asked whether they accept.</summary>
    Accepting,

    /// <summary>Everybody asked has answered.</summary>
    Finished,

    /// <summary>Called off before anybody was elected.</summary>
    Cancelled,
}
