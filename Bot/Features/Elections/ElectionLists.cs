using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections;

/// <summary>The lists of a list vote on an election's card while they are collected.</summary>
internal static class ElectionLists
{
    /// <summary>Each list with those who stand, and with how many were not heard of yet.</summary>
    public static IEnumerable<CardElement> Lines(Reader reader, Network network, Election election)
    {
        if (election.Lists.IsEmpty)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ElectionNoLists));
        }

        foreach (var list in election.Lists)
        {
            var standing = election.ListsStanding.FirstOrDefault(one => one.List == list).Names ?? [];
            var asked = election.Nominations.Count(name => name.List == list.Number && name.Answer == Consent.Asked);
            yield return CardPart.Text(Messages.Get(
                reader, Sentence.ElectionListLine, Escaped(list.Name),
                standing.Count == 0 ? Messages.Get(reader, Sentence.ElectionListNobody) : Escaped(ElectionWords.Names(network, standing, OptionLabels.Large / (2 * election.Lists.Count))), asked));
        }

        if (election.ListsStanding.Count == 1)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.ElectionOneList));
        }
    }

    /// <summary>The viewer's own place.</summary>
    public static IEnumerable<CardElement> Own(Reader reader, Election election, ElectionViewer viewer)
    {
        if (viewer.Person is { } person && election.NominationOf(person) is { List: { } number } && election.ListOf(number) is { } list)
        {
            yield return CardPart.Text(Messages.Get(reader, Sentence.ElectionOwnPlace, Escaped(list.Name), list.Order.Index().First(place => place.Item == person).Index + 1));
        }
    }

    private static string Escaped(string text) => CardText.Escape(text, LineBreaks.Collapse);
}
