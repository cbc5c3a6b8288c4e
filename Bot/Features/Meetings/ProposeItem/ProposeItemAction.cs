using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.ProposeItem;

/// <summary>[TOP vorschlagen] on a meeting's card: asks for the item below it, where nothing writes over what is typed.</summary>
internal sealed class AskItemAction(PressedItem pressed) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.AskItem;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await pressed.FindAsync(turn, form, cancellationToken) is not var (meeting, committee))
        {
            return PressedItem.NotFound(turn);
        }

        return await pressed.WhyOverAsync(turn, meeting, cancellationToken) is { } why
            ? new CardReply.Replace(await pressed.DrawAsync(turn, committee, meeting, _ => RefusalText.Markdown(turn, why), null, cancellationToken))
            : AskedBelow.Of(turn.Reader, ProposeItemCommand.Form(turn, [meeting], new ProposedItem(string.Empty, null, AgendaVisibility.All)).Content);
    }
}

/// <summary>[Vorschlagen]: the filled form.</summary>
internal sealed class ProposeItemAction(PressedItem pressed, ProposeItemHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.ProposeItem;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await pressed.FindAsync(turn, form, cancellationToken) is not var (meeting, committee))
        {
            return PressedItem.NotFound(turn);
        }

        return await handler.HandleAsync(turn, meeting, ProposedItem.Read(form), cancellationToken) switch
        {
            Outcome<AgendaItem>.Done(var item) => new CardReply.Replace(await pressed.DrawAsync(turn, committee, meeting, agenda => ItemAdded.Said(turn.Reader, turn.Network, agenda, item), item, cancellationToken))
            {
                Settled = meeting.Id.Value,
            },
            Outcome<AgendaItem>.Refused({ Code: RefusalCode.MeetingCancelled or RefusalCode.AgendaOver } why) =>
                new CardReply.Replace(await pressed.DrawAsync(turn, committee, meeting, _ => RefusalText.Markdown(turn, why), null, cancellationToken)),
            Outcome<AgendaItem>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>The meeting an item is proposed for by pressing, and how it looks then.</summary>
internal sealed class PressedItem(MeetingStore meetings, AgendaStore agendas)
{
    /// <summary>What is answered where there is no such meeting for the sender.</summary>
    public static CardReply.Say NotFound(Turn turn) => new(Messages.Get(turn.Reader, Sentence.RefusedMeetingNotFound));

    /// <summary>The meeting the button names and its committee; null where the sender may know of none.</summary>
    public async Task<(Meeting Meeting, Committee Committee)?> FindAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        form.Id("meeting") is { } id && await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) is { Value: var meeting }
            && turn.Network.Committee(meeting.Committee) is { } committee && turn.May(Right.ReadMeetings, committee)
            ? (meeting, committee)
            : null;

    /// <summary>Why nothing can be added any more; null while items are taken.</summary>
    public async Task<Refusal?> WhyOverAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken) =>
        (await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken)).WhyOver(turn.Network.Zone, turn.Now);

    /// <summary>The meeting as it is now, at the page that shows the new item.</summary>
    public async Task<AdaptiveCard> DrawAsync(
        Turn turn, Committee committee, Meeting meeting, Func<Agenda, string> lead, AgendaItem? added, CancellationToken cancellationToken)
    {
        var agenda = await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken);
        var page = added is null ? PageRequest.First : new PageRequest { Key = AgendaPart.KeyOf(added) };
        return MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, lead(agenda), page, turn.May(Right.ReadConfidentialItems, committee)) with { Refresh = MeetingRefresh.Sender(turn, meeting.Id) };
    }
}
