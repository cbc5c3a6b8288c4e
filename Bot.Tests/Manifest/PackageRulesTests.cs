using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bot.Features.TeamsApp;
using Xunit;

namespace Bot.Tests.Manifest;

/// <summary>Each rule of Teams for packages, broken once.</summary>
public class PackageRulesTests
{
    [Theory]
    [InlineData("\"version\": \"", "\"version\": \"v", "version is not of three numbers")]
    [InlineData("\"version\": \"0.", "\"version\": \"0.0.", "version is not of three numbers")]
    [InlineData("\"botId\": \"7d0d5f6a", "\"botId\": \"28:7d0d5f6a", "bots[0].botId is no GUID")]
    [InlineData("https://bot.example.org/about#terms", "http://bot.example.org/about#terms", "developer.termsOfUseUrl is no https address")]
    [InlineData("https://bot.example.org/about#privacy", "${PRIVACY_URL}", "manifest.json holds a place nobody filled in")]
    [InlineData("\"name\": \"bot.example.org\"", "\"name\": \"\"", "developer.name has not 1 to 32 characters")]
    [InlineData("    \"bot.example.org\"", "    \"https://bot.example.org\"", "validDomains holds no host name")]
    [InlineData("\"short\": \"Koordinationsbot\"", "\"short\": \"Ein Name, der für die Liste der Apps zu lang ist\"", "name.short has not 1 to 30 characters")]
    [InlineData("\"title\": \"Hilfe\"", "\"title\": \"Hilfe, aber mit viel zu vielen Worten\"", "bots[0].commandLists[0].commands[9].title has not 1 to 32 characters")]
    [InlineData("\"title\": \"Hilfe\"", "\"titel\": \"Hilfe\"", "en.json has bots[0].commandLists[1].commands[7].title, which manifest.json has not")]
    [InlineData("\"file\": \"en.json\"", "\"file\": \"fr.json\"", "fr.json is missing or no JSON")]
    [InlineData("\"color\": \"color.png\"", "\"color\": \"outline.png\"", "icons.color is no PNG file of 192 by 192")]
    [InlineData("\"outline\": \"outline.png\"", "\"outline\": \"color.png\"", "icons.outline is no PNG file of 32 by 32")]
    [InlineData("{", "[", "manifest.json is missing or no JSON")]
    public void Faults_OfAChangedManifest_NameTheRule(string before, string after, string fault)
    {
        var text = Encoding.UTF8.GetString(AppPackage.Files["manifest.json"]);
        Assert.Contains(before, text, StringComparison.Ordinal);

        Assert.Contains(fault, FaultsOf(("manifest.json", Encoding.UTF8.GetBytes(text.Replace(before, after, StringComparison.Ordinal)))));
    }

    [Theory]
    [InlineData("\"name.full\"", "\"name.whole\"", "en.json lacks name.full")]
    [InlineData("\"Help\"", "\"A title that has far too many letters\"", "en.json: bots[0].commandLists[0].commands[9].title has not 1 to 32 characters")]
    [InlineData("\"Help\"", "\" \"", "en.json: bots[0].commandLists[0].commands[9].title has not 1 to 32 characters")]
    public void Faults_OfChangedEnglish_NameTheRule(string before, string after, string fault)
    {
        var text = Encoding.UTF8.GetString(AppPackage.Files["en.json"]);
        Assert.Contains(before, text, StringComparison.Ordinal);

        Assert.Contains(fault, FaultsOf(("en.json", Encoding.UTF8.GetBytes(text.Replace(before, after, StringComparison.Ordinal)))));
    }

    [Fact]
    public void Faults_OfAFileInAFolder_NameIt() => Assert.Equal(["app/more.json lies in a folder"], FaultsOf(("app/more.json", "{}"u8.ToArray())));

    [Fact]
    public void Faults_OfAnElevenCommandList_NameIt()
    {
        var text = Encoding.UTF8.GetString(AppPackage.Files["manifest.json"]);
        var first = text[text.IndexOf("            {\n              \"title\"", StringComparison.Ordinal)..text.IndexOf("            },\n", StringComparison.Ordinal)] + "            },\n";
        var more = text.Replace(first, first + first, StringComparison.Ordinal);

        Assert.Contains(FaultsOf(("manifest.json", Encoding.UTF8.GetBytes(more))), fault => fault.Contains("1 to 10 commands", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_OfAHugePackage_NameItsSize() => Assert.Equal(["the package has more than 524288 bytes"], FaultsOf(("more.bin", new byte[PackageRules.LargestPackage])));

    private static IReadOnlyList<string> FaultsOf((string Name, byte[] Content) changed)
    {
        var files = AppPackage.Files.Where(file => file.Key != changed.Name).Select(file => new PackageFile(file.Key, file.Value));
        return PackageRules.Faults(PackageArchive.Write(files.Append(new PackageFile(changed.Name, changed.Content))));
    }
}
