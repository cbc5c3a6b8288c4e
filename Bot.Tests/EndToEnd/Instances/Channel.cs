using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.ExampleNetwork;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.EndToEnd.Instances;

/// <summary>The channel in front of several instances: it delivers to one after the other, and to the next when one is not there.</summary>
internal sealed class Channel(GatedConnector connector) : IDisposable
{
    /// <summary>More tries than instances can be away at once.</summary>
    private const int MostTries = 1000;

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private int turn;

    /// <summary>Where the instances listen that the channel knows of.</summary>
    public IReadOnlyList<Uri> Instances { get; set; } = [];

    /// <summary>How often an instance was not there and the next was tried.</summary>
    public int Retries { get; private set; }

    /// <summary>Somebody says something in their 1:1 chat.</summary>
    public JsonObject Says(string who, string text) => Complete(new JsonObject { ["type"] = "message", ["text"] = text }, who);

    /// <summary>Waits until somebody is shown a button in their 1:1 chat.</summary>
    public Task SeesAsync(string who, string button, CancellationToken cancellationToken) => SeesAsync(who, button, string.Empty, cancellationToken);

    /// <summary>The same on a card that says so.</summary>
    /// <param name="who">Who.</param>
    /// <param name="button">What stands on it.</param>
    /// <param name="about">What its card says. The bot proposes meetings by itself at any time, with the same button.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SeesAsync(string who, string button, string about, CancellationToken cancellationToken) =>
        connector.UntilAsync(() => Shown(who, button, about).Any(), $"{who} sees the button {button}", cancellationToken);

    /// <summary>Somebody presses a button they were shown in their 1:1 chat, on the newest card that says so.</summary>
    public JsonObject Presses(string who, string button, string about = "")
    {
        var (card, action) = Shown(who, button, about).First();
        var data = action.TryGetProperty("data", out var held) ? JsonNode.Parse(held.GetRawText())!.AsObject() : [];
        foreach (var input in CardReading.Inputs(card.Content).Where(input => input.TryGetProperty("value", out _)))
        {
            data[input.GetProperty("id").GetString()!] = input.GetProperty("value").ToString();
        }

        return Complete(
            new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["replyToId"] = card.Id,
                ["value"] = new JsonObject
                {
                    ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action.GetProperty("verb").GetString(), ["data"] = data },
                    ["trigger"] = "manual",
                },
            },
            who);
    }

    /// <summary>Delivers to whoever is next, and goes on until one takes it.</summary>
    /// <returns>What the client shows.</returns>
    public async Task<string> DeliverAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var body = activity.ToJsonString();
        for (var attempt = 1; ; attempt++)
        {
            var instances = Instances;
            var next = instances[(int)((uint)Interlocked.Increment(ref turn) % instances.Count)];
            try
            {
                if (await DeliverAsync(next, body, cancellationToken) is { } shown)
                {
                    return shown;
                }
            }
            catch (HttpRequestException) when (attempt < MostTries)
            {
                // Nobody listens there any more, or not yet.
            }

            Retries++;
        }
    }

    /// <summary>Delivers to the first instance, once.</summary>
    public Task DeliverOnceAsync(JsonObject activity, CancellationToken cancellationToken) => DeliverAsync(Instances[0], activity.ToJsonString(), cancellationToken);

    /// <summary>Delivers the same thing to two instances at the same time.</summary>
    public async Task DeliverTwiceAsync(JsonObject activity, Uri first, Uri second, CancellationToken cancellationToken)
    {
        var body = activity.ToJsonString();
        await Task.WhenAll(DeliverAsync(first, body, cancellationToken), DeliverAsync(second, body, cancellationToken));
    }

    public void Dispose() => http.Dispose();

    private async Task<string?> DeliverAsync(Uri instance, string body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await http.PostAsync(new Uri(instance, "/api/messages"), content, cancellationToken);
        if (response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable)
        {
            return null;
        }

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        return answer.Length == 0 ? string.Empty : CardReading.Words(JsonDocument.Parse(answer).RootElement);
    }

    /// <summary>Where somebody sees a button, newest first.</summary>
    private IEnumerable<(GatedConnector.Said Card, JsonElement Action)> Shown(string who, string button, string about) =>
        connector.Messages.Where(message => message.Conversation == GatedConnector.Personal(who) && message.Words.Contains(about, StringComparison.Ordinal)).Reverse()
            .SelectMany(message => CardReading.Actions(message.Content).Select(action => (Card: message, Action: action)))
            .Where(found => found.Action.TryGetProperty("title", out var title) && title.GetString()?.Trim() == button);

    private JsonObject Complete(JsonObject activity, string who)
    {
        activity["id"] = Guid.NewGuid().ToString();
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = connector.Url;
        activity["locale"] = "de-DE";
        activity["from"] = new JsonObject { ["id"] = "29:" + who, ["name"] = who };
        activity["recipient"] = new JsonObject { ["id"] = "28:22222222-2222-2222-2222-222222222222", ["name"] = "Koordinationsbot" };
        activity["conversation"] = new JsonObject { ["id"] = GatedConnector.Personal(who), ["conversationType"] = "personal", ["tenantId"] = ExampleSnapshot.Tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ExampleSnapshot.Tenant } };
        return activity;
    }
}
