namespace Bot.Features.Calendars;

/// <summary>The verbs of the buttons on the calendar's card.</summary>
internal static class CalendarVerbs
{
    /// <summary>Makes a new address.</summary>
    public const string Make = "calendar.make";

    /// <summary>Takes the address away.</summary>
    public const string Revoke = "calendar.revoke";

    /// <summary>Offers the meetings as a file.</summary>
    public const string TakeFile = "calendar.file";
}
