using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace Bot.Platform.Playground;

/// <summary>Who is in which chat, in the words of the Connector. Answered from the people themselves and not by a
/// window, so that it works without one and knows people by their Entra id, as Teams does.</summary>
internal sealed class PlaygroundRoster(IPlaygroundWorld world)
{
    /// <summary>The person named by channel id, Entra object id or sign-in name, or null.</summary>
    public PlaygroundPerson? Find(string id) => world.People.FirstOrDefault(person => person.IsNamedBy(id));

    /// <summary>Everybody in a chat or channel, or null when it does not exist.</summary>
    public IReadOnlyList<PlaygroundPerson>? MembersOf(string conversationId)
    {
        var chat = ConversationAddress.Parse(conversationId).Chat;
        if (chat == world.GroupChatId || chat == world.TeamId || chat == world.ChannelId)
        {
            return world.People;
        }

        return world.People.FirstOrDefault(person => person.HasWindow && person.PersonalChatId == chat) is { } owner ? [owner] : null;
    }

    public JsonObject Describe(PlaygroundPerson person)
    {
        var (given, surname) = PlaygroundConfiguration.Split(person.Name);
        return new JsonObject
        {
            ["id"] = person.Id,
            ["name"] = person.Name,
            ["aadObjectId"] = person.AadObjectId,
            ["objectId"] = person.AadObjectId,
            ["givenName"] = given,
            ["surname"] = surname,
            ["email"] = person.UserPrincipalName,
            ["userPrincipalName"] = person.UserPrincipalName,
            ["tenantId"] = world.TenantId,
            ["userRole"] = "user",
        };
    }

    /// <summary>The team, or null when the id is another's.</summary>
    public JsonObject? DescribeTeam(string teamId) => !IsTeam(teamId) ? null : new JsonObject
    {
        ["id"] = world.TeamId,
        ["name"] = world.TeamName,
        ["aadGroupId"] = world.TeamAadGroupId,
        ["tenantId"] = world.TenantId,
        ["type"] = "standard",
        ["channelCount"] = 2,
        ["memberCount"] = world.People.Count + 1,
    };

    /// <summary>The team's channels, General without a name as Teams does; null when the id is another's.</summary>
    public JsonObject? DescribeChannels(string teamId) => !IsTeam(teamId) ? null : new JsonObject
    {
        ["conversations"] = new JsonArray(
            new JsonObject { ["id"] = world.TeamId },
            new JsonObject { ["id"] = world.ChannelId, ["name"] = world.ChannelName }),
    };

    private bool IsTeam(string id) => string.Equals(ConversationAddress.Parse(id).Chat, world.TeamId, StringComparison.Ordinal);
}
