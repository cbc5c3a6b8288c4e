using System.Linq;
using Bot.Platform.Activities;
using Xunit;

namespace Bot.Tests.Platform.Activities;

public class ChannelCloudTests
{
    [Theory]
    [InlineData("", "", "Public")]
    [InlineData("", "https://botframework.azure.us", "GccHigh")]
    [InlineData("", "https://botframework.azure.us/", "GccHigh")]
    [InlineData("", "https://botframework.azure.cn", "China")]
    [InlineData("", "https://botframework.example", null)]
    [InlineData("dod", "", "Dod")]
    [InlineData("Dod", "https://botframework.azure.us", "Dod")]
    [InlineData("Gcc", "", "Gcc")]
    [InlineData("China", "https://botframework.azure.us", null)]
    [InlineData("Public", "https://botframework.azure.us", null)]
    [InlineData("Mars", "", null)]
    public void Of_Settings_ChoosesOneCloudOrNone(string cloud, string channelService, string? chosen) =>
        Assert.Equal(chosen, ChannelCloud.Of(new ActivityOptions { Cloud = cloud, ChannelService = channelService })?.Name);

    [Fact]
    public void All_Clouds_NameOnlyHttpsAndTheirOwnHost() =>
        Assert.All(ChannelCloud.All, cloud =>
        {
            Assert.Equal("https", cloud.OpenIdMetadata.Scheme);
            Assert.Equal("https", cloud.LoginHost.Scheme);
            Assert.EndsWith("/.default", cloud.ConnectorScope, System.StringComparison.Ordinal);
            Assert.True(cloud.ServiceUrl is null || cloud.ServiceHosts.Contains(cloud.ServiceUrl.Host));
        });
}
