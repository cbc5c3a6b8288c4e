using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using System.Xml.Linq;
using Bot.Features.TeamsApp;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;
using BotProcess = Bot.Tests.Platform.Hosting.BotProcess;

namespace Bot.Tests.Manifest;

/// <summary>The order that makes the app package: what it writes, what it refuses and in which words.</summary>
public sealed class PackageOrderTests : IDisposable
{
    private const string Id = AppPackage.BotId;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Package_AsMade_IsFourFilesAtTheRootAndKeepsEveryRule()
    {
        Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], AppPackage.Files.Keys);
        Assert.Empty(PackageRules.Faults(AppPackage.Packed()));
    }

    [Fact]
    public void Package_MadeTwice_HasTheSameBytes() => Assert.Equal(AppPackage.Packed(), AppPackage.Packed());

    [Fact]
    public void Version_OfThePackage_IsTheProjectsOwn()
    {
        var project = XDocument.Load(Path.Combine(SampleFiles.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

        Assert.Equal(project, AppPackage.Manifest["version"]!.GetValue<string>());
    }

    [Fact]
    public void Ids_OfThePackage_AreTheBotsAndOneThatFollowsFromIt()
    {
        var manifest = AppPackage.Manifest;

        Assert.Equal(Id, manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(PackageRequest.OwnIdOf(Guid.Parse(Id)).ToString("D"), manifest["id"]!.GetValue<string>());
        // Written down: if it ever changed, Teams would take the next package for another app.
        Assert.Equal("fa3bdfd8-0a6d-8b67-8502-c6c41d2facc9", manifest["id"]!.GetValue<string>());
        Assert.NotEqual(manifest["id"]!.GetValue<string>(), ManifestOf("--app-id", "8d0d5f6a-8a51-4b7b-8e0e-3f5f4c1a9b22")["id"]!.GetValue<string>());
        Assert.Equal("5c1f0a4e-2b1d-4c0c-9a53-0d3b2b6f1e11", ManifestOf("--teams-app-id", "5c1f0a4e-2b1d-4c0c-9a53-0d3b2b6f1e11")["id"]!.GetValue<string>());
    }

    [Fact]
    public void Developer_WhereNothingIsSaid_IsTheHostAndItsOwnPage()
    {
        Assert.Equal(
            ["bot.example.org", "https://bot.example.org/about", "https://bot.example.org/about#privacy", "https://bot.example.org/about#terms"],
            AppPackage.Manifest["developer"]!.AsObject().Select(field => field.Value!.GetValue<string>()));
    }

    [Fact]
    public void Developer_AsSaid_StandsInTheManifest()
    {
        var developer = ManifestOf(
            "--developer-name", "Bündnis \"Mitte\" ${BOT_ID}", "--website", "https://example.org", "--privacy", "https://example.org/datenschutz", "--terms", "https://example.org/nutzung?a=1&b=2")["developer"]!;

        Assert.Equal("Bündnis \"Mitte\" ${BOT_ID}", developer["name"]!.GetValue<string>());
        Assert.Equal("https://example.org/nutzung?a=1&b=2", developer["termsOfUseUrl"]!.GetValue<string>());
    }

    /// <summary>The bot needs none: it reads only what mentions it or is written to it, and learns who is in a chat from the Connector.</summary>
    [Fact]
    public void Permissions_OfThePackage_AreNone() =>
        Assert.DoesNotContain(AppPackage.Manifest, field => field.Key is "authorization" or "permissions" or "webApplicationInfo");

    [Theory]
    [InlineData("", "--app-id is missing", "--host is missing")]
    [InlineData("--app-id 7d0d5f6a --host bot.example.org", "--app-id: 7d0d5f6a is not a GUID")]
    [InlineData("--app-id 00000000-0000-0000-0000-000000000000 --host bot.example.org", "is not a GUID")]
    [InlineData($"--app-id {Id} --host bot.example.org --teams-app-id x", "--teams-app-id: x is not a GUID")]
    [InlineData($"--app-id {Id} --host https://bot.example.org", "--host: https://bot.example.org is not a whole host name")]
    [InlineData($"--app-id {Id} --host bot.example.org/", "is not a whole host name")]
    [InlineData($"--app-id {Id} --host bot.example.org:443", "is not a whole host name")]
    [InlineData($"--app-id {Id} --host *.example.org", "is not a whole host name")]
    [InlineData($"--app-id {Id} --host localhost", "is not a whole host name")]
    [InlineData($"--app-id {Id} --host 192.0.2.1", "is not a whole host name")]
    [InlineData($"--app-id {Id} --host bot..example.org", "is not a whole host name")]
    [InlineData($"--app-id {Id} --host bot.example.org --developer-name 123456789012345678901234567890123", "--developer-name needs a name of 1 to 32 characters")]
    [InlineData($"--app-id {Id} --host bot.example.org --privacy http://example.org", "--privacy: http://example.org is not a whole https address")]
    [InlineData($"--app-id {Id} --host bot.example.org --terms example.org", "--terms: example.org is not a whole https address")]
    public async Task Run_WithWrongWords_WritesNothingAndNamesEach(string words, params string[] faults)
    {
        var (code, _, errors) = await RunAsync(["--language", "en", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(PackageOrder.WrongWords, code);
        Assert.Equal(["No package was written:"], errors.Take(1));
        Assert.Equal(faults.Length, errors.Length - 1);
        Assert.All(faults.Zip(errors.Skip(1)), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Run_InGerman_AnswersInGerman()
    {
        var (code, _, errors) = await RunAsync(["--language", "de", "--app-id", "x", "--host", "bot.example.org"]);

        Assert.Equal((2, "- --app-id: x ist keine GUID wie 7d0d5f6a-8a51-4b7b-8e0e-3f5f4c1a9b22."), (code, errors[1]));
    }

    [Fact]
    public async Task Run_WithUmlautsInTheHost_WritesThemAsTheInternetDoes()
    {
        var (code, _, _) = await RunAsync(["--app-id", Id, "--host", "Bündnis.example.org"]);

        var manifest = JsonNode.Parse(AppPackage.Unpack(await File.ReadAllBytesAsync(folder.File("koordinationsbot.zip"), TestContext.Current.CancellationToken))["manifest.json"])!;
        Assert.Equal((0, "xn--bndnis-3ya.example.org"), (code, manifest["validDomains"]![0]!.GetValue<string>()));
    }

    [Fact]
    public async Task Run_WithTheSettingsAppIdAndLinks_TakesThem()
    {
        var options = new PackageOptions { DeveloperName = "Bündnis Musterstadt", Privacy = new Uri("https://example.org/datenschutz") };
        var (code, output, _) = await RunAsync(["--host", "bot.example.org", "--language", "en"], options, Id);

        var manifest = JsonNode.Parse(AppPackage.Unpack(await File.ReadAllBytesAsync(folder.File("koordinationsbot.zip"), TestContext.Current.CancellationToken))["manifest.json"])!;
        Assert.Equal(
            (0, Id, "Bündnis Musterstadt", "https://example.org/datenschutz"),
            (code, manifest["bots"]![0]!["botId"]!.GetValue<string>(), manifest["developer"]!["name"]!.GetValue<string>(), manifest["developer"]!["privacyUrl"]!.GetValue<string>()));
        Assert.Contains("is written", output[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("https://name:secret@example.org")]
    public void Options_ALinkTeamsRefuses_StopTheStart(string link) =>
        Assert.Equal("Package:Terms must be a whole https address such as https://example.org", Assert.Single(new PackageOptionsValidator().Validate(null, new PackageOptions { Terms = new Uri(link) }).Failures!));

    /// <summary>As an administrator does it, from a folder of its own, with nothing else beside.</summary>
    [Fact]
    public async Task Process_WithIdAndHost_WritesThePackage_AndWithoutEndsWithTwo()
    {
        var made = await BotProcess.RunAsync(
            folder.Path, "Production", ["package", "--app-id", Id, "--host", "bot.example.org", "--out", "here.zip", "--language", "de"], TestContext.Current.CancellationToken);

        Assert.Equal((0, 0), (made.ExitCode, made.Errors.Count));
        Assert.StartsWith(folder.File("here.zip") + " ist geschrieben:", made.Output[0], StringComparison.Ordinal);
        Assert.Equal(AppPackage.Packed(), await File.ReadAllBytesAsync(folder.File("here.zip"), TestContext.Current.CancellationToken));
        Assert.Equal([folder.File("here.zip")], Directory.EnumerateFileSystemEntries(folder.Path));

        var refused = await BotProcess.RunAsync(folder.Path, "Production", ["package", "--host", "https://bot.example.org", "--language", "en"], TestContext.Current.CancellationToken);
        Assert.Equal((2, 0, 3), (refused.ExitCode, refused.Output.Count, refused.Errors.Count));
    }

    private static JsonObject ManifestOf(params string[] words) => JsonNode.Parse(AppPackage.Unpack(AppPackage.Packed(words))["manifest.json"])!.AsObject();

    private async Task<(int Code, string[] Output, string[] Errors)> RunAsync(string[] words, PackageOptions? options = null, string registered = "")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("MicrosoftAppId", registered)]).Build();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await new PackageOrder(Options.Create(options ?? new PackageOptions()), configuration)
            .RunAsync(PackageOrder.Read([.. words, "--out", folder.File("koordinationsbot.zip")]), output, errors, TestContext.Current.CancellationToken);
        return (code, Lines(output), Lines(errors));
    }

    private static string[] Lines(StringWriter written) => written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
