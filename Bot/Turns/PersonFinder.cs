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

    /// <summary>Those whose whole name it is; else those whose name contains all its words; else those whose name is written much like it. Nobody for an empty text.</summary>
    public static IReadOnlyList<Person> Named(Network network, string text)
    {
        var words = CommandText.WordsOf(CommandText.Fold(text));
        if (words.Length == 0)
        {
            return [];
        }

        var named = network.People.Select(person => (Person: person, Words: CommandText.WordsOf(CommandText.Fold(person.Name)))).ToList();
        return First(
            named.Where(one => one.Words.SequenceEqual(words)),
            named.Where(one => words.All(one.Words.Contains)),
            named.Where(one => words.All(word => one.Words.Any(name => IsLike(word, name)))));
    }

    private static IReadOnlyList<Person> First(params IEnumerable<(Person Person, string[] Words)>[] ways) =>
        [.. (ways.FirstOrDefault(way => way.Any()) ?? []).Select(one => one.Person)];

    private static bool IsLike(string word, string name) =>
        word == name || (word.Length >= ShortestForgiven && Math.Abs(word.Length - name.Length) <= 1 && Fuzz.Ratio(word, name) >= ForgivenRatio);
}
