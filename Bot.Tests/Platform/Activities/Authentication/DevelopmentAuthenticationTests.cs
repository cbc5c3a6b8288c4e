using System.Net;
using System.Threading.Tasks;
using Bot.Platform.Activities.Authentication;
using Bot.Tests.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Bot.Tests.Platform.Activities.Authentication;

public class DevelopmentAuthenticationTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:192.168.0.2", false)]
    [InlineData("192.168.0.2", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData(null, false)]
    public async Task AuthenticateAsync_InDevelopment_OnlyThisMachine(string? address, bool accepted) =>
        Assert.Equal(accepted, await IsAcceptedAsync(Environments.Development, address, header: null));

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public async Task AuthenticateAsync_OutsideDevelopment_Nobody(string environment) =>
        Assert.False(await IsAcceptedAsync(environment, "127.0.0.1", header: null));

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-forwarded-host")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task AuthenticateAsync_Forwarded_IsRefused(string header) =>
        Assert.False(await IsAcceptedAsync(Environments.Development, "127.0.0.1", header));

    [Fact]
    public async Task AuthenticateAsync_PlaygroundHeader_ProvesNothing() =>
        Assert.False(await IsAcceptedAsync(Environments.Production, "127.0.0.1", "x-ms-agents-playground"));

    private static async Task<bool> IsAcceptedAsync(string environment, string? address, string? header)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        if (header is not null)
        {
            context.Request.Headers[header] = "true";
        }

        var (caller, fault) = await new DevelopmentAuthentication(new TestEnvironment(environment)).AuthenticateAsync(context);
        Assert.Equal(caller is null ? AuthenticationFault.NotFromThisMachine : null, fault);
        return caller is not null;
    }
}
