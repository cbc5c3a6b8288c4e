using System;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Platform.Playground;

/// <summary>The relay on the wire: one address for each window's activities, and the Connector the bot calls.</summary>
internal static class RelayEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var playground = app.MapGroup("playground").AddEndpointFilter<RouteGroupBuilder, LoopbackOnly>();
        playground.MapPost("{person}/messages", PassOnAsync);
        var v3 = playground.MapGroup("_connector/v3");
        v3.MapPost("conversations", CreateAsync);
        v3.MapPost("conversations/{conversation}/activities/{activity?}", SendAsync);
        v3.MapPut("conversations/{conversation}/activities/{activity}", UpdateAsync);
        v3.MapDelete("conversations/{conversation}/activities/{activity}", Delete);
        v3.MapGet("conversations/{conversation}/members", Members);
        v3.MapGet("conversations/{conversation}/pagedmembers", PagedMembers);
        v3.MapGet("conversations/{conversation}/members/{member}", Member);
        v3.MapGet("teams/{team}", (string team, PlaygroundRoster roster) => Found(roster.DescribeTeam(team)));
        v3.MapGet("teams/{team}/conversations", (string team, PlaygroundRoster roster) => Found(roster.DescribeChannels(team)));
    }

    private static async Task PassOnAsync(HttpContext context, string person, PlaygroundWindows windows, ActivityRelay relay)
    {
        if (windows.Of(person) is not { } window)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await ReadAsync(context.Request) is not { } activity)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var answer = await relay.PassOnAsync(window, activity, OwnAddress(context), context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task<IResult> SendAsync(
        HttpRequest request, string conversation, ConnectorRelay relay, CancellationToken cancellationToken) =>
        await ReadAsync(request) is { } body ? Answer(await relay.SendAsync(conversation, body, cancellationToken)) : BadSyntax();

    private static async Task<IResult> UpdateAsync(
        HttpRequest request, string conversation, string activity, ConnectorRelay relay, CancellationToken cancellationToken) =>
        await ReadAsync(request) is { } body ? Answer(await relay.UpdateAsync(conversation, activity, body, cancellationToken)) : BadSyntax();

    private static IResult Delete() =>
        Answer(RelayAnswer.Error(HttpStatusCode.NotImplemented, "NotImplemented", "The Playground cannot delete messages."));

    private static async Task<IResult> CreateAsync(
        HttpRequest request, ConnectorRelay relay, PlaygroundRoster roster, CancellationToken cancellationToken)
    {
        var parameters = await ReadAsync(request);
        if (parameters?["channelData"]?["channel"]?["id"]?.ToString() is { } channel)
        {
            return parameters["activity"] is JsonObject first
                ? Answer(await relay.BeginThreadAsync(channel, first, cancellationToken))
                : BadSyntax();
        }

        var tenant = parameters?["tenantId"] ?? parameters?["channelData"]?["tenant"]?["id"];
        if (tenant is null || parameters?["members"] is not JsonArray { Count: 1 } members)
        {
            return BadSyntax();
        }

        return roster.Find(members[0]?["id"]?.ToString() ?? "") is { HasWindow: true } person
            ? Answer(new RelayAnswer(HttpStatusCode.Created, new JsonObject { ["id"] = person.PersonalChatId }))
            : Answer(RelayAnswer.Error(HttpStatusCode.Forbidden, "ForbiddenOperationException", "The app is not installed for this person."));
    }

    private static IResult Members(string conversation, PlaygroundRoster roster) =>
        Found(roster.MembersOf(conversation) is { } people ? new JsonArray([.. people.Select(roster.Describe)]) : null);

    private static IResult PagedMembers(string conversation, PlaygroundRoster roster) =>
        Found(roster.MembersOf(conversation) is { } people
            ? new JsonObject { ["members"] = new JsonArray([.. people.Select(roster.Describe)]) }
            : null);

    private static IResult Member(string conversation, string member, PlaygroundRoster roster) =>
        Found(roster.MembersOf(conversation)?.FirstOrDefault(person => person.IsNamedBy(member)) is { } found ? roster.Describe(found) : null);

    private static Uri OwnAddress(HttpContext context) =>
        new($"{context.Request.Scheme}://{PlaygroundAddress.Loopback(context.Connection.LocalIpAddress)}:{context.Connection.LocalPort}/");

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Found(JsonNode? body) => Answer(body is null
        ? RelayAnswer.Error(HttpStatusCode.NotFound, "ConversationNotFound", "There is nothing under this id.")
        : new RelayAnswer(HttpStatusCode.OK, body));

    private static IResult BadSyntax() =>
        Answer(RelayAnswer.Error(HttpStatusCode.BadRequest, "BadSyntax", "Incorrect conversation creation parameters"));

    private static IResult Answer(RelayAnswer answer) => answer.Body is null
        ? Results.StatusCode((int)answer.Status)
        : Results.Text(answer.Body.ToJsonString(), "application/json", statusCode: (int)answer.Status);
}
