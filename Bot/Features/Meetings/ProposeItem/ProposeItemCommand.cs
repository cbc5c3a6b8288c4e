using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.EditAgenda;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.ProposeItem;

/// <summary>"TOP: Stand Demokratiefest, 15 min": adds an item to the next meeting's agenda.</summary>
internal sealed partial class ProposeItemCommand(AgendaMeetings finder, MeetingStore meetings, AgendaStore agendas, ProposeItemHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.ProposeItem;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var (head, words) = Split(turn, text);
        var found = await finder.ForItemsAsync(turn, head, cancellationToken);
        if (found.Count == 0)
        {
            return new Answer.Text(MeetingFinder.Nothing(turn, head, Sentence.NoMeetingForItem));
        }

        var proposed = ProposedItem.Typed(words);
        if (proposed.Title.Length == 0)
        {
            return Form(turn, found, proposed);
        }

        if (proposed.Title.Length > AgendaItem.TitleLimit)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.TextTooLong, AgendaItem.TitleLimit)));
        }

        if (found.Count > 1)
        {
            return found.Count <= ChooseMeetingCard.Most ? ChooseMeetingCard.Render(turn, found, proposed) : Form(turn, found, proposed);
        }

        if (await AskedBackAsync(turn, found[0], text, cancellationToken) is { } question)
        {
            return question;
        }

        return await handler.HandleAsync(turn, found[0], proposed, cancellationToken) switch
        {
            Outcome<AgendaItem>.Done(var item) => await DoneAsync(turn, found[0], item, cancellationToken),
            Outcome<AgendaItem>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>"TOP Beirat: Titel" names the committee before the colon; in "TOP: Titel", "TOP Titel" and "TOP Haushalt: Entwurf" all is title.</summary>
    private (string Head, string Words) Split(Turn turn, CommandText text) => CommitteeFinder.Named(turn.Network, text.FoldedBeforeColon).Count > 0 && text.HasColon
        ? (text.FoldedBeforeColon, IsConfidential().IsMatch(text.FoldedBeforeColon) ? "vertraulich: " + text.AfterColon : text.AfterColon)
        : (string.Empty, Entry.RestOf(text));

    /// <summary>"TOP 2 nach dem Haushalt" may mean the item of that name, where both stand on the agenda: then nothing is added before that is clear. "TOP 5 nach Ostern" is a title.</summary>
    private async Task<Answer?> AskedBackAsync(Turn turn, Meeting meeting, CommandText text, CancellationToken cancellationToken)
    {
        if (ItemWords.BesideTitle(text) is not var (place, isBehind, title))
        {
            return null;
        }

        var agenda = await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken);
        agenda = turn.IsPersonal ? agenda : agenda.Masked();
        if (agenda.At(place) is not { } moved || agenda.Items.FirstOrDefault(item => item != moved && ItemWords.IsTitle(item, title)) is not { } other)
        {
            return null;
        }

        var order = Messages.Get(turn.Reader, isBehind ? Sentence.OrderBehind : Sentence.OrderBefore, place, agenda.PlaceOf(other));
        var card = AskOrderCard.Render(turn, text, [order]);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    private async Task<Answer> DoneAsync(Turn turn, Meeting meeting, AgendaItem item, CancellationToken cancellationToken)
    {
        var agenda = await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken);
        var lead = ItemAdded.Said(turn.Reader, turn.Network, agenda, item);
        var card = MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, lead, new PageRequest { Key = AgendaPart.KeyOf(item) }, turn.IsPersonal)
            with { Refresh = MeetingRefresh.Sender(turn, meeting.Id) };
        return new Answer.Card(card, lead) { Settled = meeting.Id.Value };
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        await meetings.FindAsync(turn.Network, new MeetingId(outcome), cancellationToken) is { Value: var meeting }
            ? Messages.Get(turn.Reader, Sentence.EditAfterItem, MeetingCard.Title(turn.Reader, turn.Network, meeting))
            : Messages.Get(turn.Reader, Sentence.EditTooLate);

    internal static Answer.Card Form(Turn turn, IReadOnlyList<Meeting> meetings, ProposedItem proposed)
    {
        if (meetings.Count > 1)
        {
            var choice = ItemForm.Render(turn.Reader, turn.Network, meetings, proposed);
            return new Answer.Card(choice, choice.FallbackText ?? string.Empty);
        }

        var heading = Messages.Get(turn.Reader, Sentence.ItemFormHeading, MeetingCard.Title(turn.Reader, turn.Network, meetings[0]));
        var form = ItemForm.Render(turn.Reader, meetings[0], proposed);
        return new Answer.Card(form with { FallbackText = heading, Body = [CardPart.Heading(heading), .. form.Body] }, heading);
    }

    [GeneratedRegex(@"\b(vertraulich|nichtoeffentlich|confidential)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsConfidential();
}
