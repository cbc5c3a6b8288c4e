namespace Bot.Platform.Activities.Connector;

/// <summary>Who waits for a call.</summary>
internal enum ConnectorLane
{
    /// <summary>Nobody in particular: announcements, cards brought up to date. May be made to wait for answers, and may be told to come back later.</summary>
    Broadcast,

    /// <summary>A person who has just said or pressed something. Goes before every broadcast, and a part of the tenant's budget is kept for it.</summary>
    Answer,
}
