namespace Bot.Features.SeatTerms;

/// <summary>The verbs of the buttons on cards about seats, and the names of what they carry.</summary>
internal static class MandateVerbs
{
    /// <summary>Shows the form again.</summary>
    public const string Form = "mandate.form";

    /// <summary>Shows what would change.</summary>
    public const string Preview = "mandate.preview";

    /// <summary>Gives the seat up.</summary>
    public const string Confirm = "mandate.confirm";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "mandate.dismiss";

    /// <summary>Name of the datum that says in which committee.</summary>
    public const string CommitteeField = "committee";

    /// <summary>Name of the datum that says whose seat; a name or an identity.</summary>
    public const string PersonField = "person";

    /// <summary>Name of the datum that says which day is the last.</summary>
    public const string DayField = "day";
}
