namespace Bot.Features.Admissions;

/// <summary>The verbs of the buttons on admission cards.</summary>
internal static class AdmissionVerbs
{
    /// <summary>Hands the application in.</summary>
    public const string Apply = "admission.apply";

    /// <summary>Passes it on to the advisory board.</summary>
    public const string Consult = "admission.consult";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "admission.dismiss";
}
