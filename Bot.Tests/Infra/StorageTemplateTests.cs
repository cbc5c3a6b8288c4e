using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Platform.Hosting;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>The template of the storage account: it parses as Bicep, keeps keys and the public out, and names settings the bot has.</summary>
public partial class StorageTemplateTests
{
    private static readonly string Template = File.ReadAllText(PathOf("storage.bicep"));

    [Fact]
    public async Task Template_ParsedWithThePublishedGrammar_IsBicep()
    {
        using var parsed = await ParseAsync(PathOf("storage.bicep"));

        Assert.Empty(parsed.RootElement.GetProperty("faults").EnumerateArray());
        string?[] declared = [.. parsed.RootElement.GetProperty("declared").EnumerateArray().Select(name => name.GetString())];
        Assert.Contains("resource account", declared);
        Assert.Contains("resource access", declared);
        Assert.Contains("output tableEndpoint", declared);
    }

    [Theory]
    [InlineData("param a string =\n")]
    [InlineData("resource a 'b@c' = {\n  name: 'd'\n")]
    [InlineData("parm a string\n")]
    public async Task Parse_WhatIsNoBicep_HasFaults(string text)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("wrong.bicep"), text, TestContext.Current.CancellationToken);

        using var parsed = await ParseAsync(folder.File("wrong.bicep"));

        Assert.NotEmpty(parsed.RootElement.GetProperty("faults").EnumerateArray());
    }

    [Theory]
    [InlineData("allowSharedKeyAccess: false")]
    [InlineData("allowBlobPublicAccess: false")]
    [InlineData("supportsHttpsTrafficOnly: true")]
    [InlineData("minimumTlsVersion: 'TLS1_2'")]
    [InlineData("'0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'")]
    public void Template_WhatKeepsTheDataSafe_IsSet(string line) => Assert.Contains(line, Template, StringComparison.Ordinal);

    /// <summary>Logs of single requests would tell who voted when.</summary>
    [Fact]
    public void Template_OfTheDiagnostics_CollectsNumbersOnly()
    {
        Assert.DoesNotContain("logs:", Template, StringComparison.Ordinal);
        Assert.DoesNotMatch("Storage(Read|Write|Delete)'", Template);
    }

    [Fact]
    public void Template_EveryParameterAndOutput_IsDescribed() => Faults.None(Declaration().Matches(Template)
        .Where(match => !match.Groups["before"].Value.Contains("@description('", StringComparison.Ordinal))
        .Select(match => match.Groups["name"].Value));

    [Fact]
    public void Readme_EverySettingItNames_Exists() => Faults.None(Setting().Matches(File.ReadAllText(PathOf("README.md")))
        .Select(match => match.Value)
        .Except(SettingsSection.All.SelectMany(section => section.Settings)));

    [Fact]
    public void Readme_EveryParameterItNames_Exists() => Faults.None(Parameter().Matches(File.ReadAllText(PathOf("README.md")))
        .Select(match => match.Groups["name"].Value)
        .Where(name => !Template.Contains($"param {name} ", StringComparison.Ordinal)));

    private static string PathOf(string name) => Path.Combine(SampleFiles.Root, "infra", name);

    private static async Task<JsonDocument> ParseAsync(string path)
    {
        await NodePeers.RequireAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await NodePeers.RunAsync("bicep.mjs", [path], TestContext.Current.CancellationToken));
    }

    [GeneratedRegex(@"(?<before>(^@.*\n|^  '.*\n|^\]\)\n)*)^(param|output) (?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\bTables:\w+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\b(?<name>\w+)=(<|\$\()|`(?<name>(workspace|actionGroup)Id|capacityLimit)`", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Parameter();
}
