using System;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using Bot.Features.Calendars;
using Bot.Platform.Calendars;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using Xunit;

namespace Bot.Tests.Features.Calendars;

/// <summary>Where calendars are served.</summary>
public class CalendarAddressesTests
{
    [Theory]
    [InlineData("https://bot.example.org", "https://bot.example.org/calendar/abc.ics")]
    [InlineData("https://bot.example.org/", "https://bot.example.org/calendar/abc.ics")]
    [InlineData("https://example.org/bot/", "https://example.org/bot/calendar/abc.ics")]
    [InlineData("https://example.org:8443/bot", "https://example.org:8443/bot/calendar/abc.ics")]
    public void Of_WithAPublicAddress_IsBelowIt(string root, string address) =>
        Assert.Equal(address, Addresses(root, "Production", "http://localhost:3978").Of("abc")?.AbsoluteUri);

    [Theory]
    [InlineData("Development", "http://localhost:3978", "http://localhost:3978/calendar/abc.ics")]
    [InlineData("Development", "http://0.0.0.0:3978", null)]
    [InlineData("Development", null, null)]
    [InlineData("Production", "http://localhost:3978", null)]
    public void Of_WithoutOne_IsKnownOnTheOwnMachineOnly(string environment, string? listens, string? address)
    {
        var addresses = Addresses(null, environment, listens);
        Assert.Equal((address, address is not null), (addresses.Of("abc")?.AbsoluteUri, addresses.AreServed));
    }

    [Theory]
    [InlineData("https://bot.example.org", true)]
    [InlineData("http://localhost:3978", true)]
    [InlineData("http://bot.example.org", false)]
    [InlineData("https://bot.example.org/?a=b", false)]
    [InlineData("https://bot.example.org/#a", false)]
    [InlineData("https://me:secret@bot.example.org/", false)]
    [InlineData("bot.example.org", false)]
    [InlineData("ftp://bot.example.org", false)]
    public void Validate_TellsWhatIsNoPublicAddress(string address, bool isOne)
    {
        var options = new CalendarOptions { PublicAddress = new Uri(address, UriKind.RelativeOrAbsolute) };
        Assert.Equal(isOne, !options.Validate(new ValidationContext(options)).Any());
    }

    private static CalendarAddresses Addresses(string? root, string environment, string? listens)
    {
        var features = new FeatureCollection();
        if (listens is not null)
        {
            var listening = new Mock<IServerAddressesFeature>();
            listening.Setup(feature => feature.Addresses).Returns([listens]);
            features.Set(listening.Object);
        }

        var server = new Mock<IServer>();
        server.Setup(known => known.Features).Returns(features);
        var options = Options.Create(new CalendarOptions { PublicAddress = root is null ? null : new Uri(root) });
        return new CalendarAddresses(options, Mock.Of<IHostEnvironment>(host => host.EnvironmentName == environment), server.Object);
    }
}
