using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What is said about meetings at the same time with the same people. A hint only; nothing is refused because of it.</summary>
internal static class ClashPart
{
    private const int MostNames = 8;

    private const int MostLines = 3;

    /// <summary>A line of Markdown for each, the first few.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network.</param>
    /// <param name="clashes">What clashes.</param>
    /// <param name="names">Whether it is told who is concerned: for coordinators only. Everybody else is told how many.</param>
    public static IEnumerable<string> Lines(Reader reader, Network network, IReadOnlyList<MeetingClash> clashes, bool names) =>
        clashes.Take(MostLines).Select(clash => Line(reader, network, clash, names));

    private static string Line(Reader reader, Network network, MeetingClash clash, bool names)
    {
        var other = CardText.Escape(network.Committee(clash.Other.Committee)?.Name ?? clash.Other.Committee.Value, LineBreaks.Collapse);
        if (!names)
        {
            return clash.Persons.Count == 1
                ? Messages.Get(reader, Sentence.ClashOne, other, clash.Other.Start)
                : Messages.Get(reader, Sentence.ClashSeveral, other, clash.Other.Start, clash.Persons.Count);
        }

        var who = string.Join(", ", clash.Persons.Take(MostNames).Select(person => CardText.Escape(network.Person(person)?.Name ?? person.Value, LineBreaks.Collapse)));
        return clash.Persons.Count > MostNames
            ? Messages.Get(reader, Sentence.ClashNamedMore, other, clash.Other.Start, who, clash.Persons.Count - MostNames)
            : Messages.Get(reader, Sentence.ClashNamed, other, clash.Other.Start, clash.Persons.Count, who);
    }
}
