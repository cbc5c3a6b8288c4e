namespace Bot.Features.Register;

/// <summary>The verbs of the buttons on cards of the register, and what they carry.</summary>
internal static class ResolutionVerbs
{
    /// <summary>Name of the datum that holds the number of the resolution.</summary>
    public const string NumberField = "resolution";

    /// <summary>Shows the form for who is responsible until when.</summary>
    public const string AskAssign = "resolution.askassign";

    /// <summary>Sets who is responsible until when.</summary>
    public const string Assign = "resolution.assign";

    /// <summary>Says that it is done.</summary>
    public const string Done = "resolution.done";

    /// <summary>Says that somebody is at it.</summary>
    public const string Progress = "resolution.progress";

    /// <summary>Shows the form for a correction.</summary>
    public const string AskCorrect = "resolution.askcorrect";

    /// <summary>Records a correction.</summary>
    public const string Correct = "resolution.correct";

    /// <summary>Leaves everything as it is.</summary>
    public const string Show = "resolution.show";
}
