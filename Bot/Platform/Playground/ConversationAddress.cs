using System;

namespace Bot.Platform.Playground;

/// <summary>A conversation id taken apart: the chat or channel, and in a channel the message its thread hangs on.</summary>
/// <param name="Chat">Everything before the thread part.</param>
/// <param name="Root">Id of the thread's first message, or null outside a thread.</param>
internal readonly record struct ConversationAddress(string Chat, string? Root)
{
    private const string Thread = ";messageid=";

    public static ConversationAddress Parse(string conversationId)
    {
        var at = conversationId.IndexOf(Thread, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? new ConversationAddress(conversationId, Root: null)
            : new ConversationAddress(conversationId[..at], conversationId[(at + Thread.Length)..]);
    }

    public override string ToString() => Root is null ? Chat : Chat + Thread + Root;
}
