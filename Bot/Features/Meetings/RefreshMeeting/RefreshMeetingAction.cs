using System;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.RefreshMeeting;

/// <summary>A client asks how a meeting stands now. Two storage calls, and none while somebody else has just asked.</summary>
internal sealed class RefreshMeetingAction(MeetingStore meetings, AgendaStore agendas, TimeProvider time) : ICardAction
{
    private readonly Glance<(NetworkId Network, string Sight, MeetingId Meeting), Agenda?> glances = new(time);

    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Refresh;

    /// <inheritdoc/>
    public bool IsView => true;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var network = turn.Network;
        if (form.Id("meeting") is not { } named
            || await glances.OfAsync((network.Id, network.Sight, new MeetingId(named)), () => LoadAsync(network, new MeetingId(named)), cancellationToken) is not { } agenda
            || turn.Network.Committee(agenda.Meeting.Committee) is not { } committee || !IsVisible(turn, committee))
        {
            return new CardReply.Say(Messages.Get(turn.Reader, Sentence.RefusedMeetingNotFound));
        }

        var card = turn.May(Right.ReadMeetings, committee)
            ? MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, isPrivate: turn.May(Right.ReadConfidentialItems, committee))
            : MeetingCard.RenderPublic(turn.Reader, turn.Network, agenda.Meeting);
        return new CardReply.Replace(card with { Refresh = MeetingRefresh.Sender(turn, agenda.Meeting.Id) });
    }

    /// <summary>That the plenary meets, and when, everybody may know.</summary>
    private static bool IsVisible(Turn turn, Committee committee) => committee.Kind == CommitteeKind.GeneralAssembly || turn.May(Right.ReadMeetings, committee);

    private async Task<Agenda?> LoadAsync(Network network, MeetingId id) =>
        await meetings.FindAsync(network, id, CancellationToken.None) is { Value: var meeting } ? await agendas.OfAsync(network.Id, meeting, CancellationToken.None) : null;
}
