using Bot.Platform.Activities;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Platform.Activities;

/// <summary>The list of allowed addresses with its defaults.</summary>
internal static class TestServiceUrls
{
    public static ServiceUrls In(string environment) => new(Options.Create(new ActivityOptions()), new TestEnvironment(environment));
}

/// <summary>An environment of a name.</summary>
internal sealed class TestEnvironment(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "Bot";

    public string ContentRootPath { get; set; } = "/";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
