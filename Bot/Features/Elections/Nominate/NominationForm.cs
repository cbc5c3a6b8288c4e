using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections.Nominate;

/// <summary>Asks whom somebody proposes, or which list they submit.</summary>
internal static class NominationForm
{
    /// <summary>Longest line of names that can be typed, in UTF-16 units.</summary>
    private const int NamesLimit = 1000;

    /// <summary>Draws the form, by how the election is held.</summary>
    public static AdaptiveCard Render(Reader reader, Network network, Election election)
    {
        var heading = Messages.Get(reader, Sentence.ElectionHeading, CardText.Escape(ElectionWords.Body(network, election), LineBreaks.Collapse));
        var (inputs, button, verb) = election.Method == ElectionMethod.List
            ? (List(reader), Sentence.ButtonSubmitList, ElectionVerbs.SubmitList)
            : (Name(reader), Sentence.ButtonNominate, ElectionVerbs.Nominate);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + Messages.Get(reader, Sentence.ElectionByTyping),
            Body = [CardPart.Heading(heading), .. inputs],
            Actions = [CardPart.Button(reader, button, verb, ("election", election.Id.Value))],
        };
    }

    private static IEnumerable<CardElement> Name(Reader reader)
    {
        yield return new TextInput
        {
            Id = "name", Label = Messages.Get(reader, Sentence.InputNominee), Placeholder = Messages.Get(reader, Sentence.InputNomineePlaceholder), MaxLength = Person.NameLimit,
        };
    }

    private static IEnumerable<CardElement> List(Reader reader)
    {
        yield return new TextInput
        {
            Id = "list", Label = Messages.Get(reader, Sentence.InputListName), MaxLength = CandidateList.NameLimit,
        };
        yield return new TextInput
        {
            Id = "names", Label = Messages.Get(reader, Sentence.InputListNames), Placeholder = Messages.Get(reader, Sentence.InputListNamesPlaceholder), MaxLength = NamesLimit,
        };
    }
}
