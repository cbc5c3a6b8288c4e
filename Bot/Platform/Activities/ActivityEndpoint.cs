using System;
using System.Diagnostics;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Authentication;
using Bot.Platform.Activities.Connector;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Activities;

/// <summary>The address the channel calls: one activity per request.</summary>
/// <remarks>In this order, so that a stranger makes the bot neither read nor parse: who asks, by the token alone (401, 503 without keys); then the
/// body (415, 413, 400); then whether that caller may bring that activity (401, 403). Refusals have an empty body; the reason stands in the log.
/// Otherwise 405 for anything but POST, 503 when too many are inside, an invoke's own status and body, 501 for an invoke the bot does not know, 200.</remarks>
internal sealed partial class ActivityEndpoint(
    ActivityReader reader, IRequestAuthentication authentication, ServiceUrls serviceUrls, TurnGate gate, IConnectorClient connector, IFaultText faultText,
    ILogger<ActivityEndpoint> logger)
{
    /// <summary>Set by an adapter for the bot behind it; from the wire it means nothing (protocol 1.5).</summary>
    private const string CallerId = "callerId";

    /// <summary>Takes one request from its bytes to its answer.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var (caller, stranger) = await authentication.AuthenticateAsync(context);
        if (caller is null)
        {
            var why = stranger.GetValueOrDefault();
            LogStranger(context.TraceIdentifier, why);
            Refuse(context.Response, why.Status);
            return;
        }

        var (activity, unreadable) = await reader.ReadAsync(context.Request, context.RequestAborted);
        if (activity is null)
        {
            LogUnreadable(unreadable);
            Refuse(context.Response, unreadable);
            return;
        }

        if (FindFault(caller, activity) is { } fault)
        {
            LogRefused(activity.Id, fault);
            Refuse(context.Response, fault.Status);
            return;
        }

        activity.Properties?.Remove(CallerId);
        using var place = gate.Enter(context.Response);
        if (place is null)
        {
            LogFull(activity.Id);
            return;
        }

        var turn = new TurnContext(activity, connector);
        var answer = await RunAsync(context.RequestServices.GetRequiredService<IBot>(), turn, context.RequestAborted);
        await WriteAsync(context.Response, answer, context.RequestAborted);
    }

    private AuthenticationFault? FindFault(ChannelIdentity caller, Activity activity) =>
        authentication.FindFault(caller, activity)
        ?? (activity.ServiceUrl is null || serviceUrls.IsAllowed(activity.ServiceUrl) ? null : AuthenticationFault.ForeignServiceHost);

    private static void Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        if (status is StatusCodes.Status401Unauthorized)
        {
            // RFC 9110, 15.5.2: a 401 names what would be taken.
            response.Headers.WWWAuthenticate = "Bearer";
        }
    }

    private async Task<InvokeResponse> RunAsync(IBot bot, TurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            await bot.OnTurnAsync(turn, cancellationToken);
            return Answer(turn);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return InvokeResponse.Empty;
        }
#pragma warning disable CA1031 // Here, and only here, every fault ends: it is logged once and answered.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var id = turn.Activity.Id ?? MadeUpId();
            LogFault(fault, turn.Activity.Type, id);
            return await ApologiseAsync(turn, id, cancellationToken);
        }
    }

    /// <summary>For the odd activity without one: the person and the log name the same id all the same.</summary>
    private static string MadeUpId() => ActivityTraceId.CreateRandom().ToHexString();

    private static InvokeResponse Answer(TurnContext turn)
    {
        var answer = turn.Activity.Type is ActivityTypes.Invoke ? turn.InvokeResponse ?? InvokeResponse.NotImplemented : InvokeResponse.Empty;
        return turn.CollectsReplies ? ExpectedReplies.Of(turn, answer) : answer;
    }

    private async Task<InvokeResponse> ApologiseAsync(TurnContext turn, string id, CancellationToken cancellationToken)
    {
        var sentence = faultText.For(turn.Activity.ReaderLocale(), id);
        if (turn.Activity.Type is ActivityTypes.Message)
        {
            await SayAsync(turn, sentence, id, cancellationToken);
            return Answer(turn);
        }

        turn.InvokeResponse = turn.Activity.Name is InvokeNames.AdaptiveCardAction
            ? AdaptiveCardInvokeResponse.InternalError(sentence).ToInvokeResponse()
            : new InvokeResponse(StatusCodes.Status500InternalServerError, null);
        return turn.Activity.Type is ActivityTypes.Invoke ? Answer(turn) : turn.InvokeResponse;
    }

    private async Task SayAsync(TurnContext turn, string sentence, string id, CancellationToken cancellationToken)
    {
        try
        {
            await turn.SendActivityAsync(sentence, cancellationToken);
        }
#pragma warning disable CA1031 // The fault itself is logged already; that the channel is out of reach as well must not hide it.
        catch (Exception unreachable)
#pragma warning restore CA1031
        {
            LogUnsaid(unreachable.GetType().Name, id);
        }
    }

    private static async Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken cancellationToken)
    {
        if (answer.Body is null)
        {
            response.StatusCode = answer.Status;
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(answer.Body, ActivityFormat.Options.GetTypeInfo(answer.Body.GetType()));
        response.StatusCode = answer.Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, cancellationToken);
    }

    [LoggerMessage(1001, LogLevel.Information, "A request was refused with {Status}: no activity could be read from it.")]
    private partial void LogUnreadable(int status);

    [LoggerMessage(1002, LogLevel.Warning, "Activity {ActivityId} was refused: {Fault}.")]
    private partial void LogRefused(string? activityId, AuthenticationFault fault);

    [LoggerMessage(1003, LogLevel.Error, "The bot failed on a {Type}, activity {ActivityId}.")]
    private partial void LogFault(Exception fault, string? type, string activityId);

    [LoggerMessage(1040, LogLevel.Warning, "Activity {ActivityId} was turned away: too many are worked on at the moment.")]
    private partial void LogFull(string? activityId);

    [LoggerMessage(1004, LogLevel.Warning, "The apology for activity {ActivityId} could not be sent: {Reason}.")]
    private partial void LogUnsaid(string reason, string activityId);

    [LoggerMessage(1005, LogLevel.Warning, "Request {RequestId} was refused before its activity was read: {Fault}.")]
    private partial void LogStranger(string requestId, AuthenticationFault fault);
}
