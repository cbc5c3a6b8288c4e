using System.Collections.Generic;
using NodaTime;

namespace Bot.Platform.Playground;

/// <summary>Who and what exists in the local chat windows: people, one group chat, one team with two channels, the bot.
/// All of it invented; the same in every window, so that the windows show one world.</summary>
/// <remarks>The Playground allows exactly one group chat, one team and one channel besides the team's General channel,
/// and insists on six people who are members everywhere.</remarks>
internal interface IPlaygroundWorld
{
    /// <summary>Exactly six people, at least one with a window. Windows are opened in this order.</summary>
    IReadOnlyList<PlaygroundPerson> People { get; }

    /// <summary>Tenant of everybody, a GUID.</summary>
    string TenantId { get; }

    /// <summary>Id of the team and, as in Teams, of its General channel (<c>19:…@thread.tacv2</c>).</summary>
    string TeamId { get; }

    /// <summary>Name of the team as shown.</summary>
    string TeamName { get; }

    /// <summary>Entra group id of the team, a GUID.</summary>
    string TeamAadGroupId { get; }

    /// <summary>Id of the one channel besides General (<c>19:…@thread.tacv2</c>).</summary>
    string ChannelId { get; }

    /// <summary>Name of that channel as shown.</summary>
    string ChannelName { get; }

    /// <summary>Id of the group chat (<c>19:…@thread.v2</c>).</summary>
    string GroupChatId { get; }

    /// <summary>Name of the group chat as shown.</summary>
    string GroupChatName { get; }

    /// <summary>Channel id of the bot: <c>28:</c> and its app id.</summary>
    string BotId { get; }

    /// <summary>Name of the bot, at most 42 characters; people mention it in groups by this name.</summary>
    string BotName { get; }

    /// <summary>What a newcomer types first, as the first person with a window, in their 1:1 chat.</summary>
    /// <param name="meetingDay">A day about eight weeks ahead, so that notice periods are kept.</param>
    string FirstThingToType(LocalDate meetingDay);
}
