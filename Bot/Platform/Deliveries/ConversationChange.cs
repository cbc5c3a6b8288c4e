using System;
using System.Linq;
using Bot.Platform.Activities;

namespace Bot.Platform.Deliveries;

/// <summary>What an activity says about where the bot may speak.</summary>
/// <param name="IsActive">Whether it may from now on; null when the activity does not say.</param>
/// <param name="Team">The team all of whose channels are concerned; null for a single conversation.</param>
/// <param name="Channel">The channel that is concerned where it is another than the conversation the activity came from; otherwise null.</param>
internal readonly record struct ConversationChange(bool? IsActive, string? Team, string? Channel)
{
    /// <summary>Reads an activity.</summary>
    /// <remarks>An upgrade of the app sends <c>remove-upgrade</c> and <c>add-upgrade</c> in either order; the bot stays. Source: protocol 2.4.</remarks>
    public static ConversationChange Of(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Invoke => new(true, null, null),
        ActivityTypes.InstallationUpdate => activity.Action switch
        {
            "add" or "add-upgrade" => new(true, TeamOf(activity), null),
            "remove" => new(false, TeamOf(activity), null),
            _ => default,
        },
        ActivityTypes.ConversationUpdate => OfUpdate(activity),
        _ => default,
    };

    private static ConversationChange OfUpdate(Activity activity) => activity.ChannelData?.EventType switch
    {
        TeamsEvents.ChannelDeleted => new(false, null, activity.ChannelData.Channel?.Id),
        TeamsEvents.ChannelRestored => new(true, null, activity.ChannelData.Channel?.Id),
        TeamsEvents.TeamArchived or TeamsEvents.TeamDeleted or TeamsEvents.TeamHardDeleted => new(false, TeamOf(activity), null),
        TeamsEvents.TeamUnarchived or TeamsEvents.TeamRestored => new(true, TeamOf(activity), null),
        _ when HasBot(activity.MembersRemoved, activity) => new(false, TeamOf(activity), null),
        _ when HasBot(activity.MembersAdded, activity) => new(true, TeamOf(activity), null),
        _ => default,
    };

    private static string? TeamOf(Activity activity) => activity.ChannelData?.Team?.Id is { Length: > 0 } team ? team : null;

    private static bool HasBot(System.Collections.Generic.IReadOnlyList<ChannelAccount>? members, Activity activity) =>
        members?.Any(member => string.Equals(member.Id, activity.Recipient?.Id, StringComparison.OrdinalIgnoreCase)) ?? false;
}
