using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Activities.Connector.Credentials;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>With which settings the bot starts, and how a fault is named.</summary>
public sealed class ConnectorOptionsTests : IDisposable
{
    private const string SomeId = "22222222-2222-2222-2222-222222222222";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Defaults_Are() => Assert.Equal((30, 3, 32), new ConnectorOptions() is var options ? (options.TenantPerSecond, options.AnswersPerSecond, options.InFlight) : default);

    [Theory]
    [InlineData("SingleTenant", "secret", "")]
    [InlineData("MultiTenant", "secret", "")]
    [InlineData("", "secret", "")]
    [InlineData("SingleTenant", "", "FederatedClientId=" + SomeId)]
    [InlineData("UserAssignedMSI", "", "")]
    public void Validate_ExactlyWhatTheTypeNeeds_IsFine(string type, string secret, string setting) => Assert.Empty(Faults("Production", type, secret, setting));

    [Theory]
    [InlineData("Production", "SingleTenant", "", "", "The bot has no credential to speak with. Set one of MicrosoftAppPassword, Connector:CertificateFile")]
    [InlineData("Production", "", "", "", "The bot has no credential")]
    [InlineData("Production", "UserAssignedMSI", "secret", "", "MicrosoftAppPassword is set, but MicrosoftAppType UserAssignedMSI needs none")]
    [InlineData("Production", "UserAssignedMSI", "", "FederatedClientId=" + SomeId, "Connector:FederatedClientId is set, but MicrosoftAppType UserAssignedMSI needs none")]
    [InlineData("Production", "SingleTenant", "secret", "FederatedClientId=" + SomeId, "MicrosoftAppPassword and Connector:FederatedClientId are all set; set only one")]
    [InlineData("Development", "SingleTenant", "secret", "FederatedClientId=" + SomeId, "are all set; set only one")]
    [InlineData("Production", "SingleTenant", "", "FederatedClientId=7", "Connector:FederatedClientId is not a GUID")]
    [InlineData("Production", "SingleTenant", "secret", "CertificatePasswordFile=x", "Connector:CertificatePasswordFile is set, but Connector:CertificateFile")]
    [InlineData("Production", "SingleTenant", "secret", "FederatedAudience=api://x", "Connector:FederatedAudience is set, but Connector:FederatedClientId")]
    [InlineData("Production", "SingleTenant", "", "CertificateFile=/nowhere/bot.pfx", "Connector:CertificateFile cannot be used as a certificate with its key: ")]
    [InlineData("Production", "SingleTenant", "", "CertificateThumbprint=0000000000000000000000000000000000000000", "Connector:CertificateThumbprint cannot be used")]
    public void Validate_TooLittleTooMuchOrWrong_IsNamed(string environment, string type, string secret, string setting, string fault) =>
        Assert.Contains(fault, Assert.Single(Faults(environment, type, secret, setting)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public void Validate_CredentialWithoutAnApp_IsNamed(string environment) =>
        Assert.Contains("MicrosoftAppId", Assert.Single(Faults(environment, string.Empty, "secret", string.Empty, app: string.Empty)), StringComparison.Ordinal);

    [Fact]
    public void Validate_DevelopmentWithoutAnything_IsFine() => Assert.Empty(Faults("Development", string.Empty, string.Empty, string.Empty, app: string.Empty));

    [Fact]
    public void Validate_FileThatIsNoCertificate_IsNamedWithoutItsContent()
    {
        File.WriteAllText(folder.File("bot.pem"), "hunter2");

        var fault = Assert.Single(Faults("Production", "SingleTenant", string.Empty, "CertificateFile=" + folder.File("bot.pem")));

        Assert.DoesNotContain("hunter2", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connector:TenantPerSecond", "1")]
    [InlineData("Connector:TenantPerSecond", "51")]
    [InlineData("Connector:AnswersPerSecond", "0")]
    [InlineData("Connector:AnswersPerSecond", "26")]
    [InlineData("Connector:InFlight", "0")]
    [InlineData("Connector:InFlight", "201")]
    public async Task Start_OutsideTheBounds_IsRefusedAndNamed(string key, string value)
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((key, value)));

        Assert.Contains(key.Split(':')[1], thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ReserveLeavesNothing_IsRefused() => Assert.Contains(
        "leaves nothing",
        (await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(("Connector:TenantPerSecond", "10"), ("Connector:AnswersPerSecond", "10")))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Start_MisspeltKey_IsRefusedAndNamed() => Assert.Contains(
        "CertificatFile", (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(("Connector:CertificatFile", "x")))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", typeof(AnonymousToken))]
    [InlineData("secret", typeof(EntraToken))]
    public async Task Start_InDevelopment_TakesTheTokenTheSettingsAllow(string secret, Type kind)
    {
        IConnectorToken? token = null;
        var settings = secret.Length == 0 ? [] : new[] { ("MicrosoftAppId", (string?)SomeId), ("MicrosoftAppPassword", secret), ("MicrosoftAppTenantId", SomeId) };
        await using var host = await StartedAsync(settings, services => token = (IConnectorToken?)services.GetService(typeof(IConnectorToken)));

        Assert.IsType(kind, token);
    }

    private static async Task StartAsync(params (string Key, string? Value)[] settings)
    {
        await using var host = await StartedAsync(settings, _ => { });
    }

    private static async Task<ActivityHost> StartedAsync((string Key, string? Value)[] settings, Action<IServiceProvider> look)
    {
        var host = await ActivityHost.StartAsync((_, _) => Task.CompletedTask, settings: settings.ToDictionary(pair => pair.Key, pair => pair.Value));
        look(host.Services);
        return host;
    }

    private static IEnumerable<string> Faults(string environment, string type, string secret, string setting, string app = SomeId)
    {
        var options = new ConnectorOptions();
        if (setting.Split('=', 2) is [var key, var value])
        {
            var property = typeof(ConnectorOptions).GetProperty(key)!;
            property.SetValue(options, property.PropertyType == typeof(Uri) ? new Uri(value) : value);
        }

        var bot = new ActivityOptions { MicrosoftAppType = type, MicrosoftAppId = app, MicrosoftAppPassword = secret, MicrosoftAppTenantId = SomeId };
        return new ConnectorOptionsValidator(Options.Create(bot), new TestEnvironment(environment)).Validate(null, options).Failures ?? [];
    }
}
