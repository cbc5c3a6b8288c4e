using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>Everything in <see cref="Forgery.All"/> against the real endpoint: none gets in, and the log says why without quoting the token.</summary>
public sealed class ForgedTokenTests : IAsyncLifetime
{
    private SignedBot bot = null!;

    public static TheoryData<string> Names => [.. Forgery.All.Keys];

    public async ValueTask InitializeAsync() => bot = await SignedBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Post_Forged_IsRefusedAndOnlyTheLogSaysWhy(string name)
    {
        var forgery = Forgery.All[name];
        var request = forgery.Make(bot.Time.GetUtcNow());

        var status = await bot.PostAsync(request);

        Assert.Equal(forgery.Status, status);
        Assert.Empty(bot.Turns);
        Assert.Empty(bot.Host.Log.Errors);
        Assert.Contains($"{forgery.Fault}.", bot.Host.Log.Everything, StringComparison.Ordinal);
        AssertQuotesNothing(request);
    }

    [Fact]
    public async Task Post_TheSameUnspoilt_GetsIn()
    {
        Assert.Equal(200, await bot.PostAsync(bot.Good));

        Assert.Equal(SignedRequest.ActivityId, Assert.Single(bot.Turns).Id);
    }

    [Fact]
    public void All_AreMoreThanFortyKindsAndEachFaultOfASignedRequestIsAmongThem()
    {
        Assert.InRange(Forgery.All.Count, 100, 200);
        Assert.Equal(
            Enum.GetValues<Bot.Platform.Activities.Authentication.AuthenticationFault>().Where(fault => fault.ToString() is not ("NotFromThisMachine" or "NoKeys")),
            Forgery.All.Values.Select(forgery => forgery.Fault).Distinct().Order());
    }

    private void AssertQuotesNothing(SignedRequest request)
    {
        var log = bot.Host.Log.Everything;
        Assert.All(request.Token.Split('.').Where(part => part.Length > 10), part => Assert.DoesNotContain(part, log, StringComparison.Ordinal));
        Assert.DoesNotContain("evil.example", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Hilfe", log, StringComparison.Ordinal);
    }
}
