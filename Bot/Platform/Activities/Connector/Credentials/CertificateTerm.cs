using System;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Activities.Connector.Credentials;

/// <summary>How long the bot's certificate is still good for. With its end nothing the bot says arrives any more, and nobody is told in the chat; so the log says it for a month before.</summary>
/// <param name="credential">What the bot proves with who it is.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class CertificateTerm(BotCredential credential, TimeProvider time, ILogger<CertificateTerm> logger)
{
    /// <summary>From this long before the end on it is said.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    /// <summary>Between two lines in the log; tokens are asked for more often.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    private long saidAt = DateTimeOffset.MinValue.UtcTicks;

    /// <summary>When the certificate ends, where that is at most <see cref="Notice"/> ahead or has been; null otherwise, and where there is none.</summary>
    /// <param name="credential">What the bot proves with who it is.</param>
    /// <param name="now">The present moment.</param>
    public static DateTimeOffset? EndsSoon(BotCredential credential, DateTimeOffset now) => credential.CertificateEnds() is { } end && end - now <= Notice ? end : null;

    /// <summary>What a token is asked with, as <see cref="BotCredential.Create"/> makes it; says in the log, at most once a day, that the certificate ends soon.</summary>
    public TokenCredential Create()
    {
        var now = time.GetUtcNow();
        if (EndsSoon(credential, now) is { } end && now.UtcTicks - saidAt >= Pause.Ticks)
        {
            saidAt = now.UtcTicks;
            LogEnds(end);
        }

        return credential.Create();
    }

    [LoggerMessage(1026, LogLevel.Warning, "The certificate the bot proves with who it is ends at {End:u}. From then on nothing it says arrives: make a new one, add it to the registration, and put it in place of the old one.")]
    private partial void LogEnds(DateTimeOffset end);
}
