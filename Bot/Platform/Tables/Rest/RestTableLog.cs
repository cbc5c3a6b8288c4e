using Microsoft.Extensions.Logging;

namespace Bot.Platform.Tables.Rest;

/// <summary>What the REST store says about its work: never a key, never a value.</summary>
internal static partial class RestTableLog
{
    [LoggerMessage(3101, LogLevel.Warning, "A write to {Table} had to be sent {Tries} times; its own first try had succeeded.")]
    public static partial void OwnWriteFound(this ILogger logger, string table, int tries);

    [LoggerMessage(3102, LogLevel.Warning, "The table service answered {Status} {Code} for {Table} after {Tries} tries (request {RequestId}).")]
    public static partial void ServiceFailed(this ILogger logger, int status, string? code, string table, int tries, string? requestId);
}
