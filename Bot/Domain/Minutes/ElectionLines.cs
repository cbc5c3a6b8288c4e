using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>The elections of which something happened during the meeting: it was called, voted on, decided by lot, or somebody answered whether they take the seat.</summary>
internal static class ElectionLines
{
    /// <summary>The lines in the order in which it began to concern the meeting, each with the agenda item the meeting was at then.</summary>
    public static IReadOnlyList<(int? Item, MinutesElection Line)> Of(MinutesSources sources, SessionTimeline timeline)
    {
        var span = Span(sources);
        return
        [
            .. sources.Elections.Where(election => election.Committee == sources.Committee.Id)
                .Select(election => (Election: election, First: Moments(election, span).Where(span.Holds).Select(moment => (Instant?)moment).Min()))
                .Where(held => held.First is not null)
                .OrderBy(held => held.First)
                .Select(held => (timeline.At(held.First!.Value), Line(sources, held.Election, span))),
        ];
    }

    /// <summary>From the opening to the end of the meeting; where these were not noted, its day.</summary>
    private static MeetingSpan Span(MinutesSources sources)
    {
        var (meeting, zone) = (sources.Meeting, sources.Network.Zone);
        return new MeetingSpan(meeting.OpenedAt ?? meeting.StartsAt(zone), meeting.ClosedAt ?? zone.AtStartOfDay(meeting.Day.PlusDays(1)).ToInstant());
    }

    /// <summary>All moments at which somebody did something about an election. A round that opens as the meeting ends is no part of it.</summary>
    private static IEnumerable<Instant> Moments(Election election, MeetingSpan span) =>
    [
        election.CalledAt,
        .. election.Rounds.Where(round => round.OpensAt < span.Until).SelectMany(round => new[] { round.OpensAt, round.ClosesAt }),
        .. election.Lots.Select(lot => lot.At),
        .. election.Mandates.Where(mandate => mandate.State != MandateState.Lapsed).Select(mandate => mandate.AnsweredAt).OfType<Instant>(),
    ];

    /// <summary>What came of it. Rounds and lots after the meeting are another's; how those elected answered is told whenever it was, with its day where that was not here.</summary>
    private static MinutesElection Line(MinutesSources sources, Election election, MeetingSpan span)
    {
        var network = sources.Network;
        var rounds = election.Rounds.Where(round => round.OpensAt < span.Until).ToList();
        return new MinutesElection(election.Id, network.Committee(election.Body)?.Name ?? election.Body.Value, election.Method, election.Seats)
        {
            Called = span.Holds(election.CalledAt)
                ? new MinutesElectionCall(MinutesAssembly.Local(network, election.CalledAt), MinutesAssembly.Local(network, election.NominateUntil), MinutesAssembly.Local(network, election.VoteUntil))
                : null,
            Rounds = [.. rounds.Select(round => Round(sources, election, round))],
            Mandates = rounds.Count == 0 ? [] : [.. election.Mandates.Select(mandate => Mandate(network, mandate, span))],
            Lots =
            [
                .. election.Lots.Where(lot => lot.At <= span.Until).Select(lot => new MinutesLot(
                    [.. lot.Order.Select(person => MinutesAssembly.NameOf(network, person))],
                    lot.Seats,
                    MinutesAssembly.NameOf(network, lot.AskedBy),
                    MinutesAssembly.NameOf(network, lot.Witness),
                    MinutesAssembly.Local(network, lot.At))),
            ],
            Resolution = rounds.Count == 0 ? string.Empty : election.Resolution ?? string.Empty,
        };
    }

    private static MinutesMandate Mandate(Network network, Mandate mandate, MeetingSpan span) => new(MinutesAssembly.NameOf(network, mandate.Person), mandate.State, mandate.IsSubstitute)
    {
        AnsweredOn = mandate.AnsweredAt is { } at && !span.Holds(at) ? MinutesAssembly.Local(network, at).Date : null,
    };

    private static MinutesRound Round(MinutesSources sources, Election election, ElectionRound round)
    {
        if (round.Count is not { } count)
        {
            return new MinutesRound(round.Number, round.NeedsMajority, round.Seat, null);
        }

        if (round.Lists.Count == 0)
        {
            var names = round.Candidates.Select(person => MinutesAssembly.NameOf(sources.Network, person)).ToList();
            return new MinutesRound(round.Number, round.NeedsMajority, round.Seat, BallotLines.Votes(count, round.Form, names));
        }

        var lists = round.Lists.Select(list => election.Lists.FirstOrDefault(one => one.Number == list.Number)?.Name ?? string.Empty).ToList();
        var votes = BallotLines.Votes(count, round.Form, lists);
        return new MinutesRound(round.Number, round.NeedsMajority, round.Seat, votes with { Options = [.. WithSeats(round, votes.Options)] });
    }

    private static IEnumerable<OptionLine> WithSeats(ElectionRound round, IReadOnlyList<OptionLine> options)
    {
        var elected = round.Decide().Elected;
        var from = 0;
        foreach (var (place, option) in options.Index())
        {
            var names = round.Candidates.Skip(from).Take(round.Lists[place].Candidates);
            yield return option with { Seats = names.Count(elected.Contains) };
            from += round.Lists[place].Candidates;
        }
    }
}

/// <summary>From the opening to the end of a meeting.</summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The last.</param>
internal sealed record MeetingSpan(Instant From, Instant Until)
{
    /// <summary>Whether something happened in it.</summary>
    public bool Holds(Instant moment) => From <= moment && moment <= Until;
}
