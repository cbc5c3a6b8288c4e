namespace Bot.Platform.Telemetry;

/// <summary>The keys of everything a span or a measurement says, and words that are said in several places. Every value is from a short list of the bot's own:
/// no network, tenant, person or thing is ever named.</summary>
/// <remarks>Names as in OpenTelemetry's semantic conventions where those have one.</remarks>
internal static class Tags
{
    /// <summary>What came in, such as <c>message</c> or <c>press</c>.</summary>
    public const string TurnKind = "bot.turn.kind";

    /// <summary>The command's or button's own name, such as <c>meeting.next</c>; one and the same for everything that says how somebody votes.</summary>
    public const string Command = "bot.command";

    /// <summary>How it ended.</summary>
    public const string Outcome = "bot.outcome";

    /// <summary>Which kind of subject was looked at.</summary>
    public const string DueKind = "bot.due.kind";

    /// <summary>How late a look came, seconds.</summary>
    public const string DueLag = "bot.due.lag";

    /// <summary>Which part of the bot is ready or not.</summary>
    public const string Part = "bot.ready.part";

    /// <summary>What was asked of the Connector.</summary>
    public const string ConnectorOperation = "bot.connector.operation";

    /// <summary>Which store.</summary>
    public const string StoreSystem = "db.system.name";

    /// <summary>The table.</summary>
    public const string Table = "db.collection.name";

    /// <summary>What was asked of the store.</summary>
    public const string StoreOperation = "db.operation.name";

    /// <summary>How many rows came back.</summary>
    public const string RowsRead = "db.response.returned_rows";

    /// <summary>How many rows a transaction holds.</summary>
    public const string RowsWritten = "db.operation.batch.size";

    /// <summary>The status an HTTP service answered with.</summary>
    public const string Status = "http.response.status_code";

    /// <summary>The kind of a fault.</summary>
    public const string Error = "error.type";

    /// <summary>Outcome: as it should be.</summary>
    public const string Ok = "ok";

    /// <summary>Outcome: a fault.</summary>
    public const string Failed = "failed";

    /// <summary>Outcome: given up because the process stops or nobody waits any more.</summary>
    public const string Stopped = "stopped";
}
