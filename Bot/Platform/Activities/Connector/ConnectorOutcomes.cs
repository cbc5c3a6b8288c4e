using System.Collections.Frozen;
using System.Collections.Generic;
using System.Net;

namespace Bot.Platform.Activities.Connector;

/// <summary>The table from status and code to what follows.</summary>
/// <remarks>Source: Teams documentation, "Status codes from bot conversational APIs" (<c>bots/build-conversational-capability</c>). What stands there
/// under no retry is not retried here; of what is not in it, only 408 passes by itself.</remarks>
internal static class ConnectorOutcomes
{
    private static readonly FrozenDictionary<(int Status, string Code), ConnectorOutcome> ByCode = new Dictionary<(int, string), ConnectorOutcome>
    {
        [(400, "MessageSizeTooBig")] = ConnectorOutcome.Shrink,
        [(403, "BotDisabledByAdmin")] = ConnectorOutcome.StopTenant,
        [(403, "BotNotInConversationRoster")] = ConnectorOutcome.NotInConversation,
        [(403, "ConversationBlockedByUser")] = ConnectorOutcome.ForgetConversation,
        [(403, "ForbiddenOperationException")] = ConnectorOutcome.InstallFirst,
        [(403, "InvalidBotApiHost")] = ConnectorOutcome.OtherHost,
        [(403, "NotEnoughPermissions")] = ConnectorOutcome.GiveUp,
        [(404, "ActivityNotFoundInConversation")] = ConnectorOutcome.SendAnew,
        [(404, "ConversationNotFound")] = ConnectorOutcome.ForgetConversation,
    }.ToFrozenDictionary();

    /// <summary>What follows from the answer.</summary>
    /// <param name="status">Not a success.</param>
    /// <param name="code">As the Connector names it, or null.</param>
    public static ConnectorOutcome Of(HttpStatusCode status, string? code) =>
        code is not null && ByCode.TryGetValue(((int)status, code), out var known) ? known : OfStatus((int)status);

    private static ConnectorOutcome OfStatus(int status) => status switch
    {
        401 => ConnectorOutcome.CheckRegistration,
        413 => ConnectorOutcome.Shrink,
        408 or 412 or 429 or 503 => ConnectorOutcome.TryAgain,
        502 or 504 => ConnectorOutcome.InDoubt,
        _ => ConnectorOutcome.GiveUp,
    };
}
