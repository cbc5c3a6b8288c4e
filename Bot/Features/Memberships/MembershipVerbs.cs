namespace Bot.Features.Memberships;

/// <summary>The verbs of the buttons on cards about memberships, and the names of what they carry.</summary>
internal static class MembershipVerbs
{
    /// <summary>Shows the form again.</summary>
    public const string Form = "membership.form";

    /// <summary>Shows what would change.</summary>
    public const string Preview = "membership.preview";

    /// <summary>Changes it.</summary>
    public const string Confirm = "membership.confirm";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "membership.dismiss";

    /// <summary>Name of the datum that says which change.</summary>
    public const string StepField = "step";

    /// <summary>Name of the datum that says what the preview showed.</summary>
    public const string ShownField = "shown";
}
