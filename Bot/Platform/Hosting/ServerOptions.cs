using System;
using System.ComponentModel.DataAnnotations;

namespace Bot.Platform.Hosting;

/// <summary>How long, and with how many at once, the web server speaks to whoever connects.</summary>
internal sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>Connections held at once; what comes on top is closed at once. The channel needs a few dozen; an idle one costs some 15 KB.</summary>
    [Range(10, 100_000)]
    public int Connections { get; set; } = 2000;

    /// <summary>Seconds for a request's line and headers, counted from its first byte.</summary>
    [Range(1, 120)]
    public int HeaderSeconds { get; set; } = 10;

    /// <summary>Seconds a connection is kept open without a request.</summary>
    [Range(1, 3600)]
    public int IdleSeconds { get; set; } = 120;

    /// <summary>Seconds after which a body must have come in faster than a crawl, 240 bytes a second on average.</summary>
    [Range(2, 60)]
    public int CrawlSeconds { get; set; } = 5;

    /// <summary>Seconds for which requests are still answered after the process was told to stop, so that whoever spreads them notices. Without it 5, in Development none.</summary>
    /// <remarks>Half of <see cref="StopSeconds"/> at most.</remarks>
    [Range(0, 60)]
    public int? DrainSeconds { get; set; }

    /// <summary>Seconds after which a process that was told to stop is gone, whatever hangs. Containers are killed after 10 to 30 seconds, in App Service after 5, unless the platform is told to wait.</summary>
    [Range(5, 300)]
    public int StopSeconds { get; set; } = 25;

    /// <summary>How long the host waits for everything together; what is left of <see cref="StopSeconds"/> is for putting away connections and files.</summary>
    internal TimeSpan Patience => TimeSpan.FromSeconds(StopSeconds) * 0.88;
}
