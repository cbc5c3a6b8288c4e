using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Authentication;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Activities;

/// <summary>The address the channel calls: one activity per request.</summary>
/// <remarks>In this order, so that a stranger makes the bot neither read nor parse: who asks, by the token alone (401, 503 without keys); then the
/// body (415, 413, 400); then whether that caller may bring that activity (401, 403). Refusals have an empty body; the reason stands in the log.
/// Otherwise 405 for anything but POST, 503 when too many are inside, an invoke's own status and body, 501 for an invoke the bot does not know, 200.</remarks>
internal sealed partial class ActivityEndpoint(
    ActivityReader reader, IRequestAuthentication authentication, ServiceUrls serviceUrls, TurnGate gate, TurnRunner runner, ILogger<ActivityEndpoint> logger)
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
            TurnSight.NotBegun(TurnKind.Of(activity));
            return;
        }

        var answer = await runner.AnswerAsync(context.RequestServices.GetRequiredService<IBot>(), activity);
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

    [LoggerMessage(1008, LogLevel.Warning, "Request {RequestId} was refused before its activity was read: {Fault}.")]
    private partial void LogStranger(string requestId, AuthenticationFault fault);

    [LoggerMessage(1040, LogLevel.Warning, "Activity {ActivityId} was turned away: too many are worked on at the moment.")]
    private partial void LogFull(string? activityId);
}
