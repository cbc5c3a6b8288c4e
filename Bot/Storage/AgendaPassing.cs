using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Tables;
using NodaTime;

namespace Bot.Storage;

/// <summary>Passes items on from one agenda to another: to another committee, back as an answer, or to the committee's own next meeting. An item that leaves one agenda
/// comes to the other in the same batch; where there is no next meeting yet it waits for it.</summary>
internal sealed class AgendaPassing(AgendaStore agendas, MeetingStore meetings, SessionStore sessions, AgendaPreparation preparation)
{
    private const int Attempts = 20;

    /// <summary>Items passed on in one batch: each takes two rows of at most a hundred.</summary>
    private const int Most = 40;

    /// <summary>Passes an item on to another committee.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="meeting">On whose agenda it stands.</param>
    /// <param name="person">Who passes it on.</param>
    /// <param name="number">The item's number.</param>
    /// <param name="to">The other committee.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>The agenda after it and the other committee's meeting, null while there is none; or a refusal of <see cref="Agenda.Change"/>. Doing it twice does it once.</returns>
    public async Task<Outcome<(Agenda Agenda, Meeting? There)>> ReferAsync(
        Network network, Meeting meeting, PersonId person, int number, CommitteeId to, Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await agendas.LoadAsync(network.Id, meeting, cancellationToken);
            if (stored.Agenda.Find(number) is { State: AgendaItemState.Referred } done && done.ReferredTo == to && stored.Agenda.MayArrange(network, person))
            {
                return (stored.Agenda, await NextAsync(network, to, meeting, now, cancellationToken));
            }

            if (stored.Agenda.Change(network, person, number, new ItemChange.Refer(to), now) is not Outcome<Agenda>.Done(var after))
            {
                return ((Outcome<Agenda>.Refused)stored.Agenda.Change(network, person, number, new ItemChange.Refer(to), now)).Why;
            }

            var item = stored.Agenda.Find(number)!;
            var (there, saved) = await TryDeliverAsync(network, stored, after, to, [(after.LinkTo(item), after.ReferredAs(item))], now, cancellationToken);
            if (saved)
            {
                return (after, there);
            }
        }

