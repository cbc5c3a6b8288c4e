namespace Bot.Storage;

/// <summary>The tables that hold the association's records. What each row and column means stands in the README.</summary>
internal static class TableNames
{
    /// <summary>Networks with their committees, organizations, people and seats.</summary>
    public const string Networks = "networks";

    /// <summary>Meetings, their days and their agendas.</summary>
    public const string Meetings = "meetings";

    /// <summary>Ballots and their rolls.</summary>
    public const string Ballots = "ballots";

    /// <summary>Admission and expulsion cases.</summary>
    public const string Admissions = "admissions";

    /// <summary>Elections, who stands in them, and their rounds.</summary>
    public const string Elections = "elections";

    /// <summary>The register of resolutions.</summary>
    public const string Resolutions = "resolutions";

    /// <summary>Minutes of meetings, their drafts and corrections.</summary>
    public const string Minutes = "minutes";

    /// <summary>Who may subscribe to which calendar.</summary>
    public const string Calendars = "calendars";

    /// <summary>When weekly overviews go out, and who wants none.</summary>
    public const string Digests = "digests";

    /// <summary>Meetings as they stand in the organizer's calendar, and what was answered there.</summary>
    public const string Invitations = "invitations";

    /// <summary>Lists of organizations that were sent and not taken yet; kept for some hours.</summary>
    public const string Lists = "lists";

    /// <summary>Messages that asked for something with effect, and what the bot answered.</summary>
    public const string Messages = "messages";
}
