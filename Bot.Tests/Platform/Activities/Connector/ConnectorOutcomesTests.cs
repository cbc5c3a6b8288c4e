using System;
using System.Linq;
using System.Net;
using Bot.Platform.Activities.Connector;
using Xunit;

namespace Bot.Tests.Platform.Activities.Connector;

/// <summary>The published table, row by row, and what stands beside it.</summary>
public sealed class ConnectorOutcomesTests
{
    public static TheoryData<int, string?, string> Rows => new()
    {
        { 400, "Bad Argument", "GiveUp" },
        { 400, "BadSyntax", "GiveUp" },
        { 400, "MessageSizeTooBig", "Shrink" },
        { 401, "BotNotRegistered", "CheckRegistration" },
        { 401, null, "CheckRegistration" },
        { 403, "BotDisabledByAdmin", "StopTenant" },
        { 403, "BotNotInConversationRoster", "NotInConversation" },
        { 403, "ConversationBlockedByUser", "ForgetConversation" },
        { 403, "ForbiddenOperationException", "InstallFirst" },
        { 403, "InvalidBotApiHost", "OtherHost" },
        { 403, "NotEnoughPermissions", "GiveUp" },
        { 403, "SomethingNew", "GiveUp" },
        { 403, null, "GiveUp" },
        { 404, "ActivityNotFoundInConversation", "SendAnew" },
        { 404, "ConversationNotFound", "ForgetConversation" },
        { 404, null, "GiveUp" },
        { 405, null, "GiveUp" },
        { 408, null, "TryAgain" },
        { 409, null, "GiveUp" },
        { 412, "PreconditionFailed", "TryAgain" },
        { 413, "MessageSizeTooBig", "Shrink" },
        { 413, null, "Shrink" },
        { 429, "Throttled", "TryAgain" },
        { 429, null, "TryAgain" },
        { 500, "ServiceError", "GiveUp" },
        { 500, null, "GiveUp" },
        { 501, null, "GiveUp" },
        { 502, null, "InDoubt" },
        { 503, null, "TryAgain" },
        { 504, null, "InDoubt" },
        { 505, null, "GiveUp" },
        { 302, null, "GiveUp" },
        // A code belongs to its status: elsewhere it means nothing.
        { 404, "BotDisabledByAdmin", "GiveUp" },
        { 500, "ConversationNotFound", "GiveUp" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_StatusAndCode_IsWhatThePublishedTableSays(int status, string? code, string outcome)
    {
        Assert.Equal(outcome, ConnectorOutcomes.Of((HttpStatusCode)status, code).ToString());
        Assert.Equal(outcome, new ConnectorException((HttpStatusCode)status, code, null, null).Outcome.ToString());
    }

    [Fact]
    public void Rows_EveryOutcome_IsTried() => Assert.Equal(Enum.GetNames<ConnectorOutcome>().Order(), Rows.Select(row => row.Data.Item3).Distinct().Order());
}
