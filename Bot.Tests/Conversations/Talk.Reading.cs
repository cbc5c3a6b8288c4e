using System;
using System.Linq;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Conversations;

/// <content>What people read.</content>
internal sealed partial class Talk
{
    /// <summary>Everything the conversation shows.</summary>
    public string Read(string conversation) => string.Join("\n---\n", Connector.In(conversation).Select(message => CardReading.Words(message.Content)));

    /// <summary>What somebody reads last in their 1:1 chat.</summary>
    public string LastFor(string who) => Last(Personal(who));

    /// <summary>How what a stranger is answered begins, whatever they press or type and whether it exists.</summary>
    public const string ToStrangers = "Das ist nur für Mitglieder des Bündnisses.";

    /// <summary>What a conversation shows last.</summary>
    public string Last(string conversation) =>
        Connector.In(conversation) is [.., var last] ? CardReading.Words(last.Content) : string.Empty;

    /// <summary>Somebody's last message contains this.</summary>
    public void Hears(string who, string expected) => Assert.Contains(expected, LastFor(who), StringComparison.Ordinal);

    /// <summary>The conversation's last message contains this.</summary>
    public void Shows(string conversation, string expected) => Assert.Contains(expected, Last(conversation), StringComparison.Ordinal);

    /// <summary>Some message of the conversation contains this.</summary>
    public void Said(string conversation, string expected) => Assert.True(CountOf(conversation, expected) > 0, "Nowhere said: " + expected);

    /// <summary>How many messages of the conversation contain this.</summary>
    public int CountOf(string conversation, string text) =>
        Connector.In(conversation).Count(message => CardReading.Words(message.Content).Contains(text, StringComparison.Ordinal));

    /// <summary>How many messages of somebody's 1:1 chat contain this.</summary>
    public int HeardBy(string who, string text) => CountOf(Personal(who), text);

    /// <summary>Titles of the buttons on the newest message, inner cards left out.</summary>
    public string[] Buttons(string conversation) => Connector.In(conversation) is [.., var last]
        ? [.. CardReading.Actions(last.Content).Select(action => TitleOf(action) ?? string.Empty)]
        : [];
}
