namespace Bot.Features.Groups;

/// <summary>The verbs of the buttons on the cards of working groups.</summary>
internal static class GroupVerbs
{
    /// <summary>Takes somebody in who asked.</summary>
    public const string Admit = "group.admit";

    /// <summary>Does not.</summary>
    public const string Decline = "group.decline";

    /// <summary>Gives a report.</summary>
    public const string Report = "group.report";

    /// <summary>Name of the datum that holds the group.</summary>
    public const string GroupField = "committee";

    /// <summary>Name of the datum that holds a person.</summary>
    public const string PersonField = "person";

    /// <summary>Name of the field for a report.</summary>
    public const string ReportField = "report";
}
