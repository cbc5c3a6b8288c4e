using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Tests.Samples;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>What is published, and the image it is put into, fit the project. Publishing itself takes minutes; <c>.ci/publish</c> does it.</summary>
public class PublishTests
{
    private static readonly string Image = File.ReadAllText(Path.Combine(TemplateFiles.Folder, "Containerfile"));

    [Theory]
    [InlineData("linux", true)]
    [InlineData("azure", false)]
    public void Profile_CompilesAhead_ForWhatTheLockFileHolds(string profile, bool holdsRuntime)
    {
        Assert.Equal("true", Property(profile, "PublishReadyToRun"));
        Assert.Equal(holdsRuntime, bool.Parse(Property(profile, "SelfContained")));
        Assert.Equal($"bin/publish/{profile}/", Property(profile, "PublishDir"));
        foreach (var project in new[] { "Bot", "Bot/Domain" })
        {
            using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(SampleFiles.Root, project, "packages.lock.json")));
            Assert.True(locked.RootElement.GetProperty("dependencies").TryGetProperty("net10.0/" + Property(profile, "RuntimeIdentifier"), out _), project);
        }
    }

    [Fact]
    public void Image_TakesWhatIsPublished_AndStartsIt()
    {
        Assert.Contains($"/source/Bot/{Property("azure", "PublishDir")} ./\n", Image, StringComparison.Ordinal);
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"Bot.dll\"]", Image, StringComparison.Ordinal);
        Assert.Contains("appCommandLine: 'dotnet Bot.dll'", File.ReadAllText(TemplateFiles.PathOf("modules/web.bicep")), StringComparison.Ordinal);
        Assert.Equal("Bot", typeof(Bot.Platform.Hosting.ServerOptions).Assembly.GetName().Name);
    }

    /// <summary>Everything the build reads beside the bot's own folder: an image was once without the analyzers' settings and the parts of the app package, and could not be built.</summary>
    [Fact]
    public void Image_HoldsWhateverTheBuildReadsAtTheTop()
    {
        var copied = Image.Split('\n').Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToHashSet(StringComparer.Ordinal);
        var files = Directory.GetFiles(SampleFiles.Root).Select(Path.GetFileName).Where(name => name is ".editorconfig" or "global.json" || name!.StartsWith("Directory.", StringComparison.Ordinal));
        var folders = XDocument.Load(Path.Combine(SampleFiles.Root, "Bot", "Bot.csproj")).Descendants().Attributes("Include").SelectMany(include => include.Value.Split(';'))
            .Where(path => path.StartsWith("../", StringComparison.Ordinal)).Select(path => path.Split('/')[1] + "/").Append("Bot/").ToList();

        Assert.Contains("manifest/", folders);
        Assert.Empty(files.Concat(folders).Except(copied));
    }

    /// <summary>The framework of the project, of the image and of App Service are one.</summary>
    [Fact]
    public void Framework_IsTheSame_Everywhere()
    {
        var version = XDocument.Load(Path.Combine(SampleFiles.Root, "Directory.Build.props")).Descendants("TargetFramework").Single().Value["net".Length..];

        Assert.Contains($"dotnet/sdk:{version} ", Image, StringComparison.Ordinal);
        Assert.Contains($"dotnet/aspnet:{version}-", Image, StringComparison.Ordinal);
        Assert.Contains($"DOTNETCORE|{version}'", File.ReadAllText(TemplateFiles.PathOf("modules/web.bicep")), StringComparison.Ordinal);
    }

    /// <summary>An image without ICU would speak no German, and one without time zones would not know Berlin.</summary>
    [Fact]
    public void Image_RunsAsNobodyInParticular_WithLanguagesAndTimeZones()
    {
        var user = int.Parse(Regex.Match(Image, "^USER (?<id>[0-9]+)$", RegexOptions.Multiline, TimeSpan.FromSeconds(2)).Groups["id"].Value, CultureInfo.InvariantCulture);

        Assert.True(user > 0, "The image runs as root.");
        Assert.Contains($"--chown={user}:{user} /data/ /data/", Image, StringComparison.Ordinal);
        Assert.Contains("Tables__DataFolder=/data", Image, StringComparison.Ordinal);
        Assert.Contains("-chiseled-extra", Image, StringComparison.Ordinal);
        Assert.DoesNotContain("InvariantGlobalization=true", Image, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Image_ListensWhereItSays_AndWhereTheReadmeSendsPeople()
    {
        var port = Regex.Match(Image, "^EXPOSE (?<port>[0-9]+)$", RegexOptions.Multiline, TimeSpan.FromSeconds(2)).Groups["port"].Value;

        Assert.Contains($"ASPNETCORE_URLS=http://+:{port} ", Image, StringComparison.Ordinal);
        Assert.Contains($":{port} ", File.ReadAllLines(Path.Combine(TemplateFiles.Folder, "README.md")).Single(line => line.Contains("podman run", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static string Property(string profile, string name) =>
        XDocument.Load(Path.Combine(SampleFiles.Root, "Bot", "Properties", "PublishProfiles", profile + ".pubxml")).Descendants(name).Single().Value;
}
