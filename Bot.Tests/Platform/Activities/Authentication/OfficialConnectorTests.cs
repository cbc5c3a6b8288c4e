using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>The official connector (npm, last release) judges the same requests. Where it takes what we refuse, or the other way round, it is listed
/// here with the reason, so that a change on either side is noticed.</summary>
public sealed class OfficialConnectorTests
{
    /// <summary>Forgeries it takes.</summary>
    private static readonly string[] OnlyWeRefuse =
    [
        // It allows three algorithms; the metadata names RS256 alone.
        "RS384", "RS512",
        // It does not look at crit, at the key's use, at key size, at the length of a token, at unused bits.
        "an extension that must be understood", "an unencoded payload that must be understood", "an empty list of extensions",
        "a key for encryption", "a weak key", "a huge token", "loose bits at the end of the signature",
        // The last of two fields counts there; here a token that can be read in two ways is none.
        "algorithm twice", "key twice", "an escaped name twice", "issuer twice", "audience twice", "end twice", "service address twice", "service address in two spellings",
        // It takes tokens of the Emulator, which Entra issues; this bot has no use for them.
        "Emulator token, version 1", "Emulator token, version 2",
        // It checks beginning and end where they are given; here both must be.
        "no beginning", "no end", "an end beyond all time", "an end of 1e400", "a beginning before 1970", "an end before the beginning",
        // A key without endorsements may speak for every channel there, and an empty channel needs none.
        "a key without endorsement", "an empty channel",
        // Checks it leaves to the bot: channels, recipient, tenants, hosts. An activity without service address is not compared with the token's.
        "another channel, which the key may speak for",
        "for another bot", "for the app id without 28:", "for nobody",
        "from another tenant", "from another tenant, the own one named beside it", "from another tenant, named by the conversation alone",
        "from no tenant", "from an empty tenant", "from the tenant of zeros",
        "an activity without service address", "a service address nobody knows, signed by the channel",
        "a service address at a name anyone can rent, signed by the channel", "a service address over http, signed by the channel",
    ];

    /// <summary>Good ones it refuses.</summary>
    private static readonly string[] OnlyWeTake =
    [
        // The scheme is compared ignoring case, as RFC 9110, 11.1, has it; the app id as the GUID it is.
        "the scheme in small letters", "the scheme in capitals", "the audience in capitals",
        // Both spellings of the claim, and addresses that differ in case or one slash at the end, which the SDK for .NET takes in part as well.
        "the claim as the documentation spells it", "a service address in other case",
        "a service address without slash in the token", "a service address without slash in the activity",
    ];

    [Fact]
    public async Task Judge_AllRequests_AgreesButForTheDifferencesListed()
    {
        await NodePeers.RequireAsync(TestContext.Current.CancellationToken);
        await using var bot = await SignedBot.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var forged = Forgery.All.Values.Where(forgery => !forgery.IsExact).ToDictionary(forgery => forgery.Name, forgery => forgery.Make(now));
        var good = GoodTokenTests.Good.Where(pair => !pair.Key.Contains("five minutes", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => Good(pair.Value, now));

        var taken = await JudgeAsync(bot.Issuer.Metadata, forged.Concat(good));

        Faults.None(
        [
            .. taken.Intersect(forged.Keys).Except(OnlyWeRefuse).Select(name => "It takes what we refuse: " + name),
            .. OnlyWeRefuse.Except(taken).Select(name => "It refuses, too: " + name),
            .. good.Keys.Except(taken).Except(OnlyWeTake).Select(name => "It refuses what we take: " + name),
            .. OnlyWeTake.Intersect(taken).Select(name => "It takes, too: " + name),
        ]);
    }

    private static SignedRequest Good(Action<SignedRequest> change, DateTimeOffset now)
    {
        var request = new SignedRequest(now);
        change(request);
        return request;
    }

    /// <returns>The names of the requests it takes.</returns>
    private static async Task<string[]> JudgeAsync(string metadata, IEnumerable<KeyValuePair<string, SignedRequest>> requests)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("requests.json");
        var questions = new JsonObject
        {
            ["appId"] = SignedRequest.AppId,
            ["metadata"] = metadata,
            ["requests"] = new JsonArray([.. requests.Select(request => new JsonObject
            {
                ["name"] = request.Key,
                ["authorization"] = string.Join(", ", request.Value.Headers(request.Value.Token)),
                ["activity"] = request.Value.Activity.DeepClone(),
            })]),
        };
        await File.WriteAllTextAsync(file, questions.ToJsonString(), TestContext.Current.CancellationToken);
        var output = await NodePeers.RunAsync("tokens.mjs", [file], TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<string[]>(output)!;
    }
}
