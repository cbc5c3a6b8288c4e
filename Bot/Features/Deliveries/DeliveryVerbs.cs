namespace Bot.Features.Deliveries;

/// <summary>The verbs of the buttons on reports on deliveries, and the name of what they carry.</summary>
internal static class DeliveryVerbs
{
    /// <summary>Shows the report on one subject.</summary>
    public const string Show = "delivery.show";

    /// <summary>Has those told again who were not reached.</summary>
    public const string Retry = "delivery.retry";

    /// <summary>Name of the datum that says which subject.</summary>
    public const string SubjectField = "subject";
}
