using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using Bot.Tests.Contracts.Graph;
using Bot.Tests.Conversations;
using Bot.Tests.Platform.Activities;
using Bot.Tests.Platform.Activities.Authentication;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Bot.Tests.TestSupport.Connector;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace Bot.Tests.Features.Checkup;

/// <summary>The README's table "by symptom", row by row: the fault is made, what somebody then sees is seen, and <c>check</c> with the same settings says what the table says.</summary>
public sealed partial class SymptomTests : IDisposable
{
    private const string Keys = "Keys of the channel and clock";

    private static readonly Dictionary<string, Func<SymptomTests, Task>> Cases = new(StringComparer.Ordinal)
    {
        ["unknown-setting"] = tests => tests.UnknownSettingAsync(),
        ["no-app-id"] = tests => tests.NoAppIdAsync(),
        ["bad-file"] = tests => tests.BadFileAsync(),
        ["moved-store"] = tests => tests.MovedStoreAsync(),
        ["address-taken"] = tests => tests.AddressTakenAsync(),
        ["no-database"] = tests => tests.NoDatabaseAsync(),
        ["no-language-data"] = tests => tests.NoLanguageDataAsync(),
        ["no-role"] = tests => tests.StoreRefusesAsync("AuthorizationPermissionMismatch", "it lacks the role Storage Table Data Contributor"),
        ["wrong-key"] = tests => tests.StoreRefusesAsync("AuthenticationFailed", "refuses the key (403)"),
        ["store-away"] = tests => tests.StoreAwayAsync(),
        ["no-keys"] = tests => tests.NoKeysAsync(),
        ["wrong-clock"] = tests => tests.WrongClockAsync(),
        ["no-token"] = tests => tests.NoTokenAsync(),
        ["no-teams-link"] = _ => NoTeamsLinkAsync(),
        ["empty-dashboard"] = tests => tests.EmptyDashboardAsync(),
        ["unsigned"] = tests => tests.UnsignedAsync(),
        ["foreign-tenant"] = tests => tests.ForeignTenantAsync(),
        ["package"] = tests => tests.PackageAsync(),
    };

    private readonly SymptomScene scene = new();

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Symptom_OfTheTable_IsSeen_AndCheckNamesItsCause(string name) => Cases[name](this);

    [Fact]
    public void Rows_OfTheTable_AreTheCases()
    {
        var readme = File.ReadAllText(Path.Combine(SampleFiles.Root, "README.md"));
        var rows = Row().Matches(readme).Select(match => match.Groups["name"].Value).ToList();

        Assert.Equal(Cases.Keys.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
        Faults.None(Link().Matches(readme).Select(match => match.Groups["name"].Value).Except(Cases.Keys).Select(name => "No such row: " + name));
    }

    public void Dispose() => scene.Dispose();

    private async Task UnknownSettingAsync()
    {
        await scene.DoesNotStartAsync("Development", "Tabels is not a setting. Did you mean Tables?", "--Tabels:DataFolder=x");
        (await scene.Check.RunAsync("--Tabels:DataFolder=x")).Says("WRONG", "Settings", "Tabels is not a setting. Did you mean Tables?");
    }

    private async Task NoAppIdAsync()
    {
        await scene.DoesNotStartAsync("Production", "MicrosoftAppId is not set");
        (await scene.Check.RunAsync("--environment=Production")).Says("WRONG", "Settings", "MicrosoftAppId is not set");
    }

    private async Task BadFileAsync()
    {
        Directory.CreateDirectory(scene.Check.Data);
        await File.WriteAllTextAsync(Path.Combine(scene.Check.Data, SqliteTableStore.FileName), new string('x', 5000), Cancellation);
        await scene.DoesNotStartAsync("Development", "is damaged", "--Tables:DataFolder=" + scene.Check.Data);
        (await scene.Check.RunAsync()).Says("WRONG", "Store", "is damaged");

        var folder = "--Tables:DataFolder=" + Path.Combine(scene.Check.Data, SqliteTableStore.FileName, "data");
        await scene.DoesNotStartAsync("Development", "Tables:DataFolder", folder);
        (await scene.Check.RunAsync(folder)).Says("WRONG", "Store", "Tables:DataFolder");
    }

    private async Task MovedStoreAsync()
    {
        using (var store = new SqliteTableStore(scene.Check.Data, TimeProvider.System))
        {
            await store.CreateTableIfNotExistsAsync(TableNames.Networks, Cancellation);
            await new StoreMark("m1", StoreMarkState.Moved, "https://account.table.core.windows.net/", Instant.FromUtc(2026, 11, 1, 0, 0)).SetAsync(store, Cancellation);
        }

        await scene.DoesNotStartAsync("Development", "The rows of this store were moved", "--Tables:DataFolder=" + scene.Check.Data);
        (await scene.Check.RunAsync()).Says("WRONG", "Store", "The rows of this store were moved");
    }

    private async Task AddressTakenAsync()
    {
        await using var other = await LoopbackServer.StartAsync(404);
        await scene.DoesNotStartAsync("Development", "Another program listens there", "--urls=" + other.Url);
        (await scene.Check.RunAsync("--urls=" + other.Url)).Says("WRONG", "Port", "belongs to another program");
    }

    private async Task NoDatabaseAsync()
    {
        var database = $"--Scheduling:Postgres=Host=127.0.0.1;Port={NodePeers.FreePort()};Username=bot;Password=x;Database=clock";
        await scene.DoesNotStartAsync("Development", "the database does not let the bot in", database);
        (await scene.Check.RunAsync(database)).Says("WRONG", "PostgreSQL", "does not let the bot in");
    }

    private async Task NoLanguageDataAsync()
    {
        var surroundings = new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };
        foreach (var words in new[] { new[] { "--Playground:Enabled=false" }, ["check"] })
        {
            var ended = await scene.EndAsync("Development", words, surroundings);
            Assert.Equal(1, ended.ExitCode);
            Assert.True(ended.Output.Count + ended.Errors.Count <= 2, string.Join('\n', ended.Errors));
            Assert.Contains("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", string.Join('\n', [.. ended.Output, .. ended.Errors]), StringComparison.Ordinal);
        }
    }

