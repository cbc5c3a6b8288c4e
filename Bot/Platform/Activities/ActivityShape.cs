using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Bot.Platform.Activities;

/// <summary>Whether an activity that could be read holds what an answer needs, and nothing that could do harm as a key or in the log.</summary>
internal static class ActivityShape
{
    /// <summary>Longest id in characters; Teams' own stay well below 200. Ids become keys and stand in the log.</summary>
    public const int LongestId = 512;

    /// <summary>Longest kind, name of a channel, and tenant. A tenant is a GUID, and becomes a key as it is.</summary>
    public const int LongestWord = 64;

    /// <summary>Longest service address; it is stored with each conversation.</summary>
    public const int LongestUrl = 1024;

    /// <summary>Whether it can be answered, or ignored without harm: kinds the bot does not know are let through (A2014).</summary>
    public static bool IsAnswerable(Activity activity) => HasDecentIds(activity) && HoldsNoNulls(activity) && activity.Type switch
    {
        null or "" => false,
        ActivityTypes.Message or ActivityTypes.Invoke => HasPlace(activity) && Has(activity.From?.Id),
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => HasPlace(activity),
        _ => true,
    };

    private static bool HasPlace(Activity activity) => Has(activity.Conversation?.Id) && Has(activity.ServiceUrl);

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool HasDecentIds(Activity activity) =>
        IsDecent(activity.Type, LongestWord) && IsDecent(activity.ChannelId, LongestWord) && IsDecent(activity.ServiceUrl, LongestUrl)
        && IsDecent(activity.Id) && IsDecent(activity.ReplyToId)
        && IsDecent(activity.From) && IsDecent(activity.Recipient) && All(activity.MembersAdded, IsDecent) && All(activity.MembersRemoved, IsDecent)
        && IsDecent(activity.Conversation?.Id) && IsTenant(activity.Conversation?.TenantId) && IsDecent(activity.ChannelData);

    private static bool IsDecent(ChannelAccount? account) =>
        account is null || (IsDecent(account.Id) && IsDecent(account.AadObjectId) && IsTenant(account.TenantId));

    private static bool IsDecent(TeamsChannelData? data) => data is null
        || (IsTenant(data.Tenant?.Id) && IsDecent(data.Team?.Id) && IsDecent(data.Team?.AadGroupId) && IsDecent(data.Channel?.Id)
            && IsDecent(data.Settings?.SelectedChannel?.Id) && IsDecent(data.Meeting?.Id) && IsDecent(data.EventType, LongestWord));

    private static bool IsDecent(string? id) => IsDecent(id, LongestId);

    /// <summary>Short, of characters that can be seen, and no step in a path.</summary>
    private static bool IsDecent(string? id, int longest) => id is null || (id.Length <= longest && id is not ("." or "..") && id.All(IsSeen));

    private static bool IsTenant(string? id) =>
        id is null || (id.Length <= LongestWord && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_'));

    /// <summary>Neither a line's end nor a mark that turns the direction of a line in the log, nor half a character.</summary>
    private static bool IsSeen(char character) => char.IsAscii(character)
        ? !char.IsControl(character)
        : char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool HoldsNoNulls(Activity activity) => All(activity.Entities, IsThere) && All(activity.Attachments, IsThere);

    private static bool IsThere(object? item) => item is not null;

    /// <summary>Whether there is something in each place, and it is as it must be.</summary>
    private static bool All<T>(IReadOnlyList<T>? list, Func<T, bool> isGood)
        where T : class
    {
        for (var i = 0; i < list?.Count; i++)
        {
            if (list[i] is null || !isGood(list[i]))
            {
                return false;
            }
        }

        return true;
    }
}
