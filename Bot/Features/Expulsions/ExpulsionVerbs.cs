namespace Bot.Features.Expulsions;

/// <summary>The verbs of the buttons on cards about expulsions, and the names of what they carry. Those of a step are its command's name, with <see cref="AskSuffix"/> for its question.</summary>
internal static class ExpulsionVerbs
{
    /// <summary>Shows the form of a motion again.</summary>
    public const string Form = "expulsion.form";

    /// <summary>Shows the motion as it would be made.</summary>
    public const string Preview = "expulsion.preview";

    /// <summary>Makes it.</summary>
    public const string Propose = "expulsion.propose";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "expulsion.dismiss";

    /// <summary>What follows a step's name in the verb that asks for it.</summary>
    public const string AskSuffix = ".ask";

    /// <summary>Name of the datum that says which case.</summary>
    public const string CaseField = "expulsion";

    /// <summary>Name of the datum that says what the preview showed.</summary>
    public const string ShownField = "shown";
}
