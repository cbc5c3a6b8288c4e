using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Platform.Hosting;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>What administrators are told to type in <c>infra/README.md</c>: orders and options that exist, files that are there, settings the bot has, parameters the templates have.</summary>
public partial class OperatorReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(TemplateFiles.Folder, "README.md"));

    /// <summary>The indented lines.</summary>
    private static readonly IReadOnlyList<string> Typed = [.. Readme.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())];

    [Fact]
    public void AzureOrders_AreThoseOfTheList_WithItsOptions()
    {
        var listed = Listed().Matches(File.ReadAllText(Path.Combine(SampleFiles.Root, "Bot.Tests", "Infra", "azure-cli.md")))
            .SelectMany(row => Option().Matches(row.Groups["options"].Value).Select(option => $"{row.Groups["order"].Value} {option.Value}").Append(row.Groups["order"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var typed = Typed.Where(line => line.StartsWith("az ", StringComparison.Ordinal)).SelectMany(Parts).ToHashSet(StringComparer.Ordinal);

        Assert.True(typed.Count > 30, "Hardly any order was found.");
        Faults.None(typed.Except(listed).Select(part => "Not on the list: " + part));
        Faults.None(listed.Except(typed).Select(part => "Typed nowhere: " + part));
    }

    [Fact]
    public void Files_ItNames_AreThere() => Faults.None(Named().Matches(string.Join('\n', Typed)).Select(match => match.Value)
        .Where(path => path != "infra/mine.bicepparam" && Directory.GetFiles(Path.Combine(SampleFiles.Root, Path.GetDirectoryName(path)!), Path.GetFileName(path)).Length == 0));

    [Fact]
    public void Settings_ItNames_Exist() => Faults.None(Setting().Matches(Readme).Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).Distinct()
        .Except(SettingsSection.All.SelectMany(section => section.Settings)));

    [Fact]
    public void Parameters_ItNames_Exist()
    {
        var known = TemplateFiles.All.SelectMany(template => Parameter().Matches(File.ReadAllText(TemplateFiles.PathOf(template)))).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        string[] named = ["administratorAddresses", "instances", "plan", "sight", .. Given().Matches(Readme).Select(match => match.Groups["name"].Value)];

        Assert.Contains("principalType", named);
        Assert.All(named, name => Assert.Contains($"{name}", Readme, StringComparison.Ordinal));
        Faults.None(named.Except(known));
    }

    /// <summary>Orders of the bot that are typed exist; the program has no others that begin like them.</summary>
    [Fact]
    public void OrdersOfTheBot_ItNames_Exist() => Faults.None(BotOrder().Matches(string.Join('\n', Typed)).Select(match => match.Groups["order"].Value)
        .Except(Bot.Features.Backups.StoreOrders.Names).Except(Bot.Features.Backups.BackupOrders.Names).Except(Bot.Features.Backups.LeaveOrders.Names)
        .Except(Bot.Features.TeamsApp.PackageOrder.Names).Except(Bot.Features.Checkup.CheckOrder.Names));

    /// <summary>The order's words, and each option behind them.</summary>
    private static IEnumerable<string> Parts(string line)
    {
        var order = Order().Match(line).Value.Trim();
        return Option().Matches(line).Select(option => $"{order} {option.Value}").Append(order);
    }

    [GeneratedRegex(@"^az( [a-z][a-z-]*)+(?= |$)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Order();

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Option();

    [GeneratedRegex(@"^\| `(?<order>az [a-z -]+)` \| (?<options>[^|]*)\| <https://", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Listed();

    [GeneratedRegex(@"\binfra/[\w./*-]*\w", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(Tables|Telemetry|Server|Connector|Calendar|Graph|Bot)(:|__)[A-Z]\w+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^param (?<name>\w+) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@" (?<name>\w+)=(<[a-z ]+>|User)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Given();

    [GeneratedRegex(@"(--project Bot -- |\./Bot )(?<order>[a-z]\w+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex BotOrder();
}
