using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Tests.TestSupport;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>The list of allowed addresses with its defaults.</summary>
internal static class TestServiceUrls
{
    public static ServiceUrls In(string environment) => new(Options.Create(new ActivityOptions()), new TestEnvironment(environment));
}
