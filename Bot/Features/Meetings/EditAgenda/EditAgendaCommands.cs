using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>"TOP 3 nach oben", "TOP 5 vor TOP 2", "TOP 2 Vortrag: Anna", "TOP 3 an den Beirat verweisen": changes an item of the meeting that is on, otherwise of the next.</summary>
internal sealed class EditItemCommand(AgendaMeetings finder, ItemChanging changing, EditAgendaCommand otherwise) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.EditItem;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <summary>Above "TOP …", which would take the same line for a new item; below "TOP: 3 nach oben", which says that it is one.</summary>
    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) =>
        ItemWords.Read(turn.Network, text) is not null || ItemWords.LooksLikeOrder(text) ? CommandMatch.Words + 5 : Entry.Match(text) is var match && match == CommandMatch.Mistyped ? CommandMatch.None : match;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (ItemWords.Read(turn.Network, text) is not { } words)
        {
            return ItemWords.LooksLikeOrder(text) ? Shown(AskOrderCard.Render(turn, text)) : await otherwise.HandleAsync(turn, text, cancellationToken);
        }

        var found = await finder.OneEachAsync(turn, words.Where, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(MeetingFinder.Nothing(turn, words.Where, Sentence.NoMeeting));
        }

        if (found.Count > 1)
        {
            return Shown(ChooseAgendaCard.Render(turn, found, text.Raw));
        }

        return await changing.TypedAsync(turn, found[0], words, cancellationToken) switch
        {
            ItemChanged.Done(var card) => Shown(card) with { Settled = found[0].Id.Value },
            ItemChanged.Asked(var card) => Shown(card),
            ItemChanged.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Answer.Card Shown(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}

/// <summary>"Tagesordnung bearbeiten": the agenda with buttons, for whoever leads the meeting, and for the items somebody has proposed.</summary>
internal sealed class EditAgendaCommand(AgendaMeetings finder, AgendaPreparation preparation) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.EditAgenda;

    /// <summary>Its words begin with those of "Tagesordnung".</summary>
    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => Entry.Match(text) is var match && match == CommandMatch.Words ? match + 1 : match;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var found = await finder.OneEachAsync(turn, text.FoldedBeforeColon, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(MeetingFinder.Nothing(turn, text.FoldedBeforeColon, Sentence.NoMeeting));
        }

        if (found.Count > 1)
        {
            return Shown(ChooseAgendaCard.Render(turn, found, string.Empty));
        }

        return Shown(ItemChanging.Draw(turn, (await preparation.PreparedAsync(turn.Network, found[0], cancellationToken)).Agenda, null, PageRequest.First));
    }

    private static Answer.Card Shown(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);
}
