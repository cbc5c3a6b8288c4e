using System.Buffers.Text;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>A key of the local issuer, or of an attacker, with both halves. Made once for all tests; making one takes a tenth of a second.</summary>
internal sealed class IssuerKey(string id, int size, params string[] endorsements)
{
    private readonly RSA rsa = RSA.Create(size);

    /// <summary>What the real channel signs with: endorsed for Teams among others.</summary>
    public static IssuerKey Main { get; } = new("main", 2048, "webchat", "msteams", "directline");

    /// <summary>What it signs with tomorrow.</summary>
    public static IssuerKey Next { get; } = new("next", 2048, "msteams");

    public static IssuerKey Unendorsed { get; } = new("unendorsed", 2048);

    public static IssuerKey ForWebChat { get; } = new("webchat", 2048, "webchat", "msteams2", "MSTEAMS");

    public static IssuerKey Weak { get; } = new("weak", 1024, "msteams");

    /// <summary>Nobody published it.</summary>
    public static IssuerKey Attacker { get; } = new("attacker", 2048, "msteams");

    public string Id => id;

    public RSA Rsa => rsa;

    public byte[] Sign(string text, HashAlgorithmName hash, RSASignaturePadding padding) => rsa.SignData(Encoding.ASCII.GetBytes(text), hash, padding);

    /// <summary>The public half, as a keys document lists it.</summary>
    public JsonObject Public()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(name => (JsonNode)name)]),
        };
    }
}
