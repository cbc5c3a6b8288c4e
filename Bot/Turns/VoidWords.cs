using System.Linq;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Why a ballot was declared void, in the reader's language where the bot itself gave the reason: then a code is kept, and no words.</summary>
internal static class VoidWords
{
    /// <summary>A meeting was closed before a ballot opened in it.</summary>
    public const string ByClosing = "bot:closing";

    /// <summary>What was voted on was taken back.</summary>
    public const string ByWithdrawal = "bot:withdrawn";

    /// <summary>The organization to be expelled left by itself.</summary>
    public const string ByLeaving = "bot:left";

    private static readonly (string Code, Sentence Words)[] Known =
        [(ByClosing, Sentence.BallotVoidByClosing), (ByWithdrawal, Sentence.WithdrawnVoidReason), (ByLeaving, Sentence.ExpulsionLeftVoidReason)];

    /// <summary>The reason as it is told. Plain text. Versions before 0.7.0 kept words, German ones or those of the network's language.</summary>
    public static string Of(Reader reader, string reason)
    {
        var given = Known.Where(one => one.Code == reason || Languages().Any(other => Messages.Get(other, one.Words) == reason)).Select(one => (Sentence?)one.Words).FirstOrDefault();
        return given is { } words ? Messages.Get(reader, words) : reason;
    }

    private static Reader[] Languages() => [Reader.German, Reader.For("en")];
}
