namespace Bot.Domain.Privacy;

/// <summary>What is kept about people, in the words in which it is shown to them.</summary>
public enum KeptKind
{
    /// <summary>Who they are: name, account, whether they coordinate.</summary>
    Profile,

    /// <summary>Where mail reaches them.</summary>
    Mail,

    /// <summary>Their seats, and whom they represent.</summary>
    Place,

    /// <summary>Their calendar address, and whether they want the weekly overview.</summary>
    Settings,

    /// <summary>Their 1:1 chat with the bot.</summary>
    Chat,

    /// <summary>What was delivered to it, and when that was tried in vain.</summary>
    Deliveries,

    /// <summary>What they answered to invitations.</summary>
    Replies,

    /// <summary>That they were at a meeting, or noted who was.</summary>
    Attendance,

    /// <summary>What they did for meetings: called, led, proposed, noted, took over.</summary>
    MeetingWork,

    /// <summary>Tasks they have or had, noted or finished.</summary>
    Tasks,

    /// <summary>That they stand on a roll; how they voted only where that is kept by name.</summary>
    Votes,

    /// <summary>That they stood, nominated, or were elected.</summary>
    Elections,

    /// <summary>Applications they made or are named in.</summary>
    Admissions,

    /// <summary>That they noted organizations that could become partners, or spoke with them.</summary>
    Prospects,

    /// <summary>Resolutions they were to carry out.</summary>
    Resolutions,

    /// <summary>Minutes they approved, and corrections they asked for.</summary>
    Minutes,

    /// <summary>What they set or changed for others: rules, roles, ballots.</summary>
    Changes,

    /// <summary>That they changed something, or that others changed something about them: entries of the audit log.</summary>
    Acts,

    /// <summary>How they can be reached, and whom they allowed to be told.</summary>
    Contact,

    /// <summary>Who asked how they can be reached.</summary>
    LookedAt,

    /// <summary>That they asked how others can be reached.</summary>
    LookUps,

    /// <summary>Lists of organizations they sent.</summary>
    Lists,

    /// <summary>That they asked for their data to be deleted, until it is done.</summary>
    Leaving,
}
