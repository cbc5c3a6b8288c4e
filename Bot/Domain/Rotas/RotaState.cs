using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Rotas;

/// <summary>How a rota stands: whose turn is next, and who has led how often. Worked out anew each time from what is stored, so that a cancelled meeting gives its turn
/// back and a chair that was handed over counts for whoever leads. Where several meetings were called at once, the days they were called for say in which order their turns
/// were: moving one behind another changes nobody's turn.</summary>
/// <param name="Upcoming">The turns to come, the next first; those who cannot take theirs any more are left out.</param>
/// <param name="Counts">For each of the order who has led how often, in that order.</param>
public sealed record RotaState(IReadOnlyList<RotaHost> Upcoming, IReadOnlyList<RotaCount> Counts)
{
    /// <summary>Whose turn is next; null when nobody of the order is there any more.</summary>
    public RotaHost? Next => Upcoming.Count > 0 ? Upcoming[0] : null;

    /// <summary>Works it out.</summary>
    /// <param name="rota">The order and what was agreed on; what was agreed on under an order before says nothing about this one.</param>
    /// <param name="network">Who is there now.</param>
    /// <param name="committee">Whose meetings.</param>
    /// <param name="meetings">All meetings of the committee that were ever called; others are passed over.</param>
    /// <param name="now">Divides meetings that were led from those that will be.</param>
    public static RotaState Of(Rota rota, Network network, Committee committee, IEnumerable<Meeting> meetings, Instant now)
    {
        var led = meetings
            .Where(meeting => meeting.Committee == rota.Committee && meeting is { State: not MeetingState.Cancelled, Chair: not null })
            .Select(meeting => (Meeting: meeting, Host: rota.HostOf(network, meeting.Chair!.Value)))
            .Where(pair => pair.Host is not null)
            .ToList();
        var events = led.Where(pair => pair.Meeting.CalledAt >= rota.Since)
            .Select(pair => (At: pair.Meeting.CalledAt, Order: (1, 0, Day: pair.Meeting.CalledFor), Kind: (RotaStepKind?)null, Host: pair.Host!.Value, Other: (RotaHost?)null))
            .Concat(rota.Steps.Where(step => step.At >= rota.Since).Select(step => (step.At, Order: (0, step.Number, default(LocalDate)), Kind: (RotaStepKind?)step.Kind, step.Host, step.Other)))
            .OrderBy(one => one.At).ThenBy(one => one.Order.Item1).ThenBy(one => one.Order.Item2).ThenBy(one => one.Order.Item3);
        var turns = rota.Hosts.Select(host => new Slot(host, host)).ToList();
        foreach (var one in events)
        {
            if (one.Kind == RotaStepKind.Swapped)
            {
                Swap(turns, one.Host, one.Other);
            }
            else
            {
                Pass(turns, one.Host);
            }
        }

        return new RotaState(
            [.. turns.Select(turn => turn.Taken(host => host.IsThere(network, committee))).OfType<RotaHost>()],
            [.. rota.Hosts.Select(host => new RotaCount(
                host,
                led.Count(pair => pair.Host == host && pair.Meeting.StartsAt(network.Zone) <= now),
                led.Count(pair => pair.Host == host && pair.Meeting.StartsAt(network.Zone) > now),
                host.IsThere(network, committee)))]);
    }

    /// <summary>The turn is over; the slot comes again at the end, for whom it was made.</summary>
    private static void Pass(List<Slot> turns, RotaHost host)
    {
        var at = turns.FindIndex(turn => turn.Performer == host);
        if (at >= 0)
        {
            var owner = turns[at].Owner;
            turns.RemoveAt(at);
            turns.Add(new Slot(owner, owner));
        }
    }

    private static void Swap(List<Slot> turns, RotaHost one, RotaHost? other)
    {
        var (first, second) = (turns.FindIndex(turn => turn.Performer == one), turns.FindIndex(turn => turn.Performer == other));
        if (first >= 0 && second >= 0)
        {
            (turns[first], turns[second]) = (turns[first] with { Performer = turns[second].Performer }, turns[second] with { Performer = turns[first].Performer });
        }
    }

    /// <param name="Owner">For whom the turn is by the order.</param>
    /// <param name="Performer">Who takes it this time.</param>
    private sealed record Slot(RotaHost Owner, RotaHost Performer)
    {
        public RotaHost? Taken(System.Func<RotaHost, bool> isThere) => isThere(Performer) ? Performer : isThere(Owner) ? Owner : null;
    }
}

/// <summary>How often somebody of a rota has led.</summary>
/// <param name="Host">Who.</param>
/// <param name="Led">Meetings that have begun.</param>
/// <param name="Planned">Meetings that were called and are to come.</param>
/// <param name="IsThere">Whether they can take a turn now.</param>
public sealed record RotaCount(RotaHost Host, int Led, int Planned, bool IsThere);
