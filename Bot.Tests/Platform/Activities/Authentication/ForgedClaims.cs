using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Bot.Platform.Activities.Authentication;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>Forgeries in what a token says: all of them signed by the channel's own key, which is the worst case.</summary>
internal static class ForgedClaims
{
    private const string OtherApp = "44444444-4444-4444-4444-444444444444";

    public static IEnumerable<Forgery> All => [.. Issuers, .. OtherTokens, .. Audiences, .. Lifetimes, .. ServiceUrls, .. Doubles];

    private static IEnumerable<Forgery> Issuers =>
    [
        Issuer("another issuer", "https://evil.example"),
        Issuer("the issuer with a slash", "https://api.botframework.com/"),
        Issuer("the issuer over http", "http://api.botframework.com"),
        Issuer("the issuer in capitals", "https://API.botframework.com"),
        Issuer("an issuer that begins like ours", "https://api.botframework.com.evil.example"),
        Issuer("the government's issuer", "https://api.botframework.us"),
        Issuer("China's issuer", "https://api.botframework.azure.cn"),
        Issuer("no issuer", null),
        Issuer("a list of issuers", new JsonArray(SignedRequest.Issuer)),
    ];

    /// <summary>Tokens that Entra issues, as the Emulator, a skill's parent or a tab would bring them.</summary>
    private static IEnumerable<Forgery> OtherTokens =>
    [
        Entra("Emulator token, version 1", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", SignedRequest.AppId, "1.0", "appid", SignedRequest.AppId),
        Entra("Emulator token, version 2", "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0", SignedRequest.AppId, "2.0", "azp", SignedRequest.AppId),
        Entra("token of a bot that uses this one as a skill", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", SignedRequest.AppId, "2.0", "azp", OtherApp),
        Entra("sign-on token of a person", $"https://login.microsoftonline.com/{SignedRequest.Tenant}/v2.0", $"api://botid-{SignedRequest.AppId}", "2.0", "azp", "1fec8e78-bce4-4aaf-ab1b-5451cc387264"),
        Entra("token of a person for this app", $"https://sts.windows.net/{SignedRequest.Tenant}/", SignedRequest.AppId, "1.0", "appid", OtherApp),
    ];

    private static IEnumerable<Forgery> Audiences =>
    [
        Audience("another bot's token", OtherApp),
        Audience("no audience", null),
        Audience("an empty audience", ""),
        Audience("an audience as a tab has it", "api://botid-" + SignedRequest.AppId),
        Audience("an audience as Entra has it", "api://" + SignedRequest.AppId),
        Audience("the audience with a slash", SignedRequest.AppId + "/"),
        Audience("the audience in braces", "{" + SignedRequest.AppId + "}"),
        Audience("the audience without hyphens", SignedRequest.AppId.Replace("-", "", StringComparison.Ordinal)),
        Audience("the channel's own audience", SignedRequest.Issuer),
        Audience("several audiences, ours among them", new JsonArray(OtherApp, SignedRequest.AppId)),
        Audience("ours as the only one in a list", new JsonArray(SignedRequest.AppId)),
        Audience("a number for an audience", 22),
    ];

    private static IEnumerable<Forgery> Lifetimes =>
    [
        Time("expired an hour ago", AuthenticationFault.Expired, (request, now) => (request["nbf"], request["exp"]) = (now - 7200, now - 3600)),
        Time("expired five minutes ago", AuthenticationFault.Expired, (request, now) => (request["nbf"], request["exp"]) = (now - 3600, now - 300)),
        Time("valid in an hour", AuthenticationFault.NotYetValid, (request, now) => (request["nbf"], request["exp"]) = (now + 3600, now + 7200)),
        Time("valid in five minutes and a second", AuthenticationFault.NotYetValid, (request, now) => (request["nbf"], request["exp"]) = (now + 301, now + 7200)) with { IsExact = true },
        Time("no end", AuthenticationFault.NoLifetime, (request, _) => request.Remove("exp")),
        Time("no beginning", AuthenticationFault.NoLifetime, (request, _) => request.Remove("nbf")),
        Time("an end that is text", AuthenticationFault.NoLifetime, (request, now) => request["exp"] = $"{now + 3600}"),
        Time("an end beyond all time", AuthenticationFault.NoLifetime, (request, _) => request["exp"] = 253_402_300_800),
        Time("an end of 1e400", AuthenticationFault.NoLifetime, (request, _) => request["exp"] = JsonNode.Parse("1e400")),
        Time("a beginning before 1970", AuthenticationFault.NoLifetime, (request, _) => request["nbf"] = -1),
        Time("an end before the beginning", AuthenticationFault.NoLifetime, (request, now) => (request["nbf"], request["exp"]) = (now + 120, now - 120)),
    ];

    private static IEnumerable<Forgery> ServiceUrls =>
    [
        Claim("no service address", AuthenticationFault.NoServiceUrlClaim, null),
        Claim("an empty service address", AuthenticationFault.NoServiceUrlClaim, ""),
        Claim("a service address that is a list", AuthenticationFault.NoServiceUrlClaim, new JsonArray(SignedRequest.ServiceUrl)),
        Claim("the service address of another region", AuthenticationFault.OtherServiceUrl, "https://smba.trafficmanager.net/amer/"),
        Claim("the service address without its path", AuthenticationFault.OtherServiceUrl, "https://smba.trafficmanager.net/"),
        Claim("the service address with two slashes", AuthenticationFault.OtherServiceUrl, SignedRequest.ServiceUrl + "/"),
        Claim("the service address with a space", AuthenticationFault.OtherServiceUrl, SignedRequest.ServiceUrl + " "),
        Claim("a service address of somebody else", AuthenticationFault.OtherServiceUrl, "https://evil.example/"),
    ];

    private static IEnumerable<Forgery> Doubles =>
    [
        Twice("issuer twice", "\"iss\":\"https://evil.example\","),
        Twice("audience twice", $"\"aud\":\"{OtherApp}\","),
        Twice("end twice", "\"exp\":4102444800,"),
        Twice("service address twice", "\"serviceurl\":\"https://evil.example/\","),
        new("service address in two spellings", 401, AuthenticationFault.NoServiceUrlClaim, request => request.Payload["serviceUrl"] = SignedRequest.ServiceUrl),
    ];

    private static Forgery Issuer(string name, JsonNode? value) => new(name, 401, AuthenticationFault.ForeignIssuer, request => Set(request.Payload, "iss", value));

    private static Forgery Audience(string name, JsonNode? value) => new(name, 401, AuthenticationFault.ForeignAudience, request => Set(request.Payload, "aud", value));

    private static Forgery Claim(string name, AuthenticationFault fault, JsonNode? value) => new(name, 401, fault, request => Set(request.Payload, "serviceurl", value));

    private static Forgery Time(string name, AuthenticationFault fault, Action<JsonObject, long> set) => new(name, 401, fault, request => set(request.Payload, request.Now));

    private static Forgery Twice(string name, string more) =>
        new(name, 401, AuthenticationFault.Malformed, request => request.PayloadText = "{" + more + request.Payload.ToJsonString()[1..]);

    private static Forgery Entra(string name, string issuer, string audience, string version, string party, string app) => new(name, 401, AuthenticationFault.ForeignIssuer, request =>
    {
        (request.Payload["iss"], request.Payload["aud"], request.Payload["ver"], request.Payload[party]) = (issuer, audience, version, app);
        request.Payload["tid"] = SignedRequest.Tenant;
        request.Payload.Remove("serviceurl");
    });

    private static void Set(JsonObject fields, string name, JsonNode? value)
    {
        if (value is null)
        {
            fields.Remove(name);
        }
        else
        {
            fields[name] = value.DeepClone();
        }
    }
}
