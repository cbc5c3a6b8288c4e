using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using FuzzySharp;

namespace Bot.Turns;

/// <summary>Finds the people a text names, by their name or a part of it, small typing errors forgiven.</summary>
internal static class PersonFinder
{
    private const int ForgivenRatio = 84;

    private const int ShortestForgiven = 4;

    /// <summary>From here on a name is near enough to ask about, not to act upon: "Klara" for "Clara".</summary>
    private const int NearRatio = 75;

    /// <summary>Those whose whole name it is; else those whose name contains all its words; else those whose name is written much like it. Nobody for an empty text.</summary>
    public static IReadOnlyList<Person> Named(Network network, string text)
    {
        var words = CommandText.WordsOf(CommandText.Fold(text));
        if (words.Length == 0)
        {
            return [];
        }

        var named = network.People.Where(person => !person.IsMasked).Select(person => (Person: person, Words: CommandText.WordsOf(CommandText.Fold(person.Name)))).ToList();
        return First(
            named.Where(one => one.Words.SequenceEqual(words)),
            named.Where(one => words.All(one.Words.Contains)),
            named.Where(one => words.All(word => one.Words.Any(name => IsLike(word, name)))));
    }

    /// <summary>Those of whom each word of the text is written somewhat like a part of their name, the most alike first: to be asked about, never to be taken for who is meant.</summary>
    public static IReadOnlyList<Person> Near(IEnumerable<Person> people, string text)
    {
        var words = CommandText.WordsOf(CommandText.Fold(text));
        return words.Length == 0
            ? []
            : [.. people.Select(person => (Person: person, Likeness: words.Min(word => CommandText.WordsOf(CommandText.Fold(person.Name)).Select(name => Likeness(word, name)).DefaultIfEmpty().Max())))
                .Where(one => one.Likeness >= NearRatio).OrderByDescending(one => one.Likeness).ThenBy(one => one.Person.Name, StringComparer.Ordinal).Select(one => one.Person)];
    }

    private static int Likeness(string word, string name) => Math.Min(word.Length, name.Length) >= ShortestForgiven ? Fuzz.Ratio(word, name) : word == name ? 100 : 0;

    private static IReadOnlyList<Person> First(params IEnumerable<(Person Person, string[] Words)>[] ways) =>
        [.. (ways.FirstOrDefault(way => way.Any()) ?? []).Select(one => one.Person)];

    private static bool IsLike(string word, string name) =>
        word == name || (word.Length >= ShortestForgiven && Math.Abs(word.Length - name.Length) <= 1 && Fuzz.Ratio(word, name) >= ForgivenRatio);
}
