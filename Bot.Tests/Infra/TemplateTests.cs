using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector.Credentials;
using Bot.Platform.Hosting;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Infra;

/// <summary>The deployment as Bicep's own compiler understands it: no warning, only what stands on the written list, no secret that comes out, names Azure takes.</summary>
public partial class TemplateTests
{
    private const string TableRole = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";

    /// <summary>What tells the secrets of a resource.</summary>
    private static readonly string[] Tellers = ["listKeys", "listAccountSas", "listSecrets", "listCredentials", "ConnectionString", "InstrumentationKey"];

    [Fact]
    public async Task Deployment_CompiledWithTheTypesOfAzure_HasNothingToSayAgainstIt() =>
        Assert.NotEmpty(DeployedResource.Of(await BicepCompiler.WholeAsync()));

    [Fact]
    public async Task Example_OfTheParameters_FitsTheTemplate()
    {
        var (said, faults) = await BicepCompiler.RunAsync("build-params", TemplateFiles.PathOf("main.bicepparam"), "--stdout");

        Assert.Empty(faults);
        Assert.Contains("koordinationsbot-beispiel", said, StringComparison.Ordinal);
    }

    /// <summary>That the compiler notices what it is asked for: each of these is a mistake somebody could make.</summary>
    [Theory]
    [InlineData("main.bicep", "modules/web.bicep", "httpsOnly: true", "httpOnly: true")]
    [InlineData("main.bicep", "modules/bot.bicep", "botServices@2022-09-15", "botServices@2022-09-16")]
    [InlineData("main.bicep", "main.bicep", "    clientId: identity.outputs.clientId\n", "")]
    [InlineData("modules/storage.bicep", "modules/storage.bicep", "account.properties.primaryEndpoints.table", "account.listKeys().keys[0].value")]
    public async Task Compiler_OfAMistake_SaysSo(string compiled, string changed, string right, string wrong)
    {
        using var folder = new TemporaryFolder();
        TemplateFiles.CopyTo(folder.Path);
        var before = await File.ReadAllTextAsync(folder.File(changed), TestContext.Current.CancellationToken);
        Assert.Contains(right, before, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File(changed), before.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (_, faults) = await BicepCompiler.RunAsync("build", folder.File(compiled), "--stdout");

        Assert.NotEmpty(faults);
    }

    [Fact]
    public async Task List_OfWhatIsUsed_NamesAllOfIt_AndNothingElse()
    {
        var used = DeployedResource.Of(await BicepCompiler.WholeAsync())
            .SelectMany(resource => resource.Properties.Select(property => $"{resource.Type}@{resource.Version} {property}"))
            .ToHashSet(StringComparer.Ordinal);

        Faults.None(used.Except(AzureList.Properties).Select(property => "Not listed: " + property));
        Faults.None(AzureList.Properties.Except(used).Select(property => "Not used: " + property));
        Faults.None(AzureList.WithoutSource);
    }

    /// <summary>The one role the bot gets is to read and write the rows of its own account.</summary>
    [Fact]
    public async Task Roles_GivenToTheBot_AreOneOnItsOwnAccount()
    {
        var given = Assert.Single(DeployedResource.Of(await BicepCompiler.WholeAsync()), resource => resource.Type == "Microsoft.Authorization/roleAssignments");

        Assert.Contains(TableRole, AzureList.Words);
        Assert.Contains("variables('storageTableDataContributor')", given.Content.GetProperty("properties").GetProperty("roleDefinitionId").GetString(), StringComparison.Ordinal);
        Assert.Contains("'Microsoft.Storage/storageAccounts'", given.Content.GetProperty("scope").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("[guid(", given.Content.GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_OfAllModules_HoldNoSecret()
    {
        var outputs = Templates(await BicepCompiler.WholeAsync()).Where(template => template.TryGetProperty("outputs", out _)).SelectMany(template => template.GetProperty("outputs").EnumerateObject());

        Faults.None(outputs.Where(output => Tellers.Any(teller => output.Value.ToString().Contains(teller, StringComparison.OrdinalIgnoreCase))).Select(output => output.Name));
    }

    /// <summary>A parameter that is a secret would stand in somebody's file.</summary>
    [Fact]
    public async Task Parameters_OfTheDeployment_AskForNoSecret() => Faults.None((await BicepCompiler.WholeAsync()).GetProperty("parameters").EnumerateObject()
        .Where(parameter => parameter.Value.GetProperty("type").GetString()!.StartsWith("secure", StringComparison.OrdinalIgnoreCase)
            || Regex.IsMatch(parameter.Name, "password|secret|key", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(2)))
        .Select(parameter => parameter.Name));

    [Fact]
    public async Task Alerts_AskForMetrics_ThatAreOnTheList()
    {
        var asked = DeployedResource.Of(await BicepCompiler.WholeAsync()).Where(resource => resource.Type == "Microsoft.Insights/metricAlerts")
            .SelectMany(alert => alert.Content.GetProperty("properties").GetProperty("criteria").GetProperty("allOf").EnumerateArray())
            .Select(criterion => criterion.GetProperty("metricName").GetString()!)
            .ToList();

        Assert.Equal(4, asked.Distinct(StringComparer.Ordinal).Count());
        Faults.None(asked.Except(AzureList.Words, StringComparer.Ordinal));
    }

    [Fact]
    public async Task LateAlert_AsksForALag_TheBotMeasures()
    {
        var late = Assert.Single(DeployedResource.Of(await BicepCompiler.WholeAsync()), resource => resource.Type == "Microsoft.Insights/scheduledQueryRules");
        var query = Assert.Single(late.Content.GetProperty("properties").GetProperty("criteria").GetProperty("allOf").EnumerateArray().ToList()).GetProperty("query").GetString()!;

        Assert.Contains($"Name == \"{Bot.Platform.Telemetry.Measures.DueLag.Name}\"", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthCheck_OfTheWebApp_AsksTheBotsOwnPath()
    {
        var site = Assert.Single(DeployedResource.Of(await BicepCompiler.WholeAsync()), resource => resource.Type == "Microsoft.Web/sites");

        Assert.Equal(HealthEndpoints.Ready, site.Content.GetProperty("properties").GetProperty("siteConfig").GetProperty("healthCheckPath").GetString());
    }

    /// <summary>The compiler takes any word for the kind of registration, hence by hand.</summary>
    [Fact]
    public async Task Registration_OfTheBot_IsWhatTheBotIsToldItIs()
    {
        var deployed = DeployedResource.Of(await BicepCompiler.WholeAsync()).ToList();
        var bot = Assert.Single(deployed, resource => resource.Type == "Microsoft.BotService/botServices").Content;
        var channel = Assert.Single(deployed, resource => resource.Type == "Microsoft.BotService/botServices/channels").Content;

        var type = bot.GetProperty("properties").GetProperty("msaAppType").GetString()!;

        Assert.True(BotAppType.IsManagedIdentity(new ActivityOptions { MicrosoftAppType = type }));
        Assert.Equal(type, WebSettingsTests.Settings["MicrosoftAppType"]);
        Assert.Equal("[format('https://{0}/api/messages', parameters('host'))]", bot.GetProperty("properties").GetProperty("endpoint").GetString());
        Assert.Equal("F0", bot.GetProperty("sku").GetProperty("name").GetString());
        Assert.Equal("MsTeamsChannel", channel.GetProperty("properties").GetProperty("channelName").GetString());
    }

    /// <summary>The lengths the parameters allow, from the shortest to the longest, give names Azure takes, for the bot's resources and for what is named after it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Names_OfTheShortestAndTheLongestParameters_AreTakenByAzure(bool isLongest)
    {
        var parameters = (await BicepCompiler.WholeAsync()).GetProperty("parameters");
        var (name, storage) = (Filled(parameters.GetProperty("name"), isLongest), Filled(parameters.GetProperty("storageName"), isLongest));
        var named = await NamesAsync(name, storage);

        Assert.Contains(named, resource => resource == ("Microsoft.Storage/storageAccounts", storage));
        Assert.Contains(named, resource => resource == ("Microsoft.BotService/botServices", name));
        Faults.None(named
            .Where(resource => AzureList.NameRules.TryGetValue(resource.Type, out var rule) && !Regex.IsMatch(resource.Name.Split('/')[^1], $"^({rule})$", RegexOptions.None, TimeSpan.FromSeconds(2)))
            .Select(resource => $"{resource.Type}: {resource.Name}"));
        Assert.True(AzureList.NameRules.Keys.Except(named.Select(resource => resource.Type)).All(type => type is "Microsoft.Insights/components" or "Microsoft.Insights/scheduledQueryRules"));
    }

    /// <summary>The storage account's name, where none is given, is made from the resource group: 13 characters behind three.</summary>
    [Fact]
    public async Task StorageName_ThatIsNotGiven_IsMadeFromTheGroup()
    {
        var account = Assert.Single(await NamesAsync("koordinationsbot", storage: null), resource => resource.Type == "Microsoft.Storage/storageAccounts");

        Assert.Matches("^bot[a-z0-9]{13}$", account.Name);
    }

    private static string Filled(JsonElement parameter, bool isLongest) =>
        new('b', parameter.GetProperty(isLongest ? "maxLength" : "minLength").GetInt32());

    /// <summary>Asks the compiler what would be deployed.</summary>
    private static async Task<List<(string Type, string Name)>> NamesAsync(string name, string? storage)
    {
        using var folder = new TemporaryFolder();
        TemplateFiles.CopyTo(folder.Path);
        var lines = string.Create(CultureInfo.InvariantCulture, $"using 'main.bicep'\nparam name = '{name}'\nparam alertMail = 'a@b.de'\nparam budgetStart = '2027-01-01'\n");
        await File.WriteAllTextAsync(folder.File("here.bicepparam"), storage is null ? lines : lines + $"param storageName = '{storage}'\n", TestContext.Current.CancellationToken);

        var (_, faults) = await BicepCompiler.RunAsync(
            "snapshot", folder.File("here.bicepparam"), "--subscription-id", Guid.Empty.ToString(), "--tenant-id", Guid.Empty.ToString(), "--resource-group", "gruppe", "--location", "germanywestcentral");

        Assert.Empty(faults);
        using var foreseen = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("here.snapshot.json"), TestContext.Current.CancellationToken));
        return [.. foreseen.RootElement.GetProperty("predictedResources").EnumerateArray().Select(resource => (resource.GetProperty("type").GetString()!, resource.GetProperty("name").GetString()!))];
    }

    private static IEnumerable<JsonElement> Templates(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        var all = resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray().ToList() : [.. resources.EnumerateObject().Select(resource => resource.Value)];
        return all.Where(resource => resource.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("template", out _))
            .SelectMany(resource => Templates(resource.GetProperty("properties").GetProperty("template")))
            .Prepend(template);
    }
}
