namespace Bot.Domain.Deliveries;

/// <summary>Whether somebody was reached by a message, and if not, why. In the order in which it is told.</summary>
public enum ReachState
{
    /// <summary>Teams took the message, or a later one that says the same.</summary>
    Reached,

    /// <summary>Not in Teams, but a mail says the same.</summary>
    ByMail,

    /// <summary>It is still being tried.</summary>
    UnderWay,

    /// <summary>They have removed the bot.</summary>
    Removed,

    /// <summary>They have never opened a chat with the bot: no Teams, or the app is not installed.</summary>
    NeverOpened,

    /// <summary>Their administration has the bot switched off.</summary>
    SwitchedOff,

    /// <summary>They have blocked the bot.</summary>
    Blocked,

    /// <summary>The conversation is gone.</summary>
    Gone,

    /// <summary>Teams refused the message.</summary>
    Refused,

    /// <summary>The message could not be made.</summary>
    Unmade,

    /// <summary>It was sent and nobody knows whether it arrived.</summary>
    Doubtful,

    /// <summary>It failed too often.</summary>
    GivenUp,

    /// <summary>Their mail address was not taken.</summary>
    MailRefused,

    /// <summary>The mailbox does not let the bot send.</summary>
    MailNotAllowed,

    /// <summary>A mail was sent and nobody knows whether it arrived.</summary>
    MailDoubtful,

    /// <summary>The mail service was out of reach for too long.</summary>
    MailGivenUp,

    /// <summary>The profile is locked, so the bot writes nothing to it.</summary>
    Locked,

    /// <summary>No account in Teams is known, and nothing was sent to their mail address.</summary>
    NoAccount,

    /// <summary>Neither an account in Teams nor a mail address is known.</summary>
    NoAddress,
}
