using System;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Files;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using Xunit;

namespace Bot.Tests.Platform.Activities.Files;

public sealed class FileUploadTests
{
    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/x/_api/upload?guid='1'", true)]
    [InlineData("https://CONTOSO.SharePoint.com/x", true)]
    [InlineData("https://a.files.example.org/x", true)]
    [InlineData("https://sharepoint.com/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/x", false)]
    [InlineData("https://contoso.sharepoint.com:8443/x", false)]
    [InlineData("https://user@contoso.sharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com/x#y", false)]
    [InlineData("http://contoso.sharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.us/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("http://localhost:1/x", false)]
    [InlineData("ftp://contoso.sharepoint.com/x", false)]
    [InlineData("/x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsAllowed_InProduction_OnlyHttpsBelowAListedDomain(string? url, bool allowed)
    {
        using var upload = Upload(Environments.Production);
        Assert.Equal(allowed, upload.IsAllowed(url));
    }

    [Theory]
    [InlineData("Public", "https://x.sharepoint.com/")]
    [InlineData("Gcc", "https://x.sharepoint.com/")]
    [InlineData("GccHigh", "https://x.sharepoint.us/")]
    [InlineData("Dod", "https://x.sharepoint-mil.us/")]
    [InlineData("China", "https://x.sharepoint.cn/")]
    public void IsAllowed_InEachCloud_ItsOwnDomain(string cloud, string url)
    {
        using var upload = Upload(Environments.Production, cloud);
        Assert.True(upload.IsAllowed(url));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(FileUpload.Largest + 1)]
    public async Task PutAsync_EmptyOrTooLarge_IsRefusedBeforeItIsSent(int size)
    {
        using var upload = Upload(Environments.Development);
        await Assert.ThrowsAsync<ArgumentException>(() => upload.PutAsync("http://127.0.0.1:1/x", new byte[size], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task PutAsync_LargestFile_Arrives()
    {
        await using var drive = await LoopbackServer.StartAsync(201);
        using var upload = Upload(Environments.Development);
        await upload.PutAsync(drive.Url + "/x", new byte[FileUpload.Largest], TestContext.Current.CancellationToken);
        Assert.Equal($"bytes 0-{FileUpload.Largest - 1}/{FileUpload.Largest}", drive.Single.Headers["Content-Range"]);
    }

    [Theory]
    [InlineData("sharepoint.com", true)]
    [InlineData("*.sharepoint.com", false)]
    [InlineData("https://sharepoint.com", false)]
    [InlineData("com", false)]
    [InlineData("10.0.0.1", false)]
    public void Validate_ADomain_MustBeAWholeName(string domain, bool valid)
    {
        var options = new UploadOptions();
        options.UploadDomains.Add(domain);
        Assert.Equal(valid, new UploadOptionsValidator().Validate(null, options).Succeeded);
    }

    private static FileUpload Upload(string environment, string cloud = "")
    {
        var options = new UploadOptions();
        options.UploadDomains.Add("files.example.org");
        return new FileUpload(
            Options.Create(new ActivityOptions { Cloud = cloud }), Options.Create(options), Mock.Of<IHostEnvironment>(host => host.EnvironmentName == environment));
    }
}
