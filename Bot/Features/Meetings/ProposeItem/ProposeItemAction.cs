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

/// <summary>The form for an item on a meeting's card.</summary>
internal sealed class ProposeItemAction(MeetingStore meetings, AgendaStore agendas, ProposeItemHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.ProposeItem;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var found = form.Id("meeting") is { } id ? await meetings.FindAsync(turn.Network, new MeetingId(id), cancellationToken) : null;
        if (found is not { Value: var meeting } || turn.Network.Committee(meeting.Committee) is not { } committee || !turn.May(Right.ReadMeetings, committee))
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.RefusedMeetingNotFound));
        }

        return await handler.HandleAsync(turn, meeting, ProposedItem.Read(form), cancellationToken) switch
        {
            Outcome<AgendaItem>.Done(var item) => new CardReply.Replace(await DrawAsync(turn, committee, meeting, agenda => ItemAdded.Said(turn.Reader, turn.Network, agenda, item), item, cancellationToken))
            {
                Settled = meeting.Id.Value,
            },
            Outcome<AgendaItem>.Refused({ Code: RefusalCode.MeetingCancelled or RefusalCode.AgendaOver } why) =>
                new CardReply.Replace(await DrawAsync(turn, committee, meeting, _ => RefusalText.Markdown(turn, why), null, cancellationToken)),
            Outcome<AgendaItem>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The meeting as it is now, at the page that shows the new item.</summary>
    private async Task<AdaptiveCard> DrawAsync(
        Turn turn, Committee committee, Meeting meeting, Func<Agenda, string> lead, AgendaItem? added, CancellationToken cancellationToken)
    {
        var agenda = await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken);
        var page = added is null ? PageRequest.First : new PageRequest { Key = AgendaPart.KeyOf(added) };
        return MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, lead(agenda), page, turn.May(Right.ReadConfidentialItems, committee)) with { Refresh = MeetingRefresh.Sender(turn, meeting.Id) };
    }
}
