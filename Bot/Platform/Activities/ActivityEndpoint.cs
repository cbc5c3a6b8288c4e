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
/// <remarks>Statuses as the Bot Framework gives them: 405 for anything but POST, 415, 413 and 400 for what cannot be read, 401 and 403 for
/// what is not from the channel, an invoke's own status and body, 501 for an invoke the bot does not know, 200 otherwise.</remarks>
internal sealed partial class ActivityEndpoint(
    IRequestAuthentication authentication, ServiceUrls serviceUrls, TurnRunner runner, ILogger<ActivityEndpoint> logger)
{
    /// <summary>Takes one request from its bytes to its answer.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var (activity, refusal) = await ActivityReader.ReadAsync(context.Request, context.RequestAborted);
        if (activity is null)
        {
            LogUnreadable(refusal);
            context.Response.StatusCode = refusal;
            return;
        }

        var outcome = await authentication.AuthenticateAsync(context, activity);
        if (outcome is not AuthenticationOutcome.Accepted)
        {
            context.Response.StatusCode = outcome is AuthenticationOutcome.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
            return;
        }

        if (activity.ServiceUrl is not null && !serviceUrls.IsAllowed(activity.ServiceUrl))
        {
            LogForeignServiceUrl(activity.Id);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var answer = await runner.AnswerAsync(context.RequestServices.GetRequiredService<IBot>(), activity);
        await WriteAsync(context.Response, answer, context.RequestAborted);
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

    [LoggerMessage(1002, LogLevel.Warning, "Activity {ActivityId} was refused: its service address is not on the list.")]
    private partial void LogForeignServiceUrl(string? activityId);
}
