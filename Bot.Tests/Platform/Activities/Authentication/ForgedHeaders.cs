using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Platform.Activities.Authentication;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>Forgeries in the HTTP header, in the form of the token, in algorithm, key and signature.</summary>
internal static class ForgedHeaders
{
    public static IEnumerable<Forgery> All => [.. Http, .. Form, .. Algorithms, .. Keys, .. Signatures];

    private static IEnumerable<Forgery> Http =>
    [
        Http401("no Authorization header", AuthenticationFault.NoToken, _ => []),
        Http401("empty Authorization header", AuthenticationFault.NoToken, _ => [""]),
        Http401("Basic", AuthenticationFault.NotBearer, _ => ["Basic " + Convert.ToBase64String("bot:secret"u8)]),
        Http401("the token alone", AuthenticationFault.NotBearer, token => [token]),
        Http401("Bearer without a token", AuthenticationFault.NotBearer, _ => ["Bearer"]),
        Http401("Bearer twice", AuthenticationFault.NotBearer, token => ["Bearer Bearer " + token]),
        Http401("a part behind the token", AuthenticationFault.NotBearer, token => ["Bearer " + token + " x"]),
        Http401("two spaces", AuthenticationFault.NotBearer, token => ["Bearer  " + token]),
        Http401("a tab for the space", AuthenticationFault.NotBearer, token => ["Bearer\t" + token]),
        Http401("two headers, both good", AuthenticationFault.SeveralHeaders, token => ["Bearer " + token, "Bearer " + token]),
        Http401("two headers, the second good", AuthenticationFault.SeveralHeaders, token => ["Basic eDp5", "Bearer " + token]),
        Http401("two tokens with a comma", AuthenticationFault.NotBearer, token => ["Bearer " + token + ", Bearer " + token]),
        Http401("two tokens with a comma and no space", AuthenticationFault.Malformed, token => ["Bearer " + token + ",Bearer"]),
        new("a huge token", 401, AuthenticationFault.TokenTooLong, request => request.Payload["more"] = new string('x', 8 * 1024)),
    ];

    private static IEnumerable<Forgery> Form =>
    [
        Finished("not a token", _ => "token"),
        Finished("two parts", token => token[..token.LastIndexOf('.')]),
        Finished("no signature", token => token[..(token.LastIndexOf('.') + 1)]),
        Finished("four parts", token => token + ".eA"),
        Finished("encrypted, five parts", token => token + ".eA.eA"),
        Finished("a dot behind it", token => token + "."),
        Finished("padding behind it", token => token + "=="),
        Finished("padding inside it", token => SignedRequest.Encode("{\"alg\":\"RS256\",\"kid\":\"main\"}") + "=" + token[token.IndexOf('.')..]),
        Finished("the other alphabet of base64", token => token[..(token.LastIndexOf('.') + 1)] + Convert.ToBase64String(new byte[] { 0xFB, 0xEF, 0xFF }).PadRight(342, '/')),
        Finished("loose bits at the end of the signature", Loosen),
        Finished("a line break in it", token => token[..20] + "%0A" + token[20..]),
        new("a header that is no JSON", 401, AuthenticationFault.Malformed, request => request.HeaderText = "RS256"),
        new("a header that is a list", 401, AuthenticationFault.Malformed, request => request.HeaderText = """["RS256","main"]"""),
        new("a payload that is no JSON", 401, AuthenticationFault.Malformed, request => request.PayloadText = "hello"),
        new("data behind the payload", 401, AuthenticationFault.Malformed, request => request.PayloadText = request.Payload.ToJsonString() + "{}"),
        new("another token inside", 401, AuthenticationFault.Malformed, request =>
        {
            request.Header["cty"] = "JWT";
            request.PayloadText = $"\"{request.Token}\"";
        }),
        Twice("algorithm twice", "\"alg\":\"none\","),
        Twice("key twice", "\"kid\":\"attacker\","),
        new("an escaped name twice", 401, AuthenticationFault.Malformed, request => request.HeaderText = """{"\u0061lg":"none","alg":"RS256","kid":"main"}"""),
    ];

