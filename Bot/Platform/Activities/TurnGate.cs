using System;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities;

/// <summary>Lets in as many activities at once as <see cref="LimitOptions.TurnsInFlight"/> says, whoever sent them; nobody waits in a queue.</summary>
/// <remarks>Better 503 at once than an answer after the channel has given up: Teams shows the person that the bot could not be reached and lets
/// them send again, and a pressed card is tried again by the client for some 15 seconds.</remarks>
internal sealed class TurnGate(IOptions<LimitOptions> options) : IDisposable
{
    private const string RetryAfterSeconds = "2";

    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions { PermitLimit = options.Value.TurnsInFlight, QueueLimit = 0 });

    /// <summary>Takes a place for one turn.</summary>
    /// <param name="response">Becomes 503 with <c>Retry-After</c> and an empty body when all places are taken.</param>
    /// <returns>The place, to be disposed of when the turn is over; null when there is none.</returns>
    public IDisposable? Enter(HttpResponse response)
    {
        var place = places.AttemptAcquire();
        if (place.IsAcquired)
        {
            return place;
        }

        place.Dispose();
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds;
        return null;
    }

    public void Dispose() => places.Dispose();
}
