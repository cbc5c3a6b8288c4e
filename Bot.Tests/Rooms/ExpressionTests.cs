using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Domain;
using Bot.Turns;
using Xunit;

namespace Bot.Tests.Rooms;

/// <summary>The expressions by which texts are read: made when the bot is built, and done soon with any text.</summary>
public partial class ExpressionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Everywhere = ["a", " ", "1", "a ", "1 ", "1.", ", ", ": ", "a, ", "a-", "\u00E9", "\n", "1.1. ", "und ", "vom ", "bis "];

    // Both are built when they are first used, with the first messages of a process: sixty of them took seconds and 80 MB.
    [Fact]
    public void Expressions_AreNotBuiltAtRunTime()
    {
        var built = Expressions().Where(one => one.Attribute.Options.HasFlag(RegexOptions.NonBacktracking) || one.Attribute.Options.HasFlag(RegexOptions.Compiled));
        Assert.Empty(built.Select(one => one.Name));
    }

    // A text of the greatest length that is read, made of whatever the expression looks for. Those that are well are done in milliseconds; one whose effort explodes is never
    // done. The limit here only tells the two apart, and is far beyond any pause of a busy machine.
    [Fact]
    public void Expressions_OnHostileText_DoNotExplode()
    {
        var expressions = Expressions().ToList();
        Assert.InRange(expressions.Count, 80, 400);
        foreach (var (name, method, attribute) in expressions)
        {
            Assert.InRange(attribute.MatchTimeoutMilliseconds, 1, 1000);
            var built = (Regex)method.Invoke(null, null)!;
            var expression = new Regex(built.ToString(), built.Options, Patience);
            foreach (var text in Hostile(attribute.Pattern))
            {
                Assert.True(Record.Exception(() => expression.Count(text)) is null, $"{name} takes too long: {text[..20]}");
            }
        }
    }

    private static IEnumerable<(string Name, MethodInfo Method, GeneratedRegexAttribute Attribute)> Expressions() =>
        from type in new[] { typeof(CommandText).Assembly, typeof(Refusal).Assembly }.SelectMany(assembly => assembly.GetTypes())
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let attribute = method.GetCustomAttribute<GeneratedRegexAttribute>()
        where attribute is not null
        select (type.Name + "." + method.Name, method, attribute);

    private static IEnumerable<string> Hostile(string pattern)
    {
        var words = Words().Matches(pattern.Replace("\\b", " ", StringComparison.Ordinal).Replace("\\s", " ", StringComparison.Ordinal)).Select(match => match.Value).Distinct().Take(12).ToList();
        var pieces = Everywhere.Concat(words.SelectMany(word => new[] { word, word + " ", word + " a ", word + " 1 ", word + ": " })).ToList();
        foreach (var piece in pieces)
        {
            yield return Filled(piece);
            yield return Filled(piece)[..^1] + "!";
        }

        foreach (var word in words)
        {
            yield return (word + " " + Filled("a "))[..CommandText.Limit];
            yield return (word + " " + Filled(" "))[..CommandText.Limit];
        }
    }

    private static string Filled(string piece) => string.Concat(Enumerable.Repeat(piece, (CommandText.Limit / piece.Length) + 1))[..CommandText.Limit];

    [GeneratedRegex("[a-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
