using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Bot.Texts;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Manifest;

/// <summary>Holds the Teams app package to the official schema, to the table of commands in both languages, and to what Teams asks of its icons.</summary>
public class ManifestTests
{
    private static readonly (string[] Scopes, IReadOnlyList<CommandEntry> Menu)[] Lists =
        [(["personal"], CommandTable.PersonalMenu), (["team", "groupChat"], CommandTable.ConversationMenu)];

    [Fact]
    public void Manifest_WithValuesForItsTokens_KeepsToTheOfficialSchema() =>
        Faults.None(SchemaOf("teams-manifest-v1.30.schema.json").Faults(AppPackage.Manifest));

    [Fact]
    public void English_TheWholeFile_KeepsToTheOfficialSchema() =>
        Faults.None(SchemaOf("teams-manifest-v1.30.localization.schema.json").Faults(AppPackage.English));

    [Theory]
    [InlineData("bots/0/botId", "\"28:7d0d5f6a\"")]
    [InlineData("bots/0/scopes/0", "\"groupchat\"")]
    [InlineData("bots/0/comandLists", "[]")]
    [InlineData("bots/0/commandLists/0/commands/0/title", "7")]
    [InlineData("name/short", "\"Ein Name, der für die Liste der Apps zu lang ist\"")]
    [InlineData("accentColor", "\"teal\"")]
    [InlineData("manifestVersion", "\"1.29\"")]
    [InlineData("developer/privacyUrl", "\"buendnis.example.org\"")]
    [InlineData("icons", "{\"color\":\"color.png\"}")]
    [InlineData("localizationInfo/additionalLanguages", "[{\"languageTag\":\"en_GB\",\"file\":\"en.json\"}]")]
    public void Faults_OfAWrongManifest_AreFound(string path, string value)
    {
        var manifest = AppPackage.Manifest;
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate((JsonNode)manifest, (node, part) => node is JsonArray items ? items[int.Parse(part, null)]! : node[part]!);
        if (parent is JsonArray array)
        {
            array[int.Parse(parts[^1], null)] = JsonNode.Parse(value);
        }
        else
        {
            parent[parts[^1]] = JsonNode.Parse(value);
        }

        Assert.NotEmpty(SchemaOf("teams-manifest-v1.30.schema.json").Faults(manifest));
    }

