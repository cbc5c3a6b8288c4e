using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Platform.Cards;
using Xunit;

namespace Bot.Tests.Platform.Cards;

/// <summary>Compares the model with the official schema, type by type, property by property, word by word.</summary>
public class SchemaCoverageTests
{
    /// <summary>Types of the schema that the model leaves out on purpose.</summary>
    private static readonly Dictionary<string, string> TypesLeftOut = new(StringComparer.Ordinal)
    {
        ["Media"] = "Teams plays no media in cards sent by bots",
        ["MediaSource"] = "part of Media",
        ["Authentication"] = "nobody signs in on a card: who acts is whom the channel vouches for",
        ["AuthCardButton"] = "part of Authentication",
        ["TokenExchangeResource"] = "part of Authentication",
        ["BackgroundImage"] = "text over a picture cannot be read by everybody, and dark themes break it",
        ["ImageFillMode"] = "part of BackgroundImage",
    };

    /// <summary>Properties of the schema that the model leaves out on purpose; <c>*</c> is every type.</summary>
    private static readonly Dictionary<string, string> PropertiesLeftOut = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard.authentication"] = TypesLeftOut["Authentication"],
        ["*.backgroundImage"] = TypesLeftOut["BackgroundImage"],
        ["Container.rtl?"] = "the schema misspells it, and refuses what clients read; card and column have it",
        ["TableCell.rtl?"] = "as for Container",
        ["Fact.type"] = "always the same, not required",
        ["Input.Choice.type"] = "always the same, not required",
        ["Refresh.type"] = "always the same, not required",
        ["TableColumnDefinition.type"] = "always the same, not required",
    };

    /// <summary>Parts of an Image that mean nothing inside an ImageSet, which decides sizes and places.</summary>
    private static readonly string[] NotInASet =
        ["backgroundColor", "height", "width", "size", "horizontalAlignment", "fallback", "separator", "spacing", "id", "isVisible", "requires"];

    private static readonly Dictionary<Type, string> NamedByType = new()
    {
        [typeof(AdaptiveCard)] = "AdaptiveCard",
        [typeof(Column)] = "Column",
        [typeof(Fact)] = "Fact",
        [typeof(Choice)] = "Input.Choice",
        [typeof(TextRun)] = "TextRun",
        [typeof(RefreshCard)] = "Refresh",
        [typeof(TableColumnDefinition)] = "TableColumnDefinition",
        [typeof(TableRow)] = "TableRow",
        [typeof(TableCell)] = "TableCell",
    };

    [Fact]
    public void Model_EveryTypeOfTheSchema_IsThereOrLeftOutForAReason()
    {
        var schema = CardSchemaTests.OfficialOrSkip();
        var wanted = schema.Definitions.Where(name => !name.StartsWith("ImplementationsOf.", StringComparison.Ordinal) && !name.StartsWith("Extendable.", StringComparison.Ordinal)
            && CardSchema.WordsOf(schema.Definition(name)).Count == 0);
        string[] written = [.. Modelled().Select(pair => pair.Name), "TargetElement"];

        Assert.Equal([], wanted.Except(written).Except(TypesLeftOut.Keys));
        Assert.Equal([], TypesLeftOut.Keys.Where(name => !schema.Definitions.Contains(name) || written.Contains(name)));
    }

    [Fact]
    public void Model_EveryPropertyOfTheSchema_IsThereOrLeftOutForAReason()
    {
        var schema = CardSchemaTests.OfficialOrSkip();
        var lacking = Modelled().SelectMany(pair => PropertiesOf(schema, pair.Name).Select(property => property.Key)
            .Except(Written(pair.Type))
            .Where(property => !IsLeftOut(pair.Name, property) && !(pair.Type == typeof(ImageSetImage) && NotInASet.Contains(property)))
            .Select(property => pair.Name + "." + property));

        Assert.Equal([], lacking);
    }

    [Fact]
    public void Model_EveryProperty_IsInTheSchemaOrAnExtensionOfTeams()
    {
        var schema = CardSchemaTests.OfficialOrSkip();
        var invented = Modelled().SelectMany(pair => Written(pair.Type)
            .Except(PropertiesOf(schema, pair.Name).Select(property => property.Key))
            .Except(TeamsExtensions.Names)
            .Select(property => pair.Name + "." + property));

        Assert.Equal([], invented);
    }

    [Fact]
    public void Model_EveryWord_IsTheSchemasOwn()
    {
        var schema = CardSchemaTests.OfficialOrSkip();
        foreach (var (type, name) in Modelled())
        {
            foreach (var property in CardFormat.Card.Options.GetTypeInfo(type).Properties)
            {
                var words = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                if (words.IsEnum)
                {
                    var rule = PropertiesOf(schema, name).Single(candidate => candidate.Key == property.Name).Value;
                    var expected = WordsBehind(schema, rule).Concat(words == typeof(ChoiceSetStyle) ? [TeamsExtensions.FilteredStyle] : []);
                    var written = Enum.GetValues(words).Cast<object>().Select(word => JsonSerializer.Serialize(word, words).Trim('"'));
                    Assert.Equal(expected.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void Samples_OfTheModel_SetEveryProperty()
    {
        var cards = CardSamples.Cards.Select(row => JsonNode.Parse(CardSamples.Named(row.Data).ToJson())!).ToList();
        var set = cards.SelectMany(Objects).SelectMany(pair => pair.Value.Select(field => pair.Name + "." + field.Key)).ToHashSet(StringComparer.Ordinal);
        var all = Modelled().Where(pair => pair.Name.Contains('.', StringComparison.Ordinal) || NamedByType.ContainsKey(pair.Type) || pair.Type.IsSubclassOf(typeof(CardElement)));
        // What every element has is tried on one of each kind that writes it differently.
        string[] common = ["id", "isVisible", "spacing", "separator", "requires", "fallback", "targetWidth", "height", "isRequired", "errorMessage", "title", "tooltip",
            "style", "mode", "isEnabled", "iconUrl", "type"];
        var unset = all.Where(pair => pair.Name is not ("Fact" or "Input.Choice" or "Refresh" or "TableColumnDefinition"))
            .SelectMany(pair => Written(pair.Type).Except(common).Select(property => pair.Name + "." + property)).Where(name => !set.Contains(name));

        Assert.Equal([], unset);
    }

    private static bool IsLeftOut(string type, string property) =>
        PropertiesLeftOut.ContainsKey(type + "." + property) || PropertiesLeftOut.ContainsKey("*." + property);

    /// <summary>Every type of the model with its name in the schema.</summary>
    private static IEnumerable<(Type Type, string Name)> Modelled()
    {
        foreach (var family in new[] { typeof(CardElement), typeof(CardAction) })
        {
            foreach (var kind in CardFormat.Card.Options.GetTypeInfo(family).PolymorphismOptions!.DerivedTypes)
            {
                yield return (kind.DerivedType, (string)kind.TypeDiscriminator!);
            }
        }

        yield return (typeof(ImageSetImage), "Image");
        foreach (var (type, name) in NamedByType)
        {
            yield return (type, name);
        }
    }

    private static IEnumerable<string> Written(Type type)
    {
        var info = CardFormat.Card.Options.GetTypeInfo(type);
        var isDiscriminated = type.IsSubclassOf(typeof(CardElement)) || type.IsSubclassOf(typeof(CardAction));
        return info.Properties.Where(property => property.Get is not null).Select(property => property.Name).Concat(isDiscriminated ? ["type"] : []);
    }

    private static Dictionary<string, JsonObject> PropertiesOf(CardSchema schema, string name)
    {
        var definition = schema.Definition(name);
        var rule = definition["properties"] is null && definition["anyOf"] is JsonArray choices ? choices.Single(choice => choice!["properties"] is not null)!.AsObject() : definition;
        var own = rule["properties"]!.AsObject().ToDictionary(property => property.Key, property => property.Value!.AsObject(), StringComparer.Ordinal);
        foreach (var part in rule["allOf"]?.AsArray() ?? [])
        {
            foreach (var (key, value) in PropertiesOf(schema, part!["$ref"]!.GetValue<string>().Split('/')[^1]))
            {
                own[key] = own.TryGetValue(key, out var known) && known.Count > 0 ? known : value;
            }
        }

        return own;
    }

    private static IReadOnlyList<string> WordsBehind(CardSchema schema, JsonObject rule)
    {
        var reference = rule["$ref"] ?? rule["anyOf"]!.AsArray().Select(choice => choice!["$ref"]).First(candidate => candidate is not null);
        return CardSchema.WordsOf(schema.Definition(reference!.GetValue<string>().Split('/')[^1]));
    }

    private static IEnumerable<(string Name, JsonObject Value)> Objects(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Objects(field.Value)).Append((fields["type"]?.ToString() ?? string.Empty, fields)),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
