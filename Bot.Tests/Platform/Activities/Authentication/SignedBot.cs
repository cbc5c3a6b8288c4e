using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>The real endpoint on Kestrel with an app id, a local issuer for the channel's, and a clock that stands where it is put.</summary>
internal sealed class SignedBot : IAsyncDisposable
{
    private SignedBot(LocalIssuer issuer, ActivityHost host, SettableTime time, ConcurrentQueue<Activity> turns)
    {
        Issuer = issuer;
        Host = host;
        Time = time;
        Turns = turns;
    }

    public LocalIssuer Issuer { get; }

    public ActivityHost Host { get; }

    public SettableTime Time { get; }

    /// <summary>The activities that got in.</summary>
    public ConcurrentQueue<Activity> Turns { get; }

    /// <summary>A good request at this moment.</summary>
    public SignedRequest Good => new(Time.GetUtcNow());

    /// <summary>Starts both.</summary>
    /// <param name="prepare">Changes the issuer before the bot starts and asks it.</param>
    /// <param name="settings">On top of those that are needed.</param>
    public static async Task<SignedBot> StartAsync(Action<LocalIssuer>? prepare = null, params (string Key, string? Value)[] settings)
    {
        var issuer = await LocalIssuer.StartAsync(IssuerKey.Main, IssuerKey.Unendorsed, IssuerKey.ForWebChat, IssuerKey.Weak);
        issuer.Keys = [.. issuer.Keys, Curve(), ForEncryption()];
        prepare?.Invoke(issuer);
        var time = new SettableTime(Instant.FromUtc(2026, 11, 23, 9, 0));
        var turns = new ConcurrentQueue<Activity>();
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["MicrosoftAppId"] = SignedRequest.AppId.ToUpperInvariant(),
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppTenantId"] = SignedRequest.Tenant,
            ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.Metadata,
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var host = await ActivityHost.StartAsync(
            (turn, _) =>
            {
                turns.Enqueue(turn.Activity);
                return Task.CompletedTask;
            },
            services => services.AddSingleton<TimeProvider>(new StandingTime(time)),
            settings: all);
        return new SignedBot(issuer, host, time, turns);
    }

    /// <summary>Posts a request as it is, and checks what holds for every answer: nothing in it tells why.</summary>
    /// <returns>The status.</returns>
    public async Task<int> PostAsync(SignedRequest request)
    {
        var (status, head, body) = await RawExchange.PostAsync(
            Host.Http.BaseAddress!, request.Headers(request.Token), request.Activity.ToJsonString(), TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, body);
        Assert.Equal(status == 401, head.Contains("\r\nWWW-Authenticate: Bearer\r\n", StringComparison.Ordinal) || head.EndsWith("\r\nWWW-Authenticate: Bearer", StringComparison.Ordinal));
        return status;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    /// <summary>Shows what the test's clock shows, and nothing runs out by itself, so that a busy machine changes no result.</summary>
    private sealed class StandingTime(SettableTime time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private static JsonObject Curve() => new()
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["kid"] = "curve",
        ["x"] = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
        ["y"] = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
        ["endorsements"] = new JsonArray("msteams"),
    };

    private static JsonObject ForEncryption()
    {
        var key = IssuerKey.Main.Public();
        (key["kid"], key["use"]) = ("encryption", "enc");
        return key;
    }
}
