using System;
using System.Globalization;
using System.Linq;

namespace Bot.Platform.Activities;

/// <summary>What can be told from an activity.</summary>
internal static class ActivityExtensions
{
    extension(Activity activity)
    {
        /// <summary>The text without the mentions of the bot it is addressed to; mentions of others stay.</summary>
        /// <returns>Trimmed, non-breaking spaces as plain ones; empty when there is no text.</returns>
        /// <remarks>As in the Bot Framework: every occurrence of the mention's text, ignoring case. Teams puts a non-breaking space behind
        /// mentions.</remarks>
        public string RemoveRecipientMention()
        {
            var text = activity.Text ?? string.Empty;
            foreach (var entity in activity.Entities ?? [])
            {
                if (IsMentionOf(entity, activity.Recipient?.Id) && !string.IsNullOrEmpty(entity.Text))
                {
                    text = text.Replace(entity.Text, string.Empty, StringComparison.OrdinalIgnoreCase);
                }
            }

            return text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' ').Trim();
        }

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

        /// <summary>The sender's language as a BCP 47 tag, of the activity or else of the client; null when neither says. Not checked: any text.</summary>
        public string? ReaderLocale() =>
            NotEmpty(activity.Locale) ?? activity.ClientInfo(entity => NotEmpty(entity.Locale));

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

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
