namespace Bot.Features.Invitations.ResendMails;

/// <summary>The verb of the button by which mails are tried again.</summary>
internal static class ResendVerbs
{
    /// <summary>Tries them again.</summary>
    public const string Resend = "mail.resend";

    /// <summary>Name of the datum that holds the meeting.</summary>
    public const string MeetingField = "meeting";
}
