using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.TestSupport;

/// <summary>An environment of a name.</summary>
internal sealed class TestEnvironment(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "Bot";

    public string ContentRootPath { get; set; } = "/";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
