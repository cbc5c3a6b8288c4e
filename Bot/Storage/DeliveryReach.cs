using System;
using Bot.Domain.Deliveries;
using Bot.Platform.Deliveries;

namespace Bot.Storage;

/// <summary>What the ledger says of a message, as somebody was reached by it or not.</summary>
internal static class DeliveryReach
{
    /// <summary>What a line of the ledger means.</summary>
    public static ReachState StateOf(Delivery line) => line switch
    {
        { State: DeliveryState.Sent } => ReachState.Reached,
        { State: DeliveryState.Claimed } => ReachState.UnderWay,
        { Error: "BotDisabledByAdmin" } => ReachState.SwitchedOff,
        { State: DeliveryState.Waiting, Error: "NotAdded" or "ForbiddenOperationException" } => ReachState.NeverOpened,
        { State: DeliveryState.Waiting, Error: null } => ReachState.UnderWay,
        { Error: "Removed" or "BotNotInConversationRoster" } or { State: DeliveryState.Waiting } => ReachState.Removed,
        { Error: "ConversationBlockedByUser" } => ReachState.Blocked,
        { Error: "ConversationNotFound" } => ReachState.Gone,
        { Error: AudienceSender.Unmade } => ReachState.Unmade,
        { State: DeliveryState.GivenUp, Doubts: > 0 } => ReachState.Doubtful,
        { State: DeliveryState.GivenUp } => ReachState.GivenUp,
        _ => ReachState.Refused,
    };

    /// <summary>What a line of the ledger means that is about a mail.</summary>
    public static ReachState OfMail(Delivery line) => line switch
    {
        { State: DeliveryState.Sent } => ReachState.ByMail,
        { State: DeliveryState.Failed, Error: { } code } when code.StartsWith("401", StringComparison.Ordinal) || code.StartsWith("403", StringComparison.Ordinal) => ReachState.MailNotAllowed,
        { State: DeliveryState.Failed } => ReachState.MailRefused,
        { State: DeliveryState.GivenUp, Doubts: > 0 } => ReachState.MailDoubtful,
        { State: DeliveryState.GivenUp } => ReachState.MailGivenUp,
        _ => ReachState.UnderWay,
    };
}
