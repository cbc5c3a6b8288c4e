using System;
using System.Globalization;

namespace Bot.Platform.Activities;

/// <summary>Which channel, and which thread in it. Posting to a thread's id replies there, posting to the bare channel starts a new thread.</summary>
/// <param name="ChannelId">Such as <c>19:…@thread.tacv2</c>.</param>
/// <param name="RootId">The first message of the thread, a whole number; null for the channel itself.</param>
internal readonly record struct ChannelThread(string ChannelId, string? RootId)
{
    private const string Separator = ";messageid=";

    /// <summary>The id as the channel writes it.</summary>
    public string ConversationId => RootId is null ? ChannelId : ChannelId + Separator + RootId;

    /// <summary>Splits <c>19:…@thread.tacv2;messageid=1481567603816</c>. Any other id comes back as a whole, without a root.</summary>
    public static ChannelThread Of(string conversationId)
    {
        ArgumentNullException.ThrowIfNull(conversationId);
        var at = conversationId.IndexOf(Separator, StringComparison.Ordinal);
        if (at <= 0 || !IsMessageId(conversationId.AsSpan(at + Separator.Length)))
        {
            return new ChannelThread(conversationId, null);
        }

        return new ChannelThread(conversationId[..at], conversationId[(at + Separator.Length)..]);
    }

    private static bool IsMessageId(ReadOnlySpan<char> text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
}