    private async Task StoreRefusesAsync(string code, string words)
    {
        await using var service = await LoopbackServer.StartAsync(403, "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"no\"}}}");
        await scene.DoesNotStartAsync("Development", $"The store does not let the bot work on it (403 {code}).", SymptomScene.AccountAt(service.Url));
        (await scene.Check.RunAsync(SymptomScene.AccountAt(service.Url))).Says("WRONG", "Store", words);
    }

    private async Task StoreAwayAsync()
    {
        var (azurite, account) = await Azurite.StartOwnAsync(Cancellation);
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        await using var connector = await StrictConnector.StartAsync(TimeProvider.System, MishapPlan.Nothing, Cancellation);
        string[] settings = [.. SymptomScene.Registered(issuer.Metadata), "--Tables:ConnectionString=" + account];
        var (bot, address) = await scene.StartAsync(variables: null, settings);
        await using var running = bot;

        await azurite.DisposeAsync();

        await SymptomScene.NotReadyAsync(address, "store");
        await SymptomScene.PostAsync(address, Says("Ja", connector.Url));
        await SymptomScene.UntilAsync(() => Task.FromResult(connector.Messages.TryGetValue("a:amina", out var said) && said.Any(one => one.Text.Contains("gespeichert", StringComparison.Ordinal))));
        (await scene.Check.RunAsync(settings)).Says("WRONG", "Store", "cannot be reached");
    }

    private async Task NoKeysAsync()
    {
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        issuer.Description = context =>
        {
            context.Response.StatusCode = StatusCodes.Status407ProxyAuthenticationRequired;
            return Task.CompletedTask;
        };
        await AnswersAsync(issuer, Says("Ja", SignedRequest.ServiceUrl), 503, "[1021]");
        (await scene.Check.RunAsync(SymptomScene.Registered(issuer.Metadata))).Says("WRONG", Keys, "answers 407 instead of keys");
    }

    private async Task WrongClockAsync()
    {
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        await AnswersAsync(issuer, Says("Ja", SignedRequest.ServiceUrl, minutes: 10), 401, "NotYetValid");
        await AnswersAsync(issuer, Says("Ja", SignedRequest.ServiceUrl, minutes: -70), 401, "Expired");
        issuer.Description = context =>
        {
            context.Response.Headers.Date = TimeProvider.System.GetUtcNow().AddMinutes(10).ToString("R", null);
            return context.Response.WriteAsync("{}");
        };
        (await scene.Check.RunAsync(SymptomScene.Registered(issuer.Metadata))).Says("WRONG", Keys, "the clock differs by 10 min.");
    }

    private async Task NoTokenAsync()
    {
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        await using var identity = await LoopbackServer.StartAsync(400, """{"statusCode":400,"message":"No managed identity here"}""");
        var surroundings = new Dictionary<string, string> { ["IDENTITY_ENDPOINT"] = identity.Url + "/msi/token", ["IDENTITY_HEADER"] = "header" };
        var settings = SymptomScene.Registered(issuer.Metadata, "UserAssignedMSI");
        var (bot, address) = await scene.StartAsync(surroundings, settings);
        await using var running = bot;

        var added = Says("", SignedRequest.ServiceUrl);
        added.Activity["type"] = "installationUpdate";
        added.Activity["action"] = "add";
        Assert.Equal(200, await SymptomScene.PostAsync(address, added));

        await bot.PrintsAsync("[1025]", Cancellation);
        await bot.PrintsAsync("[4010]", Cancellation);
        await SymptomScene.NotReadyAsync(address, "connector");
        await scene.CheckSaysAsync(surroundings, "WRONG    Token of the bot: ", settings);
    }

