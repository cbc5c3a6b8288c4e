using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Identity;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Activities.Connector.Credentials;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector.Credentials;

/// <summary>How long a token is kept, and when another is asked for.</summary>
public sealed class EntraTokenTests : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly DrivenTime time = DrivenTime.Start();
    private readonly TestCredential credential;
    private readonly LogLines log = new();
    private readonly EntraToken token;
    private int made;

    public EntraTokenTests()
    {
        credential = new TestCredential(time);
        token = new EntraToken(
            () =>
            {
                made++;
                return credential;
            },
            "https://api.botframework.com/.default",
            time,
            new LoggerFactory([log]).CreateLogger<EntraToken>());
    }

    public void Dispose() => log.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_WhileItIsYoung_AsksOnce()
    {
        Assert.Equal("t1", await token.GetAsync(Token));
        time.Pass(Lifetime - EntraToken.Early - TimeSpan.FromSeconds(1));
        Assert.Equal("t1", await token.GetAsync(Token));

        Assert.Equal(["https://api.botframework.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task Get_FiveMinutesBeforeTheEnd_GivesTheOldOneAndRenewsBehind()
    {
        await token.GetAsync(Token);
        credential.Holds = true;
        time.Pass(Lifetime - EntraToken.Early);

        Assert.Equal(("t1", "t1"), (await token.GetAsync(Token), await token.GetAsync(Token)));
        await UntilAsync(() => credential.Asked == 2);
        credential.Release();
        await UntilAsync(async () => await token.GetAsync(Token) == "t2");
        Assert.Equal(2, credential.Asked);
    }

    [Fact]
    public async Task Get_RenewalFails_KeepsTheOldOneAndTriesAgainAfterAPause()
    {
        await token.GetAsync(Token);
        credential.Failure = new AuthenticationFailedException("AADSTS90033: away");
        time.Pass(Lifetime - EntraToken.Early);
        Assert.Equal("t1", await token.GetAsync(Token));
        await UntilAsync(() => log.Errors.Count == 1);
        Assert.Equal("t1", await token.GetAsync(Token));
        Assert.Equal(2, credential.Asked);

        credential.Failure = null;
        time.Pass(EntraToken.Pause);
        Assert.Equal("t1", await token.GetAsync(Token));
        await UntilAsync(async () => await token.GetAsync(Token) == "t3");
    }

    [Fact]
    public async Task Get_RenewalFailsUntilTheEnd_ThrowsFromThenOn()
    {
        await token.GetAsync(Token);
        credential.Failure = new AuthenticationFailedException("AADSTS7000215: Invalid client secret provided: hunter2");
        time.Pass(Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal("t1", await token.GetAsync(Token));
        time.Pass(TimeSpan.FromSeconds(1));

        var thrown = await Assert.ThrowsAsync<ConnectorException>(() => token.GetAsync(Token).AsTask());

        Assert.Equal((ConnectorOutcome.CheckRegistration, ConnectorException.NoToken), (thrown.Outcome, thrown.Code));
        Assert.Contains("AADSTS7000215", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", thrown + log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByManyAtOnce_AsksOnceForAll()
    {
        credential.Holds = true;
        var all = Enumerable.Range(0, 50).Select(_ => token.GetAsync(Token).AsTask()).ToList();
        credential.Release();

        Assert.All(await Task.WhenAll(all), each => Assert.Equal("t1", each));
        Assert.Equal(1, credential.Asked);
    }

    [Fact]
    public async Task Get_OneOfManyGivesUp_TheOthersStillGetIt()
    {
        credential.Holds = true;
        using var impatient = new CancellationTokenSource();
        var one = token.GetAsync(impatient.Token).AsTask();
        var other = token.GetAsync(Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        credential.Release();

        Assert.Equal("t1", await other);
    }

    [Fact]
    public async Task Drop_TheCurrentOne_AsksAnewWithAFreshCredentialPastEveryCache()
    {
        await token.GetAsync(Token);
        token.Drop("t1");

        Assert.Equal("t2", await token.GetAsync(Token));
        Assert.Equal((2, "{}"), (made, credential.LastClaims));
    }

    [Fact]
    public async Task Drop_AnOldOne_ChangesNothing()
    {
        await token.GetAsync(Token);
        token.Drop("t0");

        Assert.Equal("t1", await token.GetAsync(Token));
    }

    [Fact]
    public async Task Get_EntraAsksForAnEarlierRenewal_IsDoneThen()
    {
        credential.RefreshAfter = TimeSpan.FromMinutes(20);
        await token.GetAsync(Token);
        time.Pass(TimeSpan.FromMinutes(20));
        await token.GetAsync(Token);

        await UntilAsync(() => credential.Asked == 2);
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Yield();
        }
    }

    private sealed class TestCredential(TimeProvider time) : TokenCredential
    {
        private readonly List<string> scopes = [];
        private TaskCompletionSource? held;

        public int Asked => scopes.Count;

        public IReadOnlyList<string> Scopes => scopes;

        public Exception? Failure { get; set; }

        public TimeSpan? RefreshAfter { get; set; }

        public string? LastClaims { get; private set; }

        public bool Holds
        {
            set => held = value ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
        }

        public void Release() => held!.SetResult();

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            scopes.Add(requestContext.Scopes.Single());
            LastClaims = requestContext.Claims;
            var number = scopes.Count;
            await (held?.Task ?? Task.CompletedTask);
            var now = time.GetUtcNow();
            return Failure is null
                ? new AccessToken("t" + number.ToString(CultureInfo.InvariantCulture), now + Lifetime, RefreshAfter is { } after ? now + after : null)
                : throw Failure;
        }
    }
}
