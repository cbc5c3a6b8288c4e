using System;
using System.Globalization;
using Bot.Domain.Meetings;

namespace Bot.Storage;

/// <summary>What mails are filed as: of a meeting under <see cref="Subjects.Invitation"/>, of a ballot under <see cref="Subjects.BallotMail"/>.</summary>
internal static class MailMessages
{
    /// <summary>That a meeting will not take place.</summary>
    public const string Cancellation = "cancel";

    /// <summary>The call to vote.</summary>
    public const string Call = "call";

    /// <summary>The result of a ballot.</summary>
    public const string Result = "result";

    /// <summary>That a ballot is void.</summary>
    public const string Void = "void";

    private const string Request = "request-";

    /// <summary>Which mail about a meeting is the present one.</summary>
    public static string KindOf(Meeting meeting) => meeting.State == MeetingState.Cancelled ? Cancellation : Request + meeting.Revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a mail invited to a meeting, or told how it has changed.</summary>
    public static bool IsRequest(string kind) => kind.StartsWith(Request, StringComparison.Ordinal);

    /// <summary>Of which <see cref="Meeting.Revision"/> a mail tells that is filed so; 0 for one that is about none.</summary>
    public static int RevisionOf(string kind) => IsRequest(kind) && int.TryParse(kind[Request.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    /// <summary>Whether a mail says what a message in Teams says.</summary>
    /// <param name="mail">What the mail is filed as.</param>
    /// <param name="message">What the message is filed as.</param>
    public static bool SaysWhat(string mail, string message) => message switch
    {
        MeetingMessages.Cancellation => mail == Cancellation,
        BallotMessages.Result or BallotMessages.Decision => mail == Result,
        BallotMessages.Void => mail == Void,
        _ => IsRequest(mail) || IsCall(mail),
    };

    /// <summary>Whether a mail called to vote.</summary>
    public static bool IsCall(string kind) => kind == Call;
}
