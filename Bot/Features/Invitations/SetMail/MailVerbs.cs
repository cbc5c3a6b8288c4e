namespace Bot.Features.Invitations.SetMail;

/// <summary>The verbs of the buttons on the card that asks whether a mail address is to be kept.</summary>
internal static class MailVerbs
{
    /// <summary>Keeps it.</summary>
    public const string Save = "mail.save";

    /// <summary>Leaves everything as it is.</summary>
    public const string Leave = "mail.leave";

    /// <summary>Name of the datum that holds whose address it is.</summary>
    public const string PersonField = "person";

    /// <summary>Name of the datum that holds the address.</summary>
    public const string AddressField = "address";
}
