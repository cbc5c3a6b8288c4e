using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Elections;
using NodaTime;

namespace Bot.Domain.Minutes;

/// <summary>The elections in which the committee voted during the meeting.</summary>
internal static class ElectionLines
{
    /// <summary>The lines in order of their first round, each with the agenda item the meeting was at then.</summary>
    public static IReadOnlyList<(int? Item, MinutesElection Line)> Of(MinutesSources sources, SessionTimeline timeline)
    {
        var (from, until) = Span(sources);
        return
        [
            .. sources.Elections.Where(election => election.Committee == sources.Committee.Id)
                .Select(election => (Election: election, First: election.Rounds.FirstOrDefault(round => IsWithin(round, from, until))))
                .Where(held => held.First is not null)
                .OrderBy(held => held.First!.OpensAt)
                .Select(held => (timeline.At(MomentOf(held.First!, from, until)), Line(sources, held.Election))),
        ];
    }

    /// <summary>From the opening to the end of the meeting; where these were not noted, its day.</summary>
    private static (Instant From, Instant Until) Span(MinutesSources sources)
    {
        var (meeting, zone) = (sources.Meeting, sources.Network.Zone);
        return (meeting.OpenedAt ?? meeting.StartsAt(zone), meeting.ClosedAt ?? zone.AtStartOfDay(meeting.Day.PlusDays(1)).ToInstant());
    }

    private static bool IsWithin(ElectionRound round, Instant from, Instant until) =>
        (from <= round.OpensAt && round.OpensAt < until) || (from <= round.ClosesAt && round.ClosesAt <= until);

    private static Instant MomentOf(ElectionRound round, Instant from, Instant until) => from <= round.OpensAt && round.OpensAt < until ? round.OpensAt : round.ClosesAt;

    private static MinutesElection Line(MinutesSources sources, Election election)
    {
        var network = sources.Network;
        return new MinutesElection(election.Id, network.Committee(election.Body)?.Name ?? election.Body.Value, election.Method, election.Seats)
        {
            Rounds = [.. election.Rounds.Select(round => Round(sources, election, round))],
            Mandates = [.. election.Mandates.Select(mandate => new MinutesMandate(MinutesAssembly.NameOf(network, mandate.Person), mandate.State, mandate.IsSubstitute))],
            Lots =
            [
                .. election.Lots.Select(lot => new MinutesLot(
                    [.. lot.Order.Select(person => MinutesAssembly.NameOf(network, person))],
                    lot.Seats,
                    MinutesAssembly.NameOf(network, lot.AskedBy),
                    MinutesAssembly.NameOf(network, lot.Witness),
                    MinutesAssembly.Local(network, lot.At))),
            ],
            Resolution = election.Resolution ?? string.Empty,
        };
    }

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
