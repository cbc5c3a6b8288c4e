namespace Bot.Platform.Deliveries;

/// <summary>A conversation the bot has been part of, with what is needed to speak there first.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Key">What it is filed under: see <see cref="ConversationBook"/>.</param>
/// <param name="ConversationId">The id Teams knows it by, without thread.</param>
/// <param name="ServiceUrl">Where the Connector answers for it; the newest that was seen.</param>
/// <param name="Locale">The language last spoken there, or null.</param>
/// <param name="IsActive">False once the bot was removed, or the channel or its team was deleted or archived.</param>
/// <param name="Team">The team a channel belongs to, or null.</param>
internal sealed record KnownConversation(string Tenant, string Key, string ConversationId, string ServiceUrl, string? Locale, bool IsActive, string? Team = null);
