using System;
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

    /// <summary>Whether somebody who got one message knows all that another says.</summary>
    /// <param name="got">What they got.</param>
    /// <param name="asked">The other.</param>
    public static bool Covers(string got, string asked) => got == asked || (asked == Card && got.StartsWith(Reminder, StringComparison.Ordinal)) || (asked == Coming && got == Card);

    /// <summary>The message by which a ballot is made known now; null when no vote is taken any more.</summary>
    public static string? CurrentKind(BallotRecord ballot, Instant now) => ballot.IsComingAt(now) ? Coming : ballot.IsOpenAt(now) ? Card : null;

    /// <summary>What a reminder is filed as.</summary>
    public static string ReminderKind(Instant moment) => Reminder + moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
