using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.TeamsApp;

/// <summary>The files of a Teams app package: what stands still lies beside the program, commands and searches come from the bot's own tables, the version is the program's.</summary>
internal static class AppManifest
{
    /// <summary>The manifest's name in the package.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The name of its English texts.</summary>
    public const string English = "en.json";

    /// <summary>The longest title of a command or search, in characters.</summary>
    public const int LongestTitle = 32;

    /// <summary>The longest description of one.</summary>
    public const int LongestDescription = 128;

    /// <summary>Commands Teams shows in one list; the schema allows two more.</summary>
    public const int MostCommands = 10;

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Icons = ["color.png", "outline.png"];

    private static readonly (string[] Scopes, IReadOnlyList<CommandEntry> Menu)[] Menus =
        [(["personal"], CommandTable.PersonalMenu), (["team", "groupChat"], CommandTable.ConversationMenu)];

    /// <summary>The version the package bears: the program's own, in three numbers.</summary>
    public static string Version { get; } = typeof(AppManifest).Assembly.GetName().Version!.ToString(3);

    /// <summary>All files, in the order they are packed.</summary>
    public static IReadOnlyList<PackageFile> Files(PackageRequest request)
    {
        var (manifest, english) = (Read(FileName), Read(English));
        Fill(manifest, ValuesOf(request));
        manifest["bots"]![0]!["commandLists"] = new JsonArray([.. Menus.Select((list, at) => CommandList(list.Scopes, list.Menu, $"bots[0].commandLists[{at}]", english))]);
        manifest["composeExtensions"]![0]!["commands"] = new JsonArray([.. SearchTable.All.Select((entry, at) => Search(entry, $"composeExtensions[0].commands[{at}]", english))]);
        return [Text(FileName, manifest), Text(English, english), .. Icons.Select(icon => new PackageFile(icon, BytesOf(icon)))];
    }

    private static Dictionary<string, string> ValuesOf(PackageRequest request) => new(StringComparer.Ordinal)
    {
        ["${VERSION}"] = Version,
        ["${TEAMS_APP_ID}"] = request.TeamsAppId.ToString("D"),
        ["${BOT_ID}"] = request.BotId.ToString("D"),
        ["${BOT_DOMAIN}"] = request.Host,
        ["${DEVELOPER_NAME}"] = request.DeveloperName,
        ["${DEVELOPER_URL}"] = request.Website.AbsoluteUri,
        ["${PRIVACY_URL}"] = request.Privacy.AbsoluteUri,
        ["${TERMS_URL}"] = request.Terms.AbsoluteUri,
    };

    /// <summary>Values are put in as values, so that none of them can be read as anything else of the manifest.</summary>
    private static void Fill(JsonNode node, Dictionary<string, string> values)
    {
        foreach (var child in Children(node).ToList())
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var text) && values.TryGetValue(text, out var given))
            {
                child.ReplaceWith(given);
            }
            else
            {
                Fill(child, values);
            }
        }
    }

    private static IEnumerable<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value).OfType<JsonNode>(),
        JsonArray items => items.OfType<JsonNode>(),
        _ => [],
    };

    private static JsonObject CommandList(string[] scopes, IReadOnlyList<CommandEntry> menu, string place, JsonObject english) => new()
    {
        ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]),
        ["commands"] = new JsonArray([.. menu.Select((entry, at) => Worded([], ("title", entry.Title), ("description", entry.Description), $"{place}.commands[{at}]", english))]),
    };

    private static JsonObject Search(SearchEntry entry, string place, JsonObject english)
    {
        var search = Worded(new JsonObject { ["id"] = entry.Id, ["type"] = "query" }, ("title", entry.Title), ("description", entry.Description), place, english);
        search["initialRun"] = true;
        search["context"] = new JsonArray("compose", "commandBox");
        var words = Worded(new JsonObject { ["name"] = "q" }, ("title", entry.Words), ("description", entry.WordsDescription), $"{place}.parameters[0]", english);
        words["inputType"] = "text";
        search["parameters"] = new JsonArray(words);
        return search;
    }

    /// <summary>German into the manifest, English under the field's path into the file of English texts.</summary>
    private static JsonObject Worded(JsonObject fields, (string Field, Sentence Words) first, (string Field, Sentence Words) second, string place, JsonObject english)
    {
        foreach (var (field, words) in new[] { first, second })
        {
            fields[field] = Messages.Get(Reader.German, words);
            english[$"{place}.{field}"] = Messages.Get(Reader.English, words);
        }

        return fields;
    }

    private static PackageFile Text(string name, JsonObject content) =>
        new(name, [.. JsonSerializer.SerializeToUtf8Bytes(content, Written), (byte)'\n']);

    private static JsonObject Read(string name) => JsonNode.Parse(BytesOf(name))!.AsObject();

    private static byte[] BytesOf(string name)
    {
        using var stream = typeof(AppManifest).Assembly.GetManifestResourceStream("TeamsApp/" + name) ?? throw new InvalidOperationException($"The program holds no {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
