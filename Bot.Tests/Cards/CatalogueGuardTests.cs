using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Tests.Rooms;
using Bot.Tests.TestSupport;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Cards;

/// <summary>Finds cards that are not in the catalogue, buttons that lead nowhere, and ways around the last resort.</summary>
public partial class CatalogueGuardTests
{
    private static readonly IReadOnlyList<SourceFile> Answering =
        [.. SourceFile.Under("Bot").Where(file => file.Room == "Turns" || file.Room.StartsWith("Features/", StringComparison.Ordinal))];

    [Fact]
    public void EveryMethod_ThatMakesACard_IsInTheCatalogue() =>
        Assert.Equal([], Answering.SelectMany(Creators).Except(Catalogue().Select(card => card.Creator)).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryCreator_NamedInTheCatalogue_IsAMethodOfTheBot()
    {
        var methods = typeof(Turn).Assembly.GetTypes().SelectMany(type => type.GetMethods((System.Reflection.BindingFlags)(-1)).Select(method => type.Name + "." + method.Name)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Catalogue().Select(card => card.Creator).Distinct().Where(creator => !methods.Contains(creator)));
    }

    [Fact]
    public void EveryVerb_OnACardOfTheCatalogue_IsTaken_AndEveryVerbTakenIsOnACard()
    {
        var taken = TakenVerbs.All.Append(NetworkChoice.Verb);
        var pressed = Catalogue().SelectMany(card => CardReading.Actions(CardCatalogueTests.JsonOf(card))).Select(action => CardReading.TextOf(action, "verb")).Where(verb => verb.Length > 0);
        var asked = Catalogue().Select(card => (card.Content.Refresh?.Action as ExecuteAction)?.Verb).OfType<string>();

        Assert.Equal(taken.Order(StringComparer.Ordinal), pressed.Concat(asked).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryCard_ThatIsSent_GoesThroughTheLastResort() => Faults.None(Answering
        .Where(file => file.Path != "Bot/Turns/CardMessage.cs" && file.Parts.Code.Contains(nameof(MessageActivity) + "." + nameof(MessageActivity.Card) + "(", StringComparison.Ordinal))
        .Select(file => file.Path));

    [Theory]
    [InlineData("    public static AdaptiveCard Render(Reader reader) => new()\n    {\n    };\n", "X.Render")]
    [InlineData("    private static AdaptiveCard Draw(\n        Reader reader)\n    {\n        return new AdaptiveCard { };\n    }\n", "X.Draw")]
    [InlineData("    public static Answer Of(Reader reader) => A();\n\n    private Task<Answer> ListAsync()\n    {\n        var card = new AdaptiveCard\n        {\n        };\n    }\n", "X.ListAsync")]
    public void Creators_HoweverACardIsMade_AreSeen(string code, string creator) =>
        Assert.Equal([creator], Creators(new SourceFile("Bot/Turns/X.cs", "internal static class X\n{\n" + code + "}\n")));

    private static IReadOnlyList<Catalogued> Catalogue() => [.. CardCatalogueTests.All("de", Writing.Usual), .. CardCatalogueTests.All("de", Writing.Heaviest)];

    /// <summary>The methods of a file in which a card comes into being, as <c>Class.Method</c>.</summary>
    private static IEnumerable<string> Creators(SourceFile file)
    {
        var code = file.Parts.Code;
        var methods = Method().Matches(code);
        var named = System.IO.Path.GetFileNameWithoutExtension(file.Path);
        return Making().Matches(code).Select(making => named + "." + methods.Last(method => method.Index <= making.Index).Groups["name"].Value).Distinct();
    }

    [GeneratedRegex(@"^    (public|private|internal|protected)[^\n=;{(]*?\b(?<name>\w+)(<\w+>)?\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Method();

    [GeneratedRegex(@"\bnew AdaptiveCard\b|^    [^\n=;{(]*\bAdaptiveCard \w+\([^)]*\)\s*=>\s*new\(\)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Making();
}