    private static async Task NoTeamsLinkAsync()
    {
        await using var graph = await GraphService.StartAsync();
        graph.Granted.Remove("Calendars.ReadWrite");
        await using var talk = await Talk.WithGraphAsync(graph);
        await talk.CallsAsync("Beirat am 14. Januar 17–19 Uhr im Rathaus: Haushalt");
        Assert.Null((await talk.MeetingAsync()).OnlineLink);
        Assert.DoesNotContain("teams.", talk.LastFor("amina"), StringComparison.OrdinalIgnoreCase);
    }

    private async Task EmptyDashboardAsync()
    {
        await using var collector = await LoopbackServer.StartAsync(401);
        var setting = "--Telemetry:Endpoint=" + collector.Url;
        var (bot, _) = await scene.StartAsync(variables: null, setting, "--Telemetry:MetricSeconds=1");
        await using var running = bot;

        await bot.PrintsAsync("Telemetry could not be sent", Cancellation);

        (await scene.Check.RunAsync(setting)).Says("warning", "Telemetry", "answers 401");
    }

    private async Task UnsignedAsync()
    {
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        var (bot, address) = await scene.StartAsync(variables: null, SymptomScene.Registered(issuer.Metadata));
        await using var running = bot;

        Assert.Equal(401, (await RawExchange.PostAsync(address, [], Says("Ja", SignedRequest.ServiceUrl).Activity.ToJsonString(), Cancellation)).Status);

        await bot.PrintsAsync("[1008]", Cancellation);
        Assert.DoesNotContain((await scene.Check.RunAsync(SymptomScene.Registered(issuer.Metadata))).Lines, line => line.StartsWith("WRONG    Keys", StringComparison.Ordinal));
    }

    private async Task ForeignTenantAsync()
    {
        await using var issuer = await LocalIssuer.StartAsync(IssuerKey.Main);
        var guest = Says("Ja", SignedRequest.ServiceUrl);
        guest.Activity["channelData"]!["tenant"]!["id"] = SignedRequest.SecondTenant;
        guest.Activity["conversation"]!["tenantId"] = SignedRequest.SecondTenant;
        await AnswersAsync(issuer, guest, 403, "ForeignTenant");
        Assert.DoesNotContain((await scene.Check.RunAsync(SymptomScene.Registered(issuer.Metadata))).Lines, line => line.Contains("enant", StringComparison.Ordinal) && line.StartsWith("WRONG    Settings", StringComparison.Ordinal));
    }

    private async Task PackageAsync()
    {
        var ended = await scene.EndAsync("Development", ["package", "--language", "en", "--app-id", "seven", "--host", "bot.example.org"]);
        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(ended.Errors, line => line.Contains("--app-id", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(scene.Folder, "*.zip"));
    }

    private async Task AnswersAsync(LocalIssuer issuer, SignedRequest request, int status, string logged)
    {
        var (bot, address) = await scene.StartAsync(variables: null, SymptomScene.Registered(issuer.Metadata));
        await using var running = bot;
        Assert.Equal(status, await SymptomScene.PostAsync(address, request));
        await bot.PrintsAsync(logged, Cancellation);
    }

    private static SignedRequest Says(string text, string serviceUrl, int minutes = 0)
    {
        var request = new SignedRequest(TimeProvider.System.GetUtcNow().AddMinutes(minutes));
        request.Payload["serviceurl"] = serviceUrl;
        request.Activity["serviceUrl"] = serviceUrl;
        request.Activity["text"] = text;
        request.Activity["from"] = new JsonObject { ["id"] = "29:amina", ["aadObjectId"] = "00000000-0000-0000-0000-000000000002", ["name"] = "Amina Yıldız" };
        request.Activity["conversation"]!["id"] = "a:amina";
        request.Activity["conversation"]!["tenantId"] = Bot.Features.ExampleNetwork.ExampleSnapshot.Tenant;
        request.Activity["channelData"]!["tenant"]!["id"] = Bot.Features.ExampleNetwork.ExampleSnapshot.Tenant;
        request.Activity["locale"] = "de-DE";
        return request;
    }

    [GeneratedRegex("""^\| <a id="s-(?<name>[a-z-]+)"></a>""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 2000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\(#s-(?<name>[a-z-]+)\)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Link();
}
