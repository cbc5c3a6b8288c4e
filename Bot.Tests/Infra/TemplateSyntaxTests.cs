using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>What can be seen of the templates without their compiler, on every machine: they parse as Bicep, keep keys and the public out, and explain themselves.</summary>
public partial class TemplateSyntaxTests
{
    private static readonly string Storage = File.ReadAllText(TemplateFiles.PathOf("modules/storage.bicep"));

    public static TheoryData<string> Templates => [.. TemplateFiles.All];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Template_ParsedWithThePublishedGrammar_IsBicep(string template)
    {
        using var parsed = await ParseAsync(TemplateFiles.PathOf(template));

        Assert.Empty(parsed.RootElement.GetProperty("faults").EnumerateArray());
        Assert.Contains(parsed.RootElement.GetProperty("declared").EnumerateArray(), name => name.GetString()!.StartsWith("parameter ", StringComparison.Ordinal));
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
    public void Storage_WhatKeepsTheDataSafe_IsSet(string line) => Assert.Contains(line, Storage, StringComparison.Ordinal);

    [Theory]
    [InlineData("httpsOnly: true")]
    [InlineData("minTlsVersion: '1.2'")]
    [InlineData("ftpsState: 'Disabled'")]
    [InlineData("alwaysOn: true")]
    [InlineData("http20Enabled: true")]
    [InlineData("linuxFxVersion: 'DOTNETCORE|10.0'")]
    public void Web_WhatKeepsTheBotSafeAndAwake_IsSet(string line) =>
        Assert.Contains(line, File.ReadAllText(TemplateFiles.PathOf("modules/web.bicep")), StringComparison.Ordinal);

    /// <summary>Logs of single requests to the tables would tell who voted when; those to the bot hold the secret addresses of calendars.</summary>
    [Fact]
    public void Diagnostics_OfAnyResource_CollectNoRequests()
    {
        Assert.DoesNotContain("logs:", Storage, StringComparison.Ordinal);
        Faults.None(TemplateFiles.All.Where(template => RequestLog().IsMatch(File.ReadAllText(TemplateFiles.PathOf(template)))));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_EveryParameterAndOutput_IsDescribed(string template) => Faults.None(Declaration().Matches(File.ReadAllText(TemplateFiles.PathOf(template)))
        .Where(match => !match.Groups["before"].Value.Contains("@description('", StringComparison.Ordinal))
        .Select(match => match.Groups["name"].Value));

    private static async Task<JsonDocument> ParseAsync(string path)
    {
        await NodePeers.RequireAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await NodePeers.RunAsync("bicep.mjs", [path], TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("Storage(Read|Write|Delete)'|AppServiceHTTPLogs|AppServiceIPSecAuditLogs|allLogs|categoryGroup", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex RequestLog();

    [GeneratedRegex(@"(?<before>(^@.*\n|^  '.*\n|^\]\)\n)*)^(param|output) (?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Declaration();
}
