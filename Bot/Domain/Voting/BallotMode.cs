namespace Bot.Domain.Voting;

/// <summary>How a ballot is taken.</summary>
public enum BallotMode
{
    /// <summary>In the chat over several days; nobody's presence is recorded.</summary>
    OverDays,

    /// <summary>In a meeting, with those present; closed by the chair, at the latest by its time.</summary>
    InMeeting,

    /// <summary>As a circular resolution (Umlaufbeschluss), by the rule for such (BGB § 32 (3)).</summary>
    Circular,
}
