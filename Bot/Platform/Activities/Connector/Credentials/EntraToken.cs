using System;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Activities.Connector.Credentials;

/// <summary>The bot's token, kept until shortly before its end.</summary>
/// <param name="credential">Makes what a token is asked with, anew for each token, so that nothing it remembers outlives a refusal.</param>
/// <param name="scope">What the token is for.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class EntraToken(Func<TokenCredential> credential, string scope, TimeProvider time, ILogger<EntraToken> logger) : IConnectorToken
{
    /// <summary>From this long before its end on a token is renewed, earlier when Entra says so.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>The shortest time between two renewals in the background.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>How long Entra may take, with the tries of its client.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private AccessToken current;
    private bool wasDropped;
    private Task<AccessToken>? renewal;
    private DateTimeOffset notRenewedBefore = DateTimeOffset.MinValue;

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        Task<AccessToken> coming;
        lock (gate)
        {
            var now = time.GetUtcNow();
            var isValid = current.Token is not null && now < current.ExpiresOn;
            if (isValid && (now < RenewedFrom(current) || now < notRenewedBefore))
            {
                return ValueTask.FromResult<string?>(current.Token);
            }

            coming = renewal ??= RenewAsync(now);
            if (isValid)
            {
                return ValueTask.FromResult<string?>(current.Token);
            }
        }

        return new ValueTask<string?>(TokenOfAsync(coming, cancellationToken));
    }

    public void Drop(string token)
    {
        lock (gate)
        {
            if (current.Token == token)
            {
                current = default;
                wasDropped = true;
            }
        }
    }

    private static DateTimeOffset RenewedFrom(AccessToken token)
    {
        var early = token.ExpiresOn - Early;
        return token.RefreshOn is { } asked && asked < early ? asked : early;
    }

    private static async Task<string?> TokenOfAsync(Task<AccessToken> coming, CancellationToken cancellationToken) =>
        (await coming.WaitAsync(cancellationToken)).Token;

    /// <summary>One renewal for all who wait; it ends by its own time limit and not when one of them gives up.</summary>
    private Task<AccessToken> RenewAsync(DateTimeOffset now)
    {
        notRenewedBefore = now + Pause;
        var claims = wasDropped ? "{}" : null;
        var running = Task.Run(() => AskAsync(claims));
        // Where the old token is still good nobody waits for the new one, and its failure is logged and nothing more.
        _ = running.ContinueWith(failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return running;
    }

    private async Task<AccessToken> AskAsync(string? claims)
    {
        try
        {
            using var limit = new CancellationTokenSource(MostTime, time);
            var fresh = await credential().GetTokenAsync(new TokenRequestContext([scope], claims: claims), limit.Token);
            lock (gate)
            {
                (current, renewal, wasDropped) = (fresh, null, false);
            }

            return fresh;
        }
#pragma warning disable CA1031 // Whatever goes wrong with certificate, Entra or network: it is one fault, told without the words of the other side.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            lock (gate)
            {
                renewal = null;
            }

            var reason = ReasonOf(failure);
            LogNoToken(reason);
            throw ConnectorException.WithoutToken(reason);
        }
    }

    /// <summary>Entra's error number where there is one. Its sentences name applications and tenants, and might one day name more.</summary>
    private static string ReasonOf(Exception failure) =>
        ErrorNumber().Match(failure.ToString()) is { Success: true } number ? number.Value : failure.GetType().Name;

    [GeneratedRegex(@"AADSTS\d{4,8}", RegexOptions.None, 1000)]
    private static partial Regex ErrorNumber();

    [LoggerMessage(1025, LogLevel.Error, "The bot got no token for the Connector: {Reason}.")]
    private partial void LogNoToken(string reason);
}
