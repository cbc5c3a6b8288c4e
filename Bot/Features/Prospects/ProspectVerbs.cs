namespace Bot.Features.Prospects;

/// <summary>The verbs of the buttons on cards about prospects, and the names of what they carry.</summary>
internal static class ProspectVerbs
{
    /// <summary>Shows one prospect.</summary>
    public const string Show = "prospect.show";

    /// <summary>Shows the form by which one is noted.</summary>
    public const string AskAdd = "prospect.add.ask";

    /// <summary>Notes it.</summary>
    public const string Add = "prospect.add";

    /// <summary>Shows the form by which what is noted changes.</summary>
    public const string AskChange = "prospect.change.ask";

    /// <summary>Changes it.</summary>
    public const string Change = "prospect.change";

    /// <summary>Shows the form by which a contact is recorded.</summary>
    public const string AskContact = "prospect.contact.ask";

    /// <summary>Records it.</summary>
    public const string Contact = "prospect.contact";

    /// <summary>Records that one does not want to join.</summary>
    public const string Decline = "prospect.decline";

    /// <summary>Asks whether one is to be taken off the list.</summary>
    public const string AskRemove = "prospect.remove.ask";

    /// <summary>Takes it off.</summary>
    public const string Remove = "prospect.remove";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "prospect.dismiss";

    /// <summary>Name of the datum, or the choice, that says which prospect.</summary>
    public const string ProspectField = "prospect";

    /// <summary>Name of the input for its name.</summary>
    public const string NameField = "name";

    /// <summary>Name of the choice of its sector.</summary>
    public const string SectorField = "sector";

    /// <summary>Name of the input for a note.</summary>
    public const string NoteField = "note";

    /// <summary>Name of the input for the day to ask again.</summary>
    public const string FollowUpField = "followup";

    /// <summary>Name of the input for the day of a contact.</summary>
    public const string DayField = "day";

    /// <summary>Name of the datum that says what a form showed.</summary>
    public const string ShownField = "shown";
}
