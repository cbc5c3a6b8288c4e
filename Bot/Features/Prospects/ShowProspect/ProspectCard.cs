using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Memberships;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Prospects.ShowProspect;

/// <summary>One prospect with everything that is noted about it, and what can be done next. In the coordinators' 1:1 chats only.</summary>
internal static class ProspectCard
{
    /// <summary>Draws it.</summary>
    /// <param name="turn">Who reads.</param>
    /// <param name="noted">The prospect.</param>
    /// <param name="lead">What is said above it; null for nothing. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, NotedProspect noted, string? lead = null)
    {
        var (reader, prospect) = (turn.Reader, noted.Prospect);
        var heading = ProspectWords.Escaped(prospect.Name);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + ": " + ProspectWords.Of(reader, noted.Stage),
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                .. ProspectWords.Lines(reader, turn.Network, noted).Select(CardPart.Text),
                .. prospect.Contacts.Count == 0 ? Enumerable.Empty<CardElement>() :
                [
                    CardPart.Section(Messages.Get(reader, Sentence.ProspectContacts)), CardPart.List(ProspectWords.Contacts(reader, turn.Network, prospect)),
                ],
                CardPart.Subtle(Messages.Get(reader, Sentence.ProspectHint)),
                .. CardPart.Rows(Buttons(reader, noted)),
            ],
        };
    }

    private static IEnumerable<CardAction> Buttons(Reader reader, NotedProspect noted)
    {
        var (id, stage) = ((ProspectVerbs.ProspectField, noted.Prospect.Id.Value), noted.Stage);
        if (stage != ProspectStage.Member)
        {
            yield return CardPart.Button(reader, Sentence.ButtonProspectContact, ProspectVerbs.AskContact, id);
            yield return CardPart.Button(reader, Sentence.ButtonEdit, ProspectVerbs.AskChange, id);
        }

        if (Prospect.IsAwaited(stage))
        {
            // The application is asked below: what is noted stays in sight.
            yield return SuggestionCard.RunBelowButton(reader, CommandTable.Apply, noted.Prospect.Name);
            yield return CardPart.Button(reader, Sentence.ButtonProspectDecline, ProspectVerbs.Decline, id);
        }

        yield return CardPart.Button(reader, Sentence.ButtonProspectAskRemove, ProspectVerbs.AskRemove, id);
        yield return SuggestionCard.RunButton(reader, CommandTable.Prospects);
    }
}
