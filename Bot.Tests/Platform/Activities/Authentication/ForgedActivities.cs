using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Bot.Platform.Activities.Authentication;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>Good tokens under activities they do not vouch for.</summary>
internal static class ForgedActivities
{
    private const string Elsewhere = "55555555-5555-5555-5555-555555555555";

    public static IEnumerable<Forgery> All =>
    [
        new("a key without endorsement", 403, AuthenticationFault.NotEndorsed, request => request.UseKey(IssuerKey.Unendorsed)),
        new("a key endorsed for another channel", 403, AuthenticationFault.NotEndorsed, request => request.UseKey(IssuerKey.ForWebChat)),
        Changed("another channel, which the key may speak for", AuthenticationFault.ForeignChannel, activity => activity["channelId"] = "webchat"),
        Changed("the Emulator's channel", AuthenticationFault.ForeignChannel, activity => activity["channelId"] = "emulator"),
        Changed("a channel whose tokens the SDK checks otherwise", AuthenticationFault.ForeignChannel, activity => activity["channelId"] = "AseChannel"),
        Changed("the channel in capitals", AuthenticationFault.ForeignChannel, activity => activity["channelId"] = "MSTEAMS"),
        Changed("no channel", AuthenticationFault.ForeignChannel, activity => activity.Remove("channelId")),
        Changed("an empty channel", AuthenticationFault.ForeignChannel, activity => activity["channelId"] = ""),
        Changed("for another bot", AuthenticationFault.OtherRecipient, activity => activity["recipient"] = new JsonObject { ["id"] = "28:44444444-4444-4444-4444-444444444444" }),
        Changed("for the app id without 28:", AuthenticationFault.OtherRecipient, activity => activity["recipient"] = new JsonObject { ["id"] = SignedRequest.AppId }),
        Changed("for nobody", AuthenticationFault.OtherRecipient, activity => activity.Remove("recipient")),
        Changed("from another tenant", AuthenticationFault.ForeignTenant, activity => SetTenant(activity, Elsewhere)),
        Changed("from another tenant, the own one named beside it", AuthenticationFault.ForeignTenant, activity => activity["channelData"]!["tenant"]!["id"] = Elsewhere),
        Changed("from another tenant, named by the conversation alone", AuthenticationFault.ForeignTenant, activity =>
        {
            activity.Remove("channelData");
            activity["conversation"]!["tenantId"] = Elsewhere;
        }),
        Changed("from no tenant", AuthenticationFault.ForeignTenant, activity =>
        {
            activity.Remove("channelData");
            activity["conversation"]!.AsObject().Remove("tenantId");
        }),
        Changed("from an empty tenant", AuthenticationFault.ForeignTenant, activity => SetTenant(activity, "")),
        Changed("from the tenant of zeros", AuthenticationFault.ForeignTenant, activity => SetTenant(activity, Guid.Empty.ToString())),
        new("an activity without service address", 401, AuthenticationFault.OtherServiceUrl, request =>
        {
            request.Activity["type"] = "event";
            request.Activity.Remove("serviceUrl");
        }),
        Address("a service address nobody knows, signed by the channel", "https://evil.example/"),
        Address("a service address at a name anyone can rent, signed by the channel", "https://evil.trafficmanager.net/emea/"),
        Address("a service address over http, signed by the channel", "http://smba.trafficmanager.net/emea/"),
    ];

    private static Forgery Changed(string name, AuthenticationFault fault, Action<JsonObject> change) => new(name, 403, fault, request => change(request.Activity));

    private static Forgery Address(string name, string address) => new(name, 403, AuthenticationFault.ForeignServiceHost, request =>
        (request.Payload["serviceurl"], request.Activity["serviceUrl"]) = (address, address));

    private static void SetTenant(JsonObject activity, string tenant) =>
        (activity["channelData"]!["tenant"]!["id"], activity["conversation"]!["tenantId"]) = (tenant, tenant);
}
