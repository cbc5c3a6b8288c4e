using System;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Platform.Playground;

/// <summary>The settings file of one window: the world as seen by the person who acts there.</summary>
/// <remarks>Schema 0.1.1 of the Playground: no unknown key, exactly five users besides the acting one (whose
/// <c>userPrincipleName</c> is spelt so), at most one channel besides General, all chat ids different.</remarks>
internal static class PlaygroundConfiguration
{
    /// <summary>Users the schema asks for, the acting one included.</summary>
    public const int People = 6;

    /// <summary>Longest name of a bot the schema lets through.</summary>
    public const int LongestBotName = 42;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's text. It is JSON, which every YAML 1.2 reader takes: no quoting rules to get wrong.</summary>
    /// <exception cref="InvalidOperationException">The world is not one the schema can hold; the message says why.</exception>
    public static string Write(IPlaygroundWorld world, PlaygroundPerson actor)
    {
        Check(world);
        return new JsonObject
        {
            ["version"] = "0.1.1",
            ["tenantId"] = world.TenantId,
            ["bot"] = new JsonObject { ["id"] = world.BotId, ["name"] = world.BotName },
            ["currentUser"] = User(actor),
            ["users"] = new JsonArray([.. world.People.Where(person => person.Id != actor.Id).Select(User)]),
            ["personalChat"] = new JsonObject { ["id"] = actor.PersonalChatId },
            ["groupChat"] = new JsonObject { ["id"] = world.GroupChatId, ["name"] = world.GroupChatName },
            ["team"] = new JsonObject
            {
                ["id"] = world.TeamId,
                ["name"] = world.TeamName,
                ["aadGroupId"] = world.TeamAadGroupId,
                ["channels"] = new JsonArray(new JsonObject { ["id"] = world.ChannelId, ["name"] = world.ChannelName }),
            },
        }.ToJsonString(Readable);
    }

    /// <summary>Given name and surname; a single word is both, since the schema wants both.</summary>
    public static (string Given, string Surname) Split(string name)
    {
        var at = name.LastIndexOf(' ');
        return at < 0 ? (name, name) : (name[..at], name[(at + 1)..]);
    }

    private static void Check(IPlaygroundWorld world)
    {
        Require(world.People.Count == People, $"it has {world.People.Count} people, not {People}");
        Require(world.People.Select(person => person.Id).Distinct().Count() == People, "two people share an id");
        Require(world.BotName.Length is > 0 and <= LongestBotName, $"the bot's name is longer than {LongestBotName} characters");
        string[] chats = [.. world.People.Select(person => person.PersonalChatId), world.GroupChatId, world.TeamId, world.ChannelId];
        Require(chats.Distinct().Count() == chats.Length, "two chats share an id");
    }

    private static void Require(bool kept, string broken)
    {
        if (!kept)
        {
            throw new InvalidOperationException($"The Playground cannot show this world: {broken}.");
        }
    }

    private static JsonNode User(PlaygroundPerson person)
    {
        var (given, surname) = Split(person.Name);
        return new JsonObject
        {
            ["id"] = person.Id,
            ["name"] = person.Name,
            ["userPrincipleName"] = person.UserPrincipalName,
            ["aadObjectId"] = person.AadObjectId,
            ["givenName"] = given,
            ["surname"] = surname,
            ["email"] = person.UserPrincipalName,
        };
    }
}
