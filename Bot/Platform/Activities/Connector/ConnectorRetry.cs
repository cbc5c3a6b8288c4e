using System;
using System.Net;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace Bot.Platform.Activities.Connector;

/// <summary>How a call is tried again at once, while whoever made it waits. What takes longer is left to the caller: the ledger of deliveries comes back to it.</summary>
/// <remarks>Growing pauses with jitter; where the service asks for a wait, <see cref="ConnectorPace"/> keeps exactly that instead.</remarks>
internal sealed class ConnectorRetry
{
    /// <summary>After this time no further try is begun. With the last one, the waits before it included, a call ends within 100 seconds: sooner than the lease
    /// of a delivery.</summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(40);

    private const int MostRetries = 3;

    private static readonly ResiliencePropertyKey<PacePlace> PlaceKey = new("place");
    private static readonly ResiliencePropertyKey<long> BeganKey = new("began");

    private readonly ConnectorPace pace;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline broadcastOnce;
    private readonly ResiliencePipeline answerOnce;
    private readonly ResiliencePipeline repeatable;

    public ConnectorRetry(ConnectorPace pace, TimeProvider time)
    {
        (this.pace, this.time) = (pace, time);
        // A message a broadcast sends is on the ledger, which tries again what is in doubt, later and not too often.
        broadcastOnce = Pipeline(MostRetries, outcome => outcome is ConnectorOutcome.TryAgain);
        // A person waits for this one and nobody comes back to it. In doubt it is sent twice more at most.
        answerOnce = Pipeline(2, outcome => outcome is ConnectorOutcome.TryAgain or ConnectorOutcome.InDoubt);
        repeatable = Pipeline(MostRetries, outcome => outcome is ConnectorOutcome.TryAgain or ConnectorOutcome.InDoubt);
    }

    /// <summary>Makes the call until it is granted, refused for good, or was tried often enough.</summary>
    /// <param name="place">Whom a wait concerns that the service asks for.</param>
    /// <param name="lane">Who waits.</param>
    /// <param name="isRepeatable">Whether making it twice is the same as making it once.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="ConnectorException">It was not granted.</exception>
    public async Task<T> RunAsync<T>(PacePlace place, ConnectorLane lane, bool isRepeatable, Func<Task<T>> call)
    {
        var pipeline = isRepeatable ? repeatable : lane is ConnectorLane.Answer ? answerOnce : broadcastOnce;
        var context = ResilienceContextPool.Shared.Get();
        context.Properties.Set(PlaceKey, place);
        context.Properties.Set(BeganKey, time.GetTimestamp());
        try
        {
            return await pipeline.ExecuteAsync(async _ => await TellingAsync(place, call), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline Pipeline(int retries, Func<ConnectorOutcome, bool> isWorthIt) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(10),
            ShouldHandle = attempt => ValueTask.FromResult(
                attempt.Outcome.Exception is ConnectorException failure && failure.Code != ConnectorException.Paced && isWorthIt(failure.Outcome)
                && time.GetElapsedTime(attempt.Context.Properties.GetValue(BeganKey, 0)) < MostTime),
            // The pace keeps the wait the service asked for, for everybody and not for this call alone.
            DelayGenerator = attempt => ValueTask.FromResult(
                attempt.Outcome.Exception is ConnectorException { RetryAfter: not null } ? TimeSpan.Zero : default(TimeSpan?)),
            OnRetry = attempt =>
            {
                if (attempt.Outcome.Exception is ConnectorException { RetryAfter: null, Status: HttpStatusCode.TooManyRequests })
                {
                    pace.Throttled(attempt.Context.Properties.GetValue(PlaceKey, default), attempt.RetryDelay);
                }

                return default;
            },
        })
        .Build();

    private async Task<T> TellingAsync<T>(PacePlace place, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ConnectorException failure) when (failure is { RetryAfter: { } wait } && failure.Code != ConnectorException.Paced)
        {
            pace.Throttled(place, wait);
            throw;
        }
    }
}
