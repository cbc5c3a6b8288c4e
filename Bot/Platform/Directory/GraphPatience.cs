using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Bot.Platform.Directory;

/// <summary>How the bot bears with Graph. It never waits here and never repeats a request by itself: whoever asked is told until when to leave Graph alone,
/// keeps that as a stored moment, and looks again then, so a crash in between forgets nothing and a retry decides anew what is still to be done.</summary>
/// <remarks>Source: Graph guidance on throttling: 429, 503 and 504 with <c>Retry-After</c> are to be waited out exactly; at most four requests at once to one mailbox.</remarks>
internal sealed class GraphPatience(TimeProvider time, TimeSpan limit) : DelegatingHandler
{
    /// <summary>One less than a mailbox bears, so that a second instance of the bot finds room at times.</summary>
    private const int AtOnce = 3;

    /// <summary>Answers are small; a larger one is not read into memory.</summary>
    private const long LargestAnswer = 4 * 1024 * 1024;

    /// <summary>After so many failures in a row Graph is left alone for a while, longer each time.</summary>
    private const int FailuresUntilPause = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>No answer makes the bot wait longer, whatever it says: a mistake of the other side would silence the bot for ever.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim room = new(AtOnce);
    private readonly Lock gate = new();
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private int failures;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            lock (gate)
            {
                if (time.GetUtcNow() < notBefore)
                {
                    throw new DirectoryException(DirectoryFault.Busy, "LeftAlone", notBefore);
                }
            }

            return Judge(await AskAsync(request, cancellationToken));
        }
        finally
        {
            room.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            room.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // By the machine's clock: it bounds a connection, not a rule of the association.
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(limit);
        try
        {
            var response = await base.SendAsync(request, bounded.Token);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, bounded.Token);
            return response;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DirectoryException(DirectoryFault.Doubtful, "Timeout", Failed(), late);
        }
        catch (HttpRequestException broken)
        {
            var isBefore = broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            throw new DirectoryException(isBefore ? DirectoryFault.Busy : DirectoryFault.Doubtful, broken.HttpRequestError.ToString(), Failed(), broken);
        }
    }

    private HttpResponseMessage Judge(HttpResponseMessage response)
    {
        if ((int)response.StatusCode < 500 && response.StatusCode != HttpStatusCode.TooManyRequests)
        {
            lock (gate)
            {
                failures = 0;
            }

            return response;
        }

        using (response)
        {
            var asked = WaitOf(response);
            var isThrottled = response.StatusCode == HttpStatusCode.TooManyRequests || (asked is not null && response.StatusCode is HttpStatusCode.ServiceUnavailable);
            var until = isThrottled ? Throttled(asked ?? UsualWait) : Failed(asked);
            throw new DirectoryException(isThrottled ? DirectoryFault.Busy : DirectoryFault.Doubtful, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), until);
        }
    }

    private TimeSpan? WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

    /// <summary>Everybody leaves Graph alone until then, not only who was told.</summary>
    private DateTimeOffset Throttled(TimeSpan wait)
    {
        lock (gate)
        {
            var until = time.GetUtcNow() + Bounded(wait);
            notBefore = until > notBefore ? until : notBefore;
            return notBefore;
        }
    }

    /// <summary>One failure is that request's; several in a row are Graph's, and then everybody pauses.</summary>
    private DateTimeOffset? Failed(TimeSpan? wait = null)
    {
        lock (gate)
        {
            failures++;
            var now = time.GetUtcNow();
            if (failures >= FailuresUntilPause)
            {
                var doubled = FirstPause * Math.Pow(2, Math.Min(failures - FailuresUntilPause, 10));
                var until = now + (doubled < LongestPause ? doubled : LongestPause);
                notBefore = until > notBefore ? until : notBefore;
            }

            return notBefore > now ? notBefore : wait is { } asked ? now + Bounded(asked) : null;
        }
    }

    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > LongestWait ? LongestWait : wait;
}
