using System;
using System.Collections.Generic;
using System.Linq;

namespace Bot.Platform.Playground;

/// <summary>The chat windows, one for each person who has one, in the order of the people.</summary>
internal sealed class PlaygroundWindows(IPlaygroundWorld world)
{
    public IReadOnlyList<PlaygroundWindow> All { get; } =
        [.. world.People.Where(person => person.HasWindow).Select(person => new PlaygroundWindow(person))];

    /// <summary>The window of the person with this channel id, or null when they have none.</summary>
    public PlaygroundWindow? Of(string personId) =>
        All.FirstOrDefault(window => string.Equals(window.Person.Id, personId, StringComparison.Ordinal));

    /// <summary>The windows that show a chat: one for a 1:1 chat, every one for the group chat and the channels,
    /// none for a chat that does not exist.</summary>
    public IReadOnlyList<PlaygroundWindow> Showing(string chatId)
    {
        if (chatId == world.GroupChatId || IsChannel(chatId))
        {
            return All;
        }

        return [.. All.Where(window => window.Person.PersonalChatId == chatId)];
    }

    /// <summary>Whether the id is that of the team's General channel or of its other channel.</summary>
    public bool IsChannel(string chatId) => chatId == world.TeamId || chatId == world.ChannelId;
}
