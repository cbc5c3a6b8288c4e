using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Bot.Platform.Telemetry;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bot.Tests.Platform.Telemetry;

/// <summary>What goes into the log of a fault holds nothing that people are called or have written.</summary>
public class FaultTraceTests
{
    [Fact]
    public void Of_AFaultWithNames_SaysTypesAndPlacesOnly()
    {
        var trace = FaultTrace.Of(Thrown(() => throw new InvalidOperationException("Amina Yıldız", new KeyNotFoundException("Bernd Krüger"))));
        Assert.StartsWith("System.InvalidOperationException", trace, StringComparison.Ordinal);
        Assert.Contains("<- System.Collections.Generic.KeyNotFoundException", trace, StringComparison.Ordinal);
        Assert.Contains(nameof(FaultTraceTests), trace, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", trace, StringComparison.Ordinal);
        Assert.DoesNotContain("Bernd", trace, StringComparison.Ordinal);
    }

    /// <summary>Whoever runs the bot must read that the disk is full.</summary>
    [Fact]
    public void Of_AFaultOfFiles_SaysWhatItIs() => Assert.Contains("is full", FaultTrace.Of(new IOException("The disk is full.")), StringComparison.Ordinal);

    /// <summary>Where turns are answered, where messages and cards are made, and where everything that is due is looked at, no line takes the words of an exception.</summary>
    [Fact]
    public void LogsOfWhatIsMade_TakeNoException()
    {
        var logs = typeof(FaultTrace).Assembly.GetTypes()
            .Where(type => type.Namespace is "Bot.Platform.Deliveries" or "Bot.Platform.Activities" || type == typeof(Bot.Platform.Scheduling.Sweep))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null).ToList();
        Assert.NotEmpty(logs);
        Assert.DoesNotContain(logs, method => method.GetParameters().Any(parameter => parameter.ParameterType.IsAssignableTo(typeof(Exception))));
    }

    private static Exception Thrown(Action act) => Record.Exception(act)!;
}
