using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Bot.Platform.Playground;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bot.Tests.Platform.Playground;

public sealed class PlaygroundRegistrationTests
{
    [Theory]
    [InlineData("Production", null)]
    [InlineData("Production", "false")]
    [InlineData("Development", "false")]
    public async Task Relay_NotEnabled_IsNotThere(string environment, string? enabled)
    {
        await using var bot = await StartAsync(environment, ("Playground:Enabled", enabled));
        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(bot.Address, "playground/_connector/v3/teams/19:team@thread.tacv2"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(bot.Console.ToString());
    }

    [Theory]
    [InlineData("Production", "Playground:Enabled", "true", "Playground:Enabled")]
    [InlineData("Development", "Playground:FirstPort", "1023", "FirstPort")]
    [InlineData("Development", "Playground:FirstPort", "65001", "FirstPort")]
    [InlineData("Development", "Playground:Folder", "", "Folder")]
    public async Task Start_WrongSetting_IsStoppedAndNamed(string environment, string key, string value, string named)
    {
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(environment, (key, value)));
        Assert.Contains(named, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_MisspeltSetting_IsStoppedAndNamed()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("Development", ("Playground:FirstPrt", "56150")));
        Assert.Contains("FirstPrt", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1024")]
    [InlineData("65000")]
    public async Task Start_PortsAtTheBounds_AreTaken(string port)
    {
        await using var bot = await StartAsync("Development", ("Playground:FirstPort", port));
        await bot.Console.PrintsAsync("Node.js", TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost", true)]
    [InlineData("::1", "[::1]:3978", true)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1:3978", true)]
    [InlineData("192.168.1.7", "localhost", false)]
    [InlineData("127.0.0.1", "bot.example", false)]
    [InlineData(null, "localhost", false)]
    public async Task LoopbackOnly_ByCallerAndHost_LetsInOrNot(string? caller, string host, bool letIn)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);
        context.Request.Host = new HostString(host);
        context.Request.Method = "GET";
        var passed = false;
        await new LoopbackOnly().InvokeAsync(EndpointFilterInvocationContext.Create(context), _ =>
        {
            passed = true;
            return ValueTask.FromResult<object?>(null);
        });
        Assert.Equal(letIn, passed);
    }

    [Theory]
    [InlineData("http://localhost:3978", "http://127.0.0.1:3978/")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    [InlineData("https://localhost:3979 http://localhost:3978", "http://127.0.0.1:3978/")]
    [InlineData("https://localhost:3979", null)]
    [InlineData("http://192.168.1.7:3978", null)]
    [InlineData("", null)]
    public void Address_OfWhatTheServerListensOn_IsOnThisMachine(string listening, string? expected) =>
        Assert.Equal(expected, PlaygroundAddress.Of(listening.Split(' '))?.AbsoluteUri);

    private static Task<EchoBot> StartAsync(string environment, params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return EchoBot.StartAsync(
            all, environment, services => services.AddSingleton(new NodeSearch(path: null)), TestContext.Current.CancellationToken);
    }
}
