using Microsoft.Extensions.Hosting;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

public class ServiceUrlsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/t/", true)]
    [InlineData("https://SMBA.trafficmanager.net", true)]
    [InlineData("https://smba.trafficmanager.net:443/x", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evil@smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net/?a=b", false)]
    [InlineData("https://smba.trafficmanager.net/#a", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("http://127.0.0.1:56150/_connector", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("/relative", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsAllowed_InProduction_OnlyListedHostsOverHttps(string? url, bool allowed) =>
        Assert.Equal(allowed, TestServiceUrls.In(Environments.Production).IsAllowed(url));

    [Theory]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://localhost:1/", true)]
    [InlineData("http://[::1]:1/", true)]
    [InlineData("https://localhost/", true)]
    [InlineData("https://smba.trafficmanager.net/", true)]
    [InlineData("http://192.168.0.1/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://a@localhost/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void IsAllowed_InDevelopment_AlsoThisMachine(string url, bool allowed) =>
        Assert.Equal(allowed, TestServiceUrls.In(Environments.Development).IsAllowed(url));
}
