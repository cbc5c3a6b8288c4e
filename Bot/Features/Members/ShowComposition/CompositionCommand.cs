using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Members.ShowComposition;

/// <summary>"Zusammensetzung", "Zusammensetzung Beirat": how many organizations of each part of society are there, and where nobody is. Numbers only, never a name.</summary>
internal sealed class CompositionCommand : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Composition;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var asked = Entry.RestOf(text);
        var committee = CommitteeFinder.Named(turn.Network, asked) is [var named] ? named : asked.Length == 0 ? turn.Here ?? turn.Network.GeneralAssembly : null;
        if (committee is not null && turn.May(Right.ReadComposition, committee))
        {
            var card = Card(turn.Reader, committee, Composition.Of(turn.Network, committee));
            return Task.FromResult<Answer>(new Answer.Card(card, card.FallbackText ?? string.Empty));
        }

        var isKnown = turn.May(Right.ReadComposition) || turn.OwnCommittees.Any(own => turn.May(Right.ReadComposition, own));
        return Task.FromResult<Answer>(new Answer.Text(Messages.Get(turn.Reader, isKnown ? Sentence.CompositionWhich : Sentence.MembersOnly)));
    }

    /// <summary>Draws it.</summary>
    internal static AdaptiveCard Card(Reader reader, Committee committee, Composition composition)
    {
        var heading = Messages.Get(reader, Sentence.CompositionHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), composition.Organizations);
        var there = composition.Sectors.Where(pair => pair.Organizations > 0).ToList();
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. there.Count == 0 ? Enumerable.Empty<CardElement>() : [CardPart.List(there.Select(pair => Messages.Get(reader, Sentence.CompositionLine, SectorWords.Name(reader, pair.Sector), pair.Organizations)))],
                .. Gaps(reader, composition),
            ],
        };
    }

    private static IEnumerable<CardElement> Gaps(Reader reader, Composition composition)
    {
        if (composition.Gaps.Any())
        {
            yield return CardPart.Section(Messages.Get(reader, Sentence.CompositionGaps));
            yield return CardPart.Text(string.Join(", ", composition.Gaps.Select(sector => SectorWords.Name(reader, sector))));
        }

        if (composition.WithoutSector > 0)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.CompositionUnsaid, composition.WithoutSector));
        }

        if (composition.PeopleWithout > 0)
        {
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.CompositionPeople, composition.PeopleWithout));
        }
    }
}