        return new Refusal(RefusalCode.ChangedMeanwhile);
    }

    /// <summary>Does what follows from a meeting that is over: what was left open goes on to the committee's next meeting, what other committees had passed on goes back to
    /// them as an answer. Repeating it passes on only what was left since.</summary>
    /// <returns>The meetings whose agenda has changed by it.</returns>
    public async Task<IReadOnlyList<MeetingId>> SettleAsync(Network network, Meeting meeting, Instant now, CancellationToken cancellationToken)
    {
        var changed = new HashSet<MeetingId>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await agendas.LoadAsync(network.Id, meeting, cancellationToken);
            if (!stored.Agenda.IsOver(network.Zone, now))
            {
                break;
            }

            var record = await sessions.OfAsync(network.Id, meeting.Id, cancellationToken);
            var (to, passed) = Next(network, stored.Agenda, stored.Agenda.LeftOpen(record), stored.Agenda.Answers(record));
            if (passed.Count == 0)
            {
                break;
            }

            var after = stored.Agenda.PassedOn(passed.Select(pair => pair.Item));
            var (there, saved) = await TryDeliverAsync(
                network, stored, after, to, [.. passed.Select(pair => (after.LinkTo(pair.Item), pair.Next))], now, cancellationToken);
            if (saved)
            {
                changed.UnionWith(there is null ? [meeting.Id] : [meeting.Id, there.Id]);
                attempt = 0;
            }
        }

        return [.. changed];
    }

    /// <summary>Does what follows from the committee's meetings of the last days, before another one is prepared.</summary>
    public async Task SettleEarlierAsync(Network network, CommitteeId committee, Instant now, CancellationToken cancellationToken)
    {
        var earlier = new List<Meeting>();
        var today = now.InZone(network.Zone).Date;
        foreach (var order in new[] { meetings.FromAsync(network.Id, today.PlusDays(-7), cancellationToken), meetings.CancelledFromAsync(network.Id, today, cancellationToken) })
        {
            await foreach (var meeting in order)
            {
                if (meeting.Committee == committee && (meeting.Day <= today || meeting.State == MeetingState.Cancelled))
                {
                    earlier.Add(meeting);
                }
            }
        }

        foreach (var meeting in earlier)
        {
            await SettleAsync(network, meeting, now, cancellationToken);
        }
    }

    /// <summary>Puts an item on a committee's next agenda, or has it wait for it. What stands there under the same title, or waits, is not put twice.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="to">The committee.</param>
    /// <param name="from">What it is about, by which it waits once.</param>
    /// <param name="item">The item; its number is given there.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it before it is written.</param>
    /// <returns>The meeting; null while there is none. False beside it when others were faster each time.</returns>
    public async Task<(Meeting? There, bool IsPut)> PutAsync(Network network, CommitteeId to, ItemLink from, AgendaItem item, Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await NextAsync(network, to, null, now, cancellationToken) is not { } there)
            {
                await agendas.WaitAsync(network.Id, to, from, item, cancellationToken);
                // A meeting that was called meanwhile takes it now.
                if (await NextAsync(network, to, null, now, cancellationToken) is not { } called)
                {
                    return (null, true);
                }

                await preparation.PreparedAsync(network, called, cancellationToken);
                return (called, true);
            }

            var stored = await preparation.PreparedAsync(network, there, cancellationToken);
            if (stored.Agenda.Items.Any(standing => string.Equals(standing.Title, item.Title, System.StringComparison.OrdinalIgnoreCase))
                || await agendas.TrySaveAsync(network.Id, stored, stored.Agenda.Received(item), [], cancellationToken))
            {
                return (there, true);
            }
        }

        return (null, false);
    }

    /// <summary>All of one kind that goes to the same committee: what is left open, or what one other committee waits for.</summary>
    private static (CommitteeId To, IReadOnlyList<(AgendaItem Item, AgendaItem Next)> Passed) Next(
        Network network, Agenda agenda, IReadOnlyList<(AgendaItem Left, AgendaItem Next)> left, IReadOnlyList<(AgendaItem Done, AgendaItem Answer)> answers)
    {
        if (left.Count > 0)
        {
            return (agenda.Meeting.Committee, [.. left.Take(Most)]);
        }

        var to = answers.Select(pair => pair.Done.ReferredFrom!.Committee).FirstOrDefault(committee => network.Committee(committee) is not null);
        return (to, [.. answers.Where(pair => pair.Done.ReferredFrom!.Committee == to).Take(Most)]);
    }

    private async Task<(Meeting? There, bool IsSaved)> TryDeliverAsync(
        Network network, StoredAgenda stored, Agenda after, CommitteeId to, IReadOnlyList<(ItemLink From, AgendaItem Item)> items, Instant now, CancellationToken cancellationToken)
    {
        if (await NextAsync(network, to, stored.Agenda.Meeting, now, cancellationToken) is { } there)
        {
            var target = await preparation.PreparedAsync(network, there, cancellationToken);
            var received = items.Aggregate(target.Agenda, (agenda, one) => agenda.Received(one.Item));
            return (there, await agendas.TrySaveAsync(network.Id, stored, after, AgendaStore.ChangesOf(network.Id, target, received), cancellationToken));
        }

        IEnumerable<TableTransactionAction> waits = items.Select(one => AgendaStore.Wait(network.Id, to, one.From, one.Item));
        if (!await agendas.TrySaveAsync(network.Id, stored, after, waits, cancellationToken))
        {
            return (null, false);
        }

        // A meeting that was called and prepared between looking for one and letting the items wait takes them now.
        var called = await NextAsync(network, to, stored.Agenda.Meeting, now, cancellationToken);
        if (called is not null)
        {
            await preparation.PreparedAsync(network, called, cancellationToken);
        }

        return (called, true);
    }

    /// <summary>The committee's next meeting that has not begun; another than the given one, if any.</summary>
    private async Task<Meeting?> NextAsync(Network network, CommitteeId committee, Meeting? but, Instant now, CancellationToken cancellationToken)
    {
        await foreach (var meeting in meetings.FromAsync(network.Id, now.InZone(network.Zone).Date, cancellationToken))
        {
            if (meeting.Committee == committee && meeting.Id != but?.Id && meeting.State == MeetingState.Invited && meeting.StartsAt(network.Zone) > now)
            {
                return meeting;
            }
        }

        return null;
    }
}
