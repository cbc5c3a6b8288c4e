using System;
using Bot.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Hosting;

public class ServerOptionsTests
{
    [Fact]
    public void Limits_ByDefault_AreThoseOfAChannelThatSendsAtOnce()
    {
        var limits = LimitsOf();

        Assert.Equal((4096, 16_384, 2000L), (limits.MaxRequestLineSize, limits.MaxRequestHeadersTotalSize, limits.MaxConcurrentConnections));
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(120)), (limits.RequestHeadersTimeout, limits.KeepAliveTimeout));
        Assert.Equal((240, TimeSpan.FromSeconds(5)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
    }

    [Fact]
    public void Limits_AsSet_AreTheWebServers()
    {
        var limits = LimitsOf("--Server:Connections=10", "--Server:HeaderSeconds=1", "--Server:IdleSeconds=2", "--Server:CrawlSeconds=3");

        Assert.Equal((10L, 1.0, 2.0, 3.0), (limits.MaxConcurrentConnections, limits.RequestHeadersTimeout.TotalSeconds, limits.KeepAliveTimeout.TotalSeconds, limits.MinRequestBodyDataRate!.GracePeriod.TotalSeconds));
    }

    [Theory]
    [InlineData("Connections", "9")]
    [InlineData("Connections", "100001")]
    [InlineData("HeaderSeconds", "0")]
    [InlineData("HeaderSeconds", "121")]
    [InlineData("IdleSeconds", "0")]
    [InlineData("CrawlSeconds", "1")]
    public void Limits_OutOfRange_StopTheStartAndAreNamed(string key, string value)
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => LimitsOf($"--Server:{key}={value}"));

        Assert.Contains("Server:" + key, Assert.Single(StartFault.Of(thrown)), StringComparison.Ordinal);
    }

    private static KestrelServerLimits LimitsOf(params string[] arguments)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddCommandLine(arguments);
        using var services = builder.AddHosting().Services.BuildServiceProvider();
        // As the start does, before anything listens.
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
    }
}
