namespace Bot.Features.Setup;

/// <summary>The verbs of the buttons on cards about setting up a network, and the names of what they carry.</summary>
internal static class SetupVerbs
{
    /// <summary>Sets up a network in a tenant that has none.</summary>
    public const string Found = "setup.found";

    /// <summary>Shows the form of a step.</summary>
    public const string Form = "setup.form";

    /// <summary>Shows what a step would change, to be confirmed.</summary>
    public const string Preview = "setup.preview";

    /// <summary>Takes the step.</summary>
    public const string Confirm = "setup.confirm";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "setup.dismiss";

    /// <summary>Notes that somebody who says so does not belong.</summary>
    public const string DismissNewcomer = "newcomer.dismiss";

    /// <summary>Name of the datum that says which newcomer.</summary>
    public const string NewcomerField = "newcomer";

    /// <summary>Name of the datum that says which step.</summary>
    public const string StepField = "step";

    /// <summary>Name of the datum that says what the preview showed.</summary>
    public const string ShownField = "shown";
}
