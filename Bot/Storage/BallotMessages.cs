using System.Globalization;
using NodaTime;

namespace Bot.Storage;

/// <summary>What messages about a ballot are filed as.</summary>
internal static class BallotMessages
{
    /// <summary>The card to vote on.</summary>
    public const string Card = "ballot";

    /// <summary>What was posted before the ballot opened. Afterwards everybody gets a card of its own to vote on; pressing the old one leads to it.</summary>
    public const string Coming = "coming";

    /// <summary>The result.</summary>
    public const string Result = "result";

    /// <summary>How a tie was decided.</summary>
    public const string Decision = "decision";

    /// <summary>That it is void.</summary>
    public const string Void = "void";

    /// <summary>What a card is filed as that asks for a tie to be decided, or for a witness.</summary>
    public const string Tie = "tie", Witness = "witness";

    /// <summary>What reminders are filed as, each with its moment behind it.</summary>
    public const string Reminder = "reminder-";

    /// <summary>What a reminder is filed as.</summary>
    public static string ReminderKind(Instant moment) => Reminder + moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
