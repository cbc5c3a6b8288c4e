namespace Bot.Features.Motions;

/// <summary>The verbs of the buttons on the cards of motions.</summary>
internal static class MotionVerbs
{
    /// <summary>Shows the preview of a ballot.</summary>
    public const string Preview = "motion.preview";

    /// <summary>Shows the form again.</summary>
    public const string Edit = "motion.edit";

    /// <summary>Opens the ballot.</summary>
    public const string Open = "motion.open";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "motion.dismiss";
}
