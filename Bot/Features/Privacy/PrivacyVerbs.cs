namespace Bot.Features.Privacy;

/// <summary>The verbs of the buttons about one's own data.</summary>
internal static class PrivacyVerbs
{
    /// <summary>Hands everything over as a file.</summary>
    public const string File = "data.file";

    /// <summary>Shows what deleting would do.</summary>
    public const string AskDelete = "data.ask";

    /// <summary>Deletes.</summary>
    public const string Delete = "data.delete";

    /// <summary>Stores how one can be reached.</summary>
    public const string SaveContact = "contact.save";

    /// <summary>Takes everything back.</summary>
    public const string WithdrawContact = "contact.withdraw";

    /// <summary>Unlocks a profile.</summary>
    public const string Unlock = "profile.unlock";

    /// <summary>Name of the datum that holds whose profile it is; without it one's own.</summary>
    public const string PersonField = "person";

    /// <summary>Shows what another time of keeping would change.</summary>
    public const string PreviewRetention = "retention.preview";

    /// <summary>Sets another time of keeping.</summary>
    public const string SetRetention = "retention.set";

    /// <summary>Leaves the times of keeping as they are.</summary>
    public const string DismissRetention = "retention.dismiss";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "data.dismiss";
}
