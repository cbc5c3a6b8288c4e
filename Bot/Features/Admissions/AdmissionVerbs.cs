namespace Bot.Features.Admissions;

/// <summary>The verbs of the buttons on admission cards.</summary>
internal static class AdmissionVerbs
{
    /// <summary>Hands the application in.</summary>
    public const string Apply = "admission.apply";

    /// <summary>Passes it on to the advisory board.</summary>
    public const string Consult = "admission.consult";

    /// <summary>Asks why the plenary is to vote without a recommendation.</summary>
    public const string AskWaive = "admission.waive.ask";

    /// <summary>Has the plenary vote without a recommendation.</summary>
    public const string Waive = "admission.waive";

    /// <summary>Asks why an application is not passed on.</summary>
    public const string AskDecline = "admission.decline.ask";

    /// <summary>Does not pass an application on.</summary>
    public const string Decline = "admission.decline";

    /// <summary>Asks on which day an admission takes effect.</summary>
    public const string AskEffect = "admission.effect.ask";

    /// <summary>Says on which day an admission takes effect.</summary>
    public const string Effect = "admission.effect";

    /// <summary>Shows in which meeting an applicant would introduce itself.</summary>
    public const string AskIntroduce = "admission.introduce.ask";

    /// <summary>Asks an applicant to introduce itself in a meeting.</summary>
    public const string Introduce = "admission.introduce";

    /// <summary>Takes an application back.</summary>
    public const string Withdraw = "admission.withdraw";

    /// <summary>Shows further people who may be named on the form.</summary>
    public const string ShowPeople = "admission.people";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "admission.dismiss";
}
