using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Hosting;

/// <summary>The life of the process from listening to the end.</summary>
internal static partial class HostRun
{
    /// <summary>Runs until the process is told to stop and has stopped. Whatever fails while it stops is logged and is no failure of the process.</summary>
    public static async Task RunToEndAsync(this WebApplication app)
    {
        var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
        var (started, stopping) = (lifetime.ApplicationStarted, lifetime.ApplicationStopping);
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HostRun));
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (!started.IsCancellationRequested && stopping.IsCancellationRequested)
        {
            LogUnstarted(logger);
        }
        catch (Exception failure) when (started.IsCancellationRequested && stopping.IsCancellationRequested)
        {
            LogUntidy(logger, failure);
        }
    }

    [LoggerMessage(6105, LogLevel.Information, "The process was told to stop before it had started.")]
    private static partial void LogUnstarted(ILogger logger);

    [LoggerMessage(6104, LogLevel.Error, "Something failed while the process stopped.")]
    private static partial void LogUntidy(ILogger logger, Exception failure);
}
