using System;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Bot.Storage;

/// <summary>What has become of a message that asked for something with effect.</summary>
internal enum HeardState
{
    /// <summary>The bot has shown what it understood; nothing is done yet.</summary>
    Pending,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>The message was deleted before anything was done.</summary>
    Withdrawn,
}

/// <summary>A message that asked for something with effect, and the bot's answer to it. Never what it said.</summary>
/// <param name="Key">See <see cref="KeyOf"/>.</param>
/// <param name="HeardAt">When it was first heard.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Revision">0, and one more for each time it was edited; buttons of an older one are stale.</param>
/// <param name="Command">Name of the command it was understood as; empty when it was not understood.</param>
/// <param name="Text">Fingerprint of what it last said, so that an edit that changes nothing is none; empty where none may be kept, because it would tell how
/// somebody votes or meant to.</param>
/// <param name="Answer">The bot's answer as Teams knows it; empty when Teams gave it no id, null while there is none.</param>
/// <param name="Outcome">Identity of what was done; null before.</param>
internal sealed record HeardMessage(
    string Key, Instant HeardAt, HeardState State, int Revision, string Command, string Text, string? Answer = null, string? Outcome = null)
{
    /// <summary>The message's identity: the same for every delivery of it, telling nothing of it. 32 hexadecimal digits.</summary>
    public static string KeyOf(string conversation, string message, string sender) => Fingerprint(conversation + "\n" + message + "\n" + sender);

    /// <summary>The message after the bot has answered it.</summary>
    /// <param name="outcome">Identity of what was done; null when nothing was.</param>
    /// <param name="answer">The answer's id; empty when there is none to replace.</param>
    public HeardMessage Answered(string? outcome, string answer) =>
        this with { State = outcome is null ? HeardState.Pending : HeardState.Done, Outcome = outcome, Answer = answer };

    /// <summary>A fingerprint of 32 hexadecimal digits.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
