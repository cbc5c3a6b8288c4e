using System;

namespace Bot.Platform.Activities.Connector.Credentials;

/// <summary>How the bot is registered, as the official setting says it.</summary>
internal static class BotAppType
{
    /// <summary>The bot is a user-assigned managed identity.</summary>
    public static bool IsManagedIdentity(ActivityOptions options) => Is(options, "UserAssignedMSI");

    /// <summary>The bot's app registration belongs to one tenant.</summary>
    public static bool IsSingleTenant(ActivityOptions options) => Is(options, "SingleTenant");

    /// <summary>The tenant that hands out the bot's tokens: its own, or for a multi-tenant bot, which an empty type means, the channel's.</summary>
    public static string TenantOf(ActivityOptions options, ChannelCloud cloud) => IsSingleTenant(options) ? options.MicrosoftAppTenantId : cloud.MultiTenantTenant;

    private static bool Is(ActivityOptions options, string type) => string.Equals(options.MicrosoftAppType, type, StringComparison.OrdinalIgnoreCase);
}
