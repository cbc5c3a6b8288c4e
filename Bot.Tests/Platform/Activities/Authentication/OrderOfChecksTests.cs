using System;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>Who asks is told before what is asked: a stranger makes the bot neither wait for a body nor look into one.</summary>
public sealed class OrderOfChecksTests : IAsyncLifetime
{
    private const string Json = "Content-Type: application/json; charset=utf-8";
    private SignedBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await SignedBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Post_ForgedWithABodyThatNeverComes_IsAnsweredAtOnce() =>
        Assert.Equal(401, await StatusAsync(Forged(), Json, 200 * 1024, []));

    [Fact]
    public async Task Post_ForgedThatAsksWhetherToGoOn_IsNotToldToGoOn() =>
        Assert.Equal(401, await StatusAsync(Forged(), Json + "\r\nExpect: 100-continue", 200 * 1024, []));

    [Theory]
    [InlineData("Content-Type: text/plain", "x", 415)]
    [InlineData(Json, "{", 400)]
    [InlineData(Json, "{}", 400)]
    public async Task Post_Unreadable_IsToldOnlyToTheChannel(string type, string body, int status)
    {
        Assert.Equal(status, await StatusAsync(bot.Good, type, body.Length, Encoding.UTF8.GetBytes(body)));
        Assert.Equal(401, await StatusAsync(Forged(), type, body.Length, Encoding.UTF8.GetBytes(body)));
        Assert.Empty(bot.Turns);
    }

    [Fact]
    public async Task Post_TooLong_IsToldOnlyToTheChannel()
    {
        Assert.Equal(413, await StatusAsync(bot.Good, Json, (256 * 1024) + 1, []));
        Assert.Equal(401, await StatusAsync(Forged(), Json, (256 * 1024) + 1, []));
    }

    [Fact]
    public async Task Post_UnsignedFromThisMachine_IsRefusedWhereThereIsAnAppId()
    {
        var request = bot.Good;
        request.Headers = _ => [];

        Assert.Equal(401, await bot.PostAsync(request));
    }

    [Fact]
    public async Task Post_Refused_LogsTheActivityOnlyOnceItIsFromTheChannel()
    {
        await bot.PostAsync(Forged());
        Assert.DoesNotContain(SignedRequest.ActivityId, bot.Host.Log.Everything, StringComparison.Ordinal);

        var foreign = bot.Good;
        foreign.Activity["channelId"] = "webchat";
        await bot.PostAsync(foreign);
        Assert.Contains($"Activity {SignedRequest.ActivityId} was refused: ForeignChannel.", bot.Host.Log.Everything, StringComparison.Ordinal);
    }

    private SignedRequest Forged()
    {
        var request = bot.Good;
        request.Sign = SignedRequest.By(IssuerKey.Attacker);
        return request;
    }

    private async Task<int> StatusAsync(SignedRequest request, string header, long announced, byte[] body)
    {
        var (status, _, content) = await RawExchange.SendAsync(
            bot.Host.Http.BaseAddress!, request.Headers(request.Token), header, announced, body, TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, content);
        return status;
    }
}