    private static IEnumerable<Forgery> Algorithms =>
    [
        Algorithm("none, no signature", "none", _ => [0]),
        Algorithm("none with a good signature", "none", SignedRequest.By(IssuerKey.Main)),
        Algorithm("nOnE", "nOnE", SignedRequest.By(IssuerKey.Main)),
        Algorithm("no algorithm", null, SignedRequest.By(IssuerKey.Main)),
        Algorithm("rs256", "rs256", SignedRequest.By(IssuerKey.Main)),
        Algorithm("HS256 with the public key as PEM", "HS256", Hmac(rsa => Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()))),
        Algorithm("HS256 with the public key as PEM and a line break", "HS256", Hmac(rsa => Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem() + "\n"))),
        Algorithm("HS256 with the public key as PKCS #1 PEM", "HS256", Hmac(rsa => Encoding.ASCII.GetBytes(rsa.ExportRSAPublicKeyPem()))),
        Algorithm("HS256 with the public key as DER", "HS256", Hmac(rsa => rsa.ExportSubjectPublicKeyInfo())),
        Algorithm("HS256 with the modulus", "HS256", Hmac(rsa => rsa.ExportParameters(false).Modulus!)),
        Algorithm("HS256 with the modulus as it is published", "HS256", Hmac(rsa => Encoding.ASCII.GetBytes(Base64Url.EncodeToString(rsa.ExportParameters(false).Modulus)))),
        Algorithm("HS512 with the public key as PEM", "HS512", text => HMACSHA512.HashData(Encoding.ASCII.GetBytes(IssuerKey.Main.Rsa.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(text))),
        Algorithm("RS384", "RS384", text => IssuerKey.Main.Sign(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)),
        Algorithm("RS512", "RS512", text => IssuerKey.Main.Sign(text, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
        Algorithm("PS256", "PS256", text => IssuerKey.Main.Sign(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        Algorithm("ES256 by the attacker", "ES256", text => EllipticCurve().SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256)),
        new("RS256 in name, SHA-384 in truth", 401, AuthenticationFault.BadSignature, request => request.Sign = text => IssuerKey.Main.Sign(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)),
        new("RS256 in name, PSS in truth", 401, AuthenticationFault.BadSignature, request => request.Sign = text => IssuerKey.Main.Sign(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
        new("an algorithm that is no text", 401, AuthenticationFault.ForeignAlgorithm, request => request.Header["alg"] = new JsonArray("RS256")),
        new("an extension that must be understood", 401, AuthenticationFault.CriticalHeader, request => request.Header["crit"] = new JsonArray("exp")),
        new("an unencoded payload that must be understood", 401, AuthenticationFault.CriticalHeader, request => (request.Header["crit"], request.Header["b64"]) = (new JsonArray("b64"), false)),
        new("an empty list of extensions", 401, AuthenticationFault.CriticalHeader, request => request.Header["crit"] = new JsonArray()),
    ];

    private static IEnumerable<Forgery> Keys =>
    [
        Key("no key named", AuthenticationFault.NoKeyId, request => request.Header.Remove("kid")),
        Key("an empty key name", AuthenticationFault.NoKeyId, request => request.Header["kid"] = ""),
        Key("a key name that is a number", AuthenticationFault.NoKeyId, request => request.Header["kid"] = 1),
        Key("an unknown key", AuthenticationFault.UnknownKey, request => request.UseKey(IssuerKey.Attacker)),
        Key("a known key's name in other case", AuthenticationFault.UnknownKey, request => request.Header["kid"] = "MAIN"),
        Key("a path for a key name", AuthenticationFault.UnknownKey, request => request.Header["kid"] = "../../../dev/null"),
        Key("the name of another of the channel's keys", AuthenticationFault.BadSignature, request => request.Header["kid"] = "unendorsed"),
        Key("a key of another kind", AuthenticationFault.UnknownKey, request => request.Header["kid"] = "curve"),
        Key("a key for encryption", AuthenticationFault.UnknownKey, request => request.Header["kid"] = "encryption"),
        Key("a weak key", AuthenticationFault.WeakKey, request => request.UseKey(IssuerKey.Weak)),
        Key("the attacker's key in the header", AuthenticationFault.BadSignature, request =>
        {
            request.Header["jwk"] = IssuerKey.Attacker.Public();
            request.Sign = SignedRequest.By(IssuerKey.Attacker);
        }),
        Key("the attacker's key in the header, under its own name", AuthenticationFault.UnknownKey, request =>
        {
            request.Header["jwk"] = IssuerKey.Attacker.Public();
            request.UseKey(IssuerKey.Attacker);
        }),
        Key("the attacker's keys by address", AuthenticationFault.BadSignature, request =>
        {
            request.Header["jku"] = "https://evil.example/keys";
            request.Header["x5u"] = "https://evil.example/certificate";
            request.Sign = SignedRequest.By(IssuerKey.Attacker);
        }),
        Key("the attacker's certificate in the header", AuthenticationFault.BadSignature, request =>
        {
            request.Header["x5c"] = new JsonArray(Convert.ToBase64String(IssuerKey.Attacker.Rsa.ExportSubjectPublicKeyInfo()));
            request.Sign = SignedRequest.By(IssuerKey.Attacker);
        }),
    ];

    private static IEnumerable<Forgery> Signatures =>
    [
        Signature("signed by the attacker", token => token[..(token.LastIndexOf('.') + 1)] + Base64Url.EncodeToString(SignedRequest.By(IssuerKey.Attacker)(token[..token.LastIndexOf('.')]))),
        Signature("a signature of zeros", token => token[..(token.LastIndexOf('.') + 1)] + Base64Url.EncodeToString(new byte[256])),
        Signature("a signature of one byte", token => token[..(token.LastIndexOf('.') + 1)] + "AA"),
        Signature("a truncated signature", token => token[..^6]),
        Signature("a longer signature", token => token + "AAAA"),
        Signature("data behind the signature", token => token + "A"),
        Signature("a flipped bit", token => token[..^3] + (token[^3] == 'A' ? 'B' : 'A') + token[^2..]),
        Signature("the signature of another token", token => token[..(token.LastIndexOf('.') + 1)] + Base64Url.EncodeToString(SignedRequest.By(IssuerKey.Main)("eyJ9.eyJ9"))),
        Signature("a payload altered afterwards", token => With(token, 1, text => text.Replace("}", ",\"more\":1}", StringComparison.Ordinal))),
        Signature("a header altered afterwards", token => With(token, 0, text => text.Replace("\"JWT\"", "\"jwt\"", StringComparison.Ordinal))),
    ];

    private static Forgery Http401(string name, AuthenticationFault fault, Func<string, IEnumerable<string>> headers) => new(name, 401, fault, request => request.Headers = headers);

    private static Forgery Finished(string name, Func<string, string> finish) => new(name, 401, AuthenticationFault.Malformed, request => request.Finish = finish);

    private static Forgery Signature(string name, Func<string, string> finish) => new(name, 401, AuthenticationFault.BadSignature, request => request.Finish = finish);

    private static Forgery Key(string name, AuthenticationFault fault, Action<SignedRequest> spoil) => new(name, 401, fault, spoil);

    private static Forgery Twice(string name, string more) =>
        new(name, 401, AuthenticationFault.Malformed, request => request.HeaderText = "{" + more + request.Header.ToJsonString()[1..]);

    private static Forgery Algorithm(string name, string? algorithm, Func<string, byte[]> sign) => new(name, 401, AuthenticationFault.ForeignAlgorithm, request =>
    {
        request.Header["alg"] = algorithm;
        request.Sign = sign;
    });

    private static Func<string, byte[]> Hmac(Func<RSA, byte[]> secret) => text => HMACSHA256.HashData(secret(IssuerKey.Main.Rsa), Encoding.ASCII.GetBytes(text));

    private static ECDsa EllipticCurve() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>A 256-byte signature leaves four bits of its last letter unused; the same bytes can so be written in other ways.</summary>
    private static string Loosen(string token)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return token[..^1] + letters[letters.IndexOf(token[^1], StringComparison.Ordinal) + 1];
    }

    private static string With(string token, int part, Func<string, string> change)
    {
        var parts = token.Split('.');
        parts[part] = SignedRequest.Encode(change(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[part]))));
        return string.Join('.', parts.AsEnumerable());
    }
}
