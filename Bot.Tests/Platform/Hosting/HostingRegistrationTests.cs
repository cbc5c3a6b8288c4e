using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bot.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Hosting;

public class HostingRegistrationTests
{
    [Theory]
    [InlineData("http://localhost:3978")]
    [InlineData("http://127.0.0.1:5005", "--urls", "http://127.0.0.1:5005")]
    [InlineData("http://localhost:1;http://localhost:2", "--Urls=http://localhost:1;http://localhost:2")]
    [InlineData(null, "--Http_Ports=8080")]
    [InlineData(null, "--Https_Ports=8443")]
    [InlineData(null, "--Kestrel:Endpoints:Http:Url=http://localhost:7")]
    public void AddHosting_AnyWayToGiveTheAddress_IsRespected(string? urls, params string[] arguments) =>
        Assert.Equal(urls, Builder(arguments).WebHost.GetSetting(WebHostDefaults.ServerUrlsKey));

    [Fact]
    public void AddHosting_LargestBody_Is256Kibibytes()
    {
        using var services = Builder([]).Services.BuildServiceProvider();

        Assert.Equal(262_144, services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);
        Assert.False(services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.AddServerHeader);
    }

    [Fact]
    public void AddHosting_TwoMisspeltSettings_NamesBoth()
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Builder(["--Tabels:A=1", "--Playground:Ports=1"]));

        Assert.Equal(2, StartFault.Of(thrown).Count);
    }

    [Fact]
    public void Of_FaultsOthersCanMend_AreToldInTheirWords()
    {
        Assert.Equal(["No room."], StartFault.Of(new IOException("No room.")));
        Assert.Equal(["a", "b"], StartFault.Of(new AggregateException(Wrong("a"), Wrong("b"))));
        Assert.StartsWith("Taken. Another program", StartFault.Of(new IOException("Taken.", new AddressInUseException("x"))).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ABug_IsNotToldAsAFaultOfTheSettings()
    {
        Assert.Empty(StartFault.Of(new InvalidOperationException("x")));
        Assert.Empty(StartFault.Of(new KeyNotFoundException("x")));
        Assert.Empty(StartFault.Of(new AggregateException(Wrong("a"), new InvalidOperationException("x"))));
    }

    private static OptionsValidationException Wrong(string fault) => new(string.Empty, typeof(object), [fault]);

    private static WebApplicationBuilder Builder(string[] arguments)
    {
        // Empty, so that nothing of this machine gets in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddCommandLine(arguments);
        return builder.AddHosting();
    }
}
