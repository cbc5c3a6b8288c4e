using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>A request as the Bot Connector signs it, to be spoilt by a test in one place.</summary>
internal sealed class SignedRequest
{
    public const string AppId = "22222222-2222-2222-2222-2222222222ab";
    public const string Tenant = "11111111-1111-1111-1111-11111111111a";
    public const string SecondTenant = "33333333-3333-3333-3333-333333333333";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string Issuer = "https://api.botframework.com";
    public const string ActivityId = "activity-42";

    /// <param name="now">What the bot's clock shows.</param>
    public SignedRequest(DateTimeOffset now)
    {
        Now = now.ToUnixTimeSeconds();
        Payload = new JsonObject
        {
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = Now,
            ["exp"] = Now + 3600,
            ["iss"] = Issuer,
            ["aud"] = AppId,
        };
    }

    /// <summary>The bot's clock, in Unix seconds.</summary>
    public long Now { get; }

    public JsonObject Header { get; } = new() { ["alg"] = "RS256", ["kid"] = "main", ["x5t"] = "main", ["typ"] = "JWT" };

    public JsonObject Payload { get; }

    public JsonObject Activity { get; } = new()
    {
        ["type"] = "message",
        ["id"] = ActivityId,
        ["text"] = "Hilfe",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:ada", ["aadObjectId"] = "00000000-0000-0000-0000-000000000001" },
        ["recipient"] = new JsonObject { ["id"] = "28:" + AppId },
        ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    /// <summary>The header's text, where it cannot be written as an object.</summary>
    public string? HeaderText { get; set; }

    /// <summary>The payload's text, where it cannot be written as an object.</summary>
    public string? PayloadText { get; set; }

    /// <summary>Makes the signature over the first two parts.</summary>
    public Func<string, byte[]> Sign { get; set; } = By(IssuerKey.Main);

    /// <summary>Changes the finished token.</summary>
    public Func<string, string> Finish { get; set; } = token => token;

    /// <summary>The Authorization headers, made from the finished token.</summary>
    public Func<string, IEnumerable<string>> Headers { get; set; } = token => ["Bearer " + token];

    /// <summary>The first two parts.</summary>
    public string SigningInput => Encode(HeaderText ?? Header.ToJsonString()) + "." + Encode(PayloadText ?? Payload.ToJsonString());

    /// <summary>The finished token.</summary>
    public string Token => Finish(SigningInput + "." + Base64Url.EncodeToString(Sign(SigningInput)));

    /// <summary>RS256 with that key.</summary>
    public static Func<string, byte[]> By(IssuerKey key) => text => key.Sign(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>Names that key and signs with it.</summary>
    public void UseKey(IssuerKey key)
    {
        Header["kid"] = key.Id;
        Sign = By(key);
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
