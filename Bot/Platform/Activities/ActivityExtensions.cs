using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;

namespace Bot.Platform.Activities;

/// <summary>What can be told from an activity.</summary>
internal static class ActivityExtensions
{
    /// <summary>Longest tag for a language that is taken for one; RFC 5646, 4.4.1, asks for room for 35 characters.</summary>
    public const int LongestTag = 35;

    extension(Activity activity)
    {
        /// <summary>The text without the mentions of the bot it is addressed to; mentions of others stay.</summary>
        /// <returns>Trimmed, HTML's names for characters as those, non-breaking spaces as plain ones; empty when there is no text.</returns>
        /// <remarks>As in the Bot Framework every occurrence of the mention's text, ignoring case; but only where that text is a mention,
        /// <c>&lt;at&gt;…&lt;/at&gt;</c>: an entity that claims to be one and names a common word must not take the command apart.
        /// Teams puts a non-breaking space behind mentions, and writes what was typed as <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> by their names.</remarks>
        public string RemoveRecipientMention() =>
            WebUtility.HtmlDecode(MentionText.Without(activity.Text ?? string.Empty, activity.RecipientMentions())).Replace('\u00A0', ' ').Trim();

        private IEnumerable<string> RecipientMentions() =>
            from entity in activity.Entities ?? []
            where IsMentionOf(entity, activity.Recipient?.Id) && entity.Text is not null
            select entity.Text;

        /// <summary>What to store in order to speak here later.</summary>
        public ConversationReference GetConversationReference() => new()
        {
            ActivityId = activity.Id,
            User = activity.From,
            Bot = activity.Recipient,
            Conversation = activity.Conversation,
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            Locale = activity.ReaderLocale(),
        };

        /// <summary>The organisation in whose Teams this happened, or null when the channel does not say.</summary>
        public string? TenantId() => activity.ChannelData?.Tenant?.Id ?? activity.Conversation?.TenantId;

        /// <summary>The sender's language, of the activity or else of the client; null when neither says.</summary>
        /// <returns>Shaped as a BCP 47 tag of at most <see cref="LongestTag"/> characters, so that it can be stored; whether there is such a language is
        /// not checked.</returns>
        public string? ReaderLocale() => Tag(activity.Locale) ?? activity.ClientInfo(entity => Tag(entity.Locale));

        /// <summary>IANA name of the sender's zone, of the activity or else of the client; null when neither says. Not checked: any text.</summary>
        public string? ReaderTimezone() =>
            NotEmpty(activity.LocalTimezone) ?? activity.ClientInfo(entity => NotEmpty(entity.Timezone));

        /// <summary>When the channel received it; null when it does not say, or not as a time.</summary>
        public DateTimeOffset? SentAt() =>
            DateTimeOffset.TryParse(activity.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

        private string? ClientInfo(Func<Entity, string?> choose) =>
            activity.Entities?.Where(entity => entity.Type is Entity.ClientInfoType).Select(choose).FirstOrDefault(found => found is not null);
    }

    private static bool IsMentionOf(Entity entity, string? recipientId) =>
        entity.Type is Entity.MentionType && recipientId is not null
        && string.Equals(entity.Mentioned?.Id, recipientId, StringComparison.OrdinalIgnoreCase);

    private static string? Tag(string? locale) =>
        locale is { Length: > 0 and <= LongestTag } && locale.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') ? locale : null;

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
