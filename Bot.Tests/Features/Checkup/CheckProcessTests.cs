using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Platform.Activities;
using Bot.Tests.Platform.Activities.Authentication;
using Bot.Tests.TestSupport;
using Xunit;
using BotProcess = Bot.Tests.Platform.Hosting.BotProcess;

namespace Bot.Tests.Features.Checkup;

/// <summary>The order <c>check</c> as an administrator gives it: a real process, where all is well and where nothing is.</summary>
public sealed class CheckProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    /// <summary>With keys, an identity endpoint as in App Service, and a store on this machine.</summary>
    [Fact]
    public async Task Check_WhereAllIsWell_SaysSoAndEndsWithZero()
    {
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        var until = TimeProvider.System.GetUtcNow().AddHours(2).ToUnixTimeSeconds();
        await using var identity = await LoopbackServer.StartAsync(200, $$"""{"access_token":"secret-token","expires_on":"{{until}}","resource":"https://api.botframework.com","token_type":"Bearer","client_id":"{{CheckScene.AppId}}"}""");

        var ended = await BotProcess.RunAsync(
            folder.Path, "Development",
            ["check", "--language", "de", "--MicrosoftAppId=" + CheckScene.AppId, "--MicrosoftAppType=UserAssignedMSI", "--MicrosoftAppTenantId=" + CheckScene.Tenant, "--ToBotFromChannelOpenIdMetadataUrl=" + issuer.Metadata, $"--urls=http://127.0.0.1:{NodePeers.FreePort()}"],
            Cancellation,
            new Dictionary<string, string> { ["IDENTITY_ENDPOINT"] = identity.Url + "/msi/token", ["IDENTITY_HEADER"] = "header-secret" });

        Assert.Equal("Alles, was geprüft wurde, ist in Ordnung.", ended.Output[^1]);
        Assert.Equal((0, 0), (ended.ExitCode, ended.Errors.Count));
        Assert.Contains("ok       Token des Bots: Entra gibt eines, mit MicrosoftAppType UserAssignedMSI.", ended.Output);
        Assert.DoesNotContain(ended.Output, line => line.Contains("secret", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Check_WhereMuchIsWrong_NamesEachAndEndsWithOne()
    {
        await File.WriteAllTextAsync(folder.File("data"), "a file in the folder's place", Cancellation);

        var ended = await BotProcess.RunAsync(folder.Path, "Production", ["check", "--language", "en", "--Tabels:DataFolder=x"], Cancellation);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(ended.Output, line => line.StartsWith("WRONG    Settings: Tabels is not a setting.", StringComparison.Ordinal));
        Assert.Contains(ended.Output, line => line.StartsWith("WRONG    Settings: MicrosoftAppId is not set.", StringComparison.Ordinal));
        Assert.Contains(ended.Output, line => line.StartsWith("WRONG    Store: ", StringComparison.Ordinal) && line.Contains("Tables:DataFolder", StringComparison.Ordinal));
        Assert.Equal("3 wrong, 0 warnings.", ended.Output[^1]);
    }

    /// <summary>As in a container image without language data, where not one sentence can be said.</summary>
    [Fact]
    public async Task Check_WithoutLanguageData_SaysWhatIsMissing()
    {
        var ended = await BotProcess.RunAsync(
            folder.Path, "Development", ["check"], Cancellation, new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" });

        Assert.Equal((1, 1, 0), (ended.ExitCode, ended.Output.Count, ended.Errors.Count));
        Assert.Contains("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", ended.Output[0], StringComparison.Ordinal);
    }
}
