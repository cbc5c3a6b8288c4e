using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Features.ExampleNetwork;
using Bot.Tests.Samples;

namespace Bot.Tests.Fuzzing;

/// <summary>Makes the bodies of a run. The same seed and number make the same body, apart from the ids of what the bot has made up itself.</summary>
internal sealed class BodyMaker(int seed, ButtonBox buttons)
{
    private const string BotId = "28:22222222-2222-2222-2222-222222222222";

    private static readonly string[] Encodings = ["gzip", "br", "identity", "x"];

    private static readonly string?[] Rooms = [null, null, null, ExampleSnapshot.BoardChat, ExampleSnapshot.PlenaryChannel + ";messageid=1700000000001"];

    private static readonly string[] Strangers = ["fremd", "fremd2", "fremd3"];

    private readonly IReadOnlyList<string> samples = [.. Samples()];

    /// <summary>The body of that number.</summary>
    public FuzzBody Make(int index)
    {
        var random = new Random(HashOf(seed, index));
        var (source, activity) = Source(random);
        var times = 1 + random.Next(3);
        var (kind, bytes) = random.Next(10) switch
        {
            0 => (source, Encoding.UTF8.GetBytes(activity.ToJsonString())),
            < 3 => (source + ", bytes", ByteMutation.Mutate(random, Encoding.UTF8.GetBytes(activity.ToJsonString()), times)),
            _ => (source + ", fields", Encoding.UTF8.GetBytes(new JsonMutation(random, activity).Mutate(times))),
        };
        return random.Next(40) switch
        {
            0 => new FuzzBody(index, kind + ", content type", bytes, Tricks.ContentTypes[random.Next(Tricks.ContentTypes.Count)]),
            1 => new FuzzBody(index, kind + ", encoding", bytes, ContentEncoding: Encodings[random.Next(Encodings.Length)]),
            2 => new FuzzBody(index, kind + ", UTF-16", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))),
            _ => new FuzzBody(index, kind, bytes),
        };
    }

    /// <summary>An activity as somebody's client would send it.</summary>
    public static JsonObject Complete(JsonObject activity, string who, string? where)
    {
        var person = ExamplePeople.All.FirstOrDefault(candidate => candidate.Key == who);
        activity["id"] = "f:1";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = "http://127.0.0.1:9/connector";
        activity["locale"] = "de-DE";
        activity["timestamp"] = "2026-11-23T09:00:00.000Z";
        activity["from"] = new JsonObject { ["id"] = "29:" + who, ["name"] = person?.Name ?? who, ["aadObjectId"] = person?.AadObjectId };
        activity["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "Koordinationsbot" };
        activity["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Koordinationsbot</at>", ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = "Koordinationsbot" } },
            new JsonObject { ["type"] = "clientInfo", ["locale"] = "de-DE", ["country"] = "DE", ["platform"] = "Web", ["timezone"] = "Europe/Berlin" });
        activity["conversation"] = new JsonObject
        {
            ["id"] = where ?? "a:personal-" + who,
            ["conversationType"] = where switch { null => "personal", ExampleSnapshot.BoardChat => "groupChat", _ => "channel" },
            ["tenantId"] = ExampleSnapshot.Tenant,
            ["isGroup"] = where is not null,
        };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ExampleSnapshot.Tenant } };
        return activity;
    }

    /// <summary>A pressed button.</summary>
    public static JsonObject Press(string verb, JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = "1",
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
    };

    private (string Name, JsonObject Activity) Source(Random random)
    {
        var who = Who(random);
        var where = Rooms[random.Next(Rooms.Length)];
        switch (random.Next(10))
        {
            case < 3:
                return ("sample", JsonNode.Parse(samples[random.Next(samples.Count)])!.AsObject());
            case < 6 when buttons.Any(random) is var (verb, data):
                return ("button " + verb, Complete(Press(verb, data), who, where));
            case 6 when buttons.Any(random) is var (verb, data):
                data["verb"] = verb;
                return ("submitted " + verb, Complete(new JsonObject { ["type"] = "message", ["value"] = data }, who, where));
            default:
                var text = Tricks.Commands[random.Next(Tricks.Commands.Count)] + (random.Next(3) == 0 ? Tricks.Texts[random.Next(Tricks.Texts.Count)] : string.Empty);
                return ("typed", Complete(new JsonObject { ["type"] = "message", ["text"] = (where is null ? string.Empty : "<at>Koordinationsbot</at> ") + text }, who, where));
        }
    }

    private static string Who(Random random) => random.Next(3) switch
    {
        0 => "katrin",
        1 => Strangers[random.Next(Strangers.Length)],
        _ => ExamplePeople.All[random.Next(ExamplePeople.All.Count)].Key,
    };

    /// <summary>Ours, and where they are on this machine the recorded ones.</summary>
    private static IEnumerable<string> Samples()
    {
        var ours = SampleFiles.Named("Activities").Select(name => SampleFiles.Read("Activities", name));
        var recorded = Path.Combine(SampleFiles.Shared, "samples");
        return Directory.Exists(recorded)
            ? ours.Concat(Directory.GetFiles(recorded, "*.json").Where(path => Path.GetFileName(path)[0] != '_').Order(StringComparer.Ordinal).Select(File.ReadAllText))
            : ours;
    }

    /// <summary>The framework's own hash differs from process to process.</summary>
    private static int HashOf(int seed, int index)
    {
        var mixed = unchecked(((ulong)(uint)seed << 32 | (uint)index) * 0x9E3779B97F4A7C15UL);
        return (int)((mixed ^ (mixed >> 29)) >> 20);
    }
}
