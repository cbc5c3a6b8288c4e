using Bot.Texts;

namespace Bot.Turns;

/// <summary>Why a ballot was declared void, in the reader's language where the bot itself gave the reason.</summary>
internal static class VoidWords
{
    /// <summary>The reason the bot gives when a meeting is closed before a ballot opened in it. It is kept in the network's language, as everything that is kept.</summary>
    public static string ByClosing => Messages.Get(Reader.German, Sentence.BallotVoidByClosing);

    /// <summary>The reason as it is told. Plain text.</summary>
    public static string Of(Reader reader, string reason) => reason == ByClosing ? Messages.Get(reader, Sentence.BallotVoidByClosing) : reason;
}