    [Fact]
    public void Manifest_WithoutTheSchemaAtHand_HasWhatTeamsAsksFor()
    {
        var manifest = AppPackage.Manifest;

        Assert.Equal("1.30", Text(manifest["manifestVersion"]));
        Assert.Matches(@"^\d+\.\d+\.\d+$", Text(manifest["version"]));
        Assert.True(Guid.TryParse(Text(manifest["id"]), out _) && Guid.TryParse(Text(manifest["bots"]![0]!["botId"]), out _));
        Assert.NotEqual(Text(manifest["id"]), Text(manifest["bots"]![0]!["botId"]));
        Assert.Matches("^#[0-9A-F]{6}$", Text(manifest["accentColor"]));
        AssertLengths(manifest["name"]!["short"], manifest["name"]!["full"], manifest["description"]!["short"], manifest["description"]!["full"]);
        Assert.Equal(["personal", "team", "groupChat"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(Text));
        Assert.DoesNotContain(manifest["validDomains"]!.AsArray().Select(Text), domain => domain.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public void English_WithoutTheSchemaAtHand_HasWhatTeamsAsksFor()
    {
        var english = AppPackage.English;

        AssertLengths(english["name.short"], english["name.full"], english["description.short"], english["description.full"]);
        Assert.Equal("en.json", Text(AppPackage.Manifest["localizationInfo"]!["additionalLanguages"]![0]!["file"]));
        Assert.Equal("de", Text(AppPackage.Manifest["localizationInfo"]!["defaultLanguageTag"]));
    }

    [Fact]
    public void CommandLists_InGerman_AreTheMenusOfTheTable()
    {
        var lists = AppPackage.Manifest["bots"]![0]!["commandLists"]!.AsArray();

        Assert.Equal(Lists.Length, lists.Count);
        foreach (var (list, (scopes, menu)) in lists.Zip(Lists))
        {
            Assert.Equal(scopes, list!["scopes"]!.AsArray().Select(Text));
            Assert.Equal(
                menu.Select(entry => (Messages.Get(Reader.German, entry.Title), Messages.Get(Reader.German, entry.Description))),
                list["commands"]!.AsArray().Select(command => (Text(command!["title"]), Text(command["description"]))));
        }
    }

    [Fact]
    public void CommandLists_InEnglish_AreTheMenusOfTheTable()
    {
        var expected = Lists.SelectMany((list, i) => list.Menu.SelectMany((entry, j) => new[]
        {
            ($"bots[0].commandLists[{i}].commands[{j}].title", Messages.Get(Reader.English, entry.Title)),
            ($"bots[0].commandLists[{i}].commands[{j}].description", Messages.Get(Reader.English, entry.Description)),
        }));

        Assert.Equal(expected, AppPackage.English.Where(field => field.Key.StartsWith("bots", StringComparison.Ordinal)).Select(field => (field.Key, Text(field.Value))));
    }

    [Fact]
    public void Searches_InGerman_AreTheTableOfSearches()
    {
        var extension = Assert.Single(AppPackage.Manifest["composeExtensions"]!.AsArray())!;

        Assert.Equal(Text(AppPackage.Manifest["bots"]![0]!["botId"]), Text(extension["botId"]));
        Assert.Equal(
            SearchTable.All.Select(entry => (entry.Id, "query", true, German(entry.Title), German(entry.Description), German(entry.Words), German(entry.WordsDescription))),
            extension["commands"]!.AsArray().Select(command => (
                Text(command!["id"]), Text(command["type"]), command["initialRun"]!.GetValue<bool>(), Text(command["title"]), Text(command["description"]),
                Text(Assert.Single(command["parameters"]!.AsArray())!["title"]), Text(command["parameters"]![0]!["description"]))));
    }

    [Fact]
    public void Searches_InEnglish_AreTheTableOfSearches()
    {
        var expected = SearchTable.All.SelectMany((entry, i) => new[]
        {
            ($"composeExtensions[0].commands[{i}].title", Messages.Get(Reader.English, entry.Title)),
            ($"composeExtensions[0].commands[{i}].description", Messages.Get(Reader.English, entry.Description)),
            ($"composeExtensions[0].commands[{i}].parameters[0].title", Messages.Get(Reader.English, entry.Words)),
            ($"composeExtensions[0].commands[{i}].parameters[0].description", Messages.Get(Reader.English, entry.WordsDescription)),
        });

        Assert.Equal(expected, AppPackage.English.Where(field => field.Key.StartsWith("compose", StringComparison.Ordinal)).Select(field => (field.Key, Text(field.Value))));
    }

    /// <summary>Lengths the schema allows (title 32, description 128), held here also where the schema is not at hand.</summary>
    [Fact]
    public void Searches_InBothLanguages_FitTheSchema() => Assert.All(SearchTable.All, entry => Assert.All(
        new[] { Reader.German, Reader.English },
        reader =>
        {
            Assert.All(new[] { entry.Title, entry.Words }, sentence => Assert.InRange(Messages.Get(reader, sentence).Length, 1, 32));
            Assert.All(new[] { entry.Description, entry.WordsDescription }, sentence => Assert.InRange(Messages.Get(reader, sentence).Length, 1, 128));
        }));

    [Fact]
    public void Files_TheBotOffersThem_AreDeclared() => Assert.True(AppPackage.Manifest["bots"]![0]!["supportsFiles"]!.GetValue<bool>());

    /// <summary>Lengths that fit the list in every client; the schema allows more.</summary>
    [Fact]
    public void CommandLists_InBothLanguages_FitTheList() => Assert.All(Lists.SelectMany(list => list.Menu), entry => Assert.All(
        new[] { Reader.German, Reader.English },
        reader =>
        {
            Assert.InRange(Messages.Get(reader, entry.Title).Length, 1, 32);
            Assert.InRange(Messages.Get(reader, entry.Description).Length, 1, 128);
        }));

    [Fact]
    public void Tokens_OfTheManifest_AreExplained() =>
        Assert.Equal(AppPackage.Tokens.Order(StringComparer.Ordinal), AppPackage.ExplainedTokens.Order(StringComparer.Ordinal));

    [Fact]
    public void ColorIcon_IsSquareAndOpaque()
    {
        var icon = AppPackage.Icon(Text(AppPackage.Manifest["icons"]!["color"]));

        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal(255, pixel.Alpha));
        var ground = icon.Pixels[0];
        Assert.Equal(Text(AppPackage.Manifest["accentColor"]), $"#{ground.Red:X2}{ground.Green:X2}{ground.Blue:X2}");
    }

    [Fact]
    public void OutlineIcon_IsSmallWhiteAndTransparent()
    {
        var icon = AppPackage.Icon(Text(AppPackage.Manifest["icons"]!["outline"]));

        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.All(icon.Pixels, pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Equal([0, 255], icon.Pixels.Select(pixel => (int)pixel.Alpha).Where(alpha => alpha is 0 or 255).Distinct().Order());
    }

    private static void AssertLengths(JsonNode? shortName, JsonNode? fullName, JsonNode? shortDescription, JsonNode? fullDescription)
    {
        Assert.InRange(Text(shortName).Length, 1, 30);
        Assert.InRange(Text(fullName).Length, 1, 100);
        Assert.InRange(Text(shortDescription).Length, 1, 80);
        Assert.InRange(Text(fullDescription).Length, 1, 4000);
    }

    private static string German(Sentence sentence) => Messages.Get(Reader.German, sentence);

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static ManifestSchema SchemaOf(string name) => new(JsonNode.Parse(File.ReadAllText(SampleFiles.SharedOrSkip("specs", name)))!.AsObject());
}
