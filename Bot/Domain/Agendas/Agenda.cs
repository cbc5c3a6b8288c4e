using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Agendas;

/// <summary>The agenda (Tagesordnung) of one meeting, in order.</summary>
/// <param name="Meeting">Whose agenda.</param>
/// <param name="Items">The items, by number.</param>
public sealed record Agenda(Meeting Meeting, IReadOnlyList<AgendaItem> Items)
{
    /// <summary>The most items one meeting takes.</summary>
    public const int ItemLimit = 40;

    /// <summary>Decides whether an item may be added now.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="title">Title as typed; outer blanks are cut.</param>
    /// <param name="minutes">Length in minutes, or null.</param>
    /// <param name="proposer">Who proposes it: a member of the committee or a coordinator.</param>
    /// <param name="now">The moment the proposal arrived.</param>
    /// <returns>The item with its number, or the item that already stands there under the same title; a refusal when the
    /// proposer does not belong, the meeting is cancelled, the deadline has passed, or the item is empty, too long or one too many.</returns>
    public Outcome<AgendaItem> Propose(Network network, string title, int? minutes, PersonId proposer, Instant now)
    {
        var committee = network.Committee(Meeting.Committee);
        if (committee is null || !network.Belongs(proposer, committee))
        {
            return new Refusal(RefusalCode.NotMemberOfCommittee, committee?.Name ?? string.Empty);
        }

        if (Meeting.State == MeetingState.Cancelled)
        {
            return new Refusal(RefusalCode.MeetingCancelled, Meeting.Day);
        }

        if (now >= Meeting.AgendaClosesAt(committee.Rules, network.Zone))
        {
            return new Refusal(RefusalCode.AgendaClosed, Meeting.LastMinuteForItems(committee.Rules, network.Zone));
        }

        return Objection(title.Trim(), minutes) is { } objection ? objection : Added(title.Trim(), minutes, proposer, now);
    }

    /// <summary>The number under which an item is called. An urgent meeting first confirms its urgency, so its items begin at 2.</summary>
    public int PlaceOf(AgendaItem item) => item.Number + (Meeting.Kind == MeetingKind.Urgent ? 1 : 0);

    private Refusal? Objection(string title, int? minutes) => title.Length switch
    {
        0 => new Refusal(RefusalCode.TitleMissing),
        > AgendaItem.TitleLimit => new Refusal(RefusalCode.TextTooLong, AgendaItem.TitleLimit),
        _ when minutes is < 1 or > AgendaItem.MinutesLimit => new Refusal(RefusalCode.MinutesOutOfRange, AgendaItem.MinutesLimit),
        _ when Items.Count >= ItemLimit && Standing(title) is null => new Refusal(RefusalCode.AgendaFull, ItemLimit),
        _ => null,
    };

    private AgendaItem Added(string title, int? minutes, PersonId proposer, Instant now) =>
        Standing(title) ?? new AgendaItem(Items.Count == 0 ? 1 : Items[^1].Number + 1, title, minutes, proposer, now);

    private AgendaItem? Standing(string title) =>
        Items.FirstOrDefault(item => string.Equals(item.Title, title, StringComparison.OrdinalIgnoreCase));
}
