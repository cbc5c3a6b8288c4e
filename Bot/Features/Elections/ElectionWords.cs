using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Elections;

/// <summary>What is said about an election, as Markdown for cards and as plain text for the register.</summary>
internal static class ElectionWords
{
    /// <summary>Name of the committee whose seats are filled. Plain text.</summary>
    public static string Body(Network network, Election election) => network.Committee(election.Body)?.Name ?? election.Body.Value;

    /// <summary>Name of a person. Plain text.</summary>
    public static string Name(Network network, PersonId person) => network.Person(person)?.Name ?? person.Value;

    /// <summary>Several names in one line, as short as the budget asks. Plain text.</summary>
    public static string Names(Network network, IEnumerable<PersonId> people, int budget = OptionLabels.Small)
    {
        var names = people.Select(person => Name(network, person)).ToList();
        var units = names.Select(name => name.Length).DefaultIfEmpty(0).Max();
        while (units > 8 && names.Sum(name => CardSize.Of(ShortText.Abbreviate(name, units))) > budget)
        {
            units -= (units / 8) + 1;
        }

        return string.Join(", ", names.Select(name => ShortText.Abbreviate(name, int.Max(units, 8))));
    }

    /// <summary>How far it is, and what comes next. Plain text.</summary>
    public static string State(Reader reader, Network network, Election election) => election switch
    {
        { State: ElectionState.Nominating } => Messages.Get(reader, Sentence.ElectionNominating, election.NominateUntil.InZone(network.Zone).LocalDateTime),
        { State: ElectionState.Voting, Round: { Seat: > 0 } round } => Messages.Get(
            reader, Sentence.ElectionVotingSeat, round.Seat, election.Seats, round.Number, round.ClosesAt.InZone(network.Zone).LocalDateTime),
        { State: ElectionState.Voting, Round: { } round } => Messages.Get(reader, Sentence.ElectionVoting, round.Number, round.ClosesAt.InZone(network.Zone).LocalDateTime),
        { Pending: { IsLot: true, AskedBy: { } asker } lot } => Messages.Get(reader, Sentence.ElectionLotAsked, Name(network, asker), Names(network, lot.People), lot.Seats),
        { Pending: { IsLot: true } lot } => Messages.Get(reader, Sentence.ElectionLotNeeded, Names(network, lot.People), lot.Seats),
        { Pending: { Reason: RoundReason.NextSeat } next, Round: { } round } => Messages.Get(reader, Sentence.ElectionNextSeat, round.Seat + 1, election.Seats, Names(network, next.People)),
        { Pending: { Reason: RoundReason.Tie } next } => Messages.Get(reader, Sentence.ElectionTied, Names(network, next.People), next.Seats),
        { Pending: { } next } => Messages.Get(reader, Sentence.ElectionTooFew, Names(network, next.People), next.Seats),
        { State: ElectionState.Accepting } => Messages.Get(reader, Sentence.ElectionAccepting),
        { State: ElectionState.Cancelled } => Messages.Get(reader, Sentence.ElectionCancelled),
        { TermFrom: { } from, TermUntil: { } until } => Messages.Get(reader, Sentence.ElectionFinished, Appointments.Date(reader, from), Appointments.Date(reader, until)),
        _ => Messages.Get(reader, Sentence.ElectionNobody),
    };

    /// <summary>How it is elected. Plain text.</summary>
    public static string Method(Reader reader, ElectionMethod method) => Messages.Get(reader, Enum.Parse<Sentence>("Method" + method));

    /// <summary>The lists on the paper of a round, each with those who stand on it.</summary>
    public static IEnumerable<(int List, IReadOnlyList<PersonId> Names)> Slices(ElectionRound round)
    {
        var from = 0;
        foreach (var list in round.Lists)
        {
            yield return (list.Number, [.. round.Candidates.Skip(from).Take(list.Candidates)]);
            from += list.Candidates;
        }
    }

    /// <summary>The counts of a round in one line. Plain text.</summary>
    public static string Round(Reader reader, Network network, Election election, ElectionRound round, int budget)
    {
        var terms = Terms(reader, election, round);
        if (round.Count is not { } count)
        {
            return Messages.Get(reader, Sentence.ElectionRoundOpen, round.Number, terms);
        }

        return Messages.Get(reader, Sentence.ElectionRoundCounted, round.Number, terms, Counts(reader, network, election, round, count, budget).TrimEnd('.')) + " " + Heads(reader, count);
    }

    private static string Terms(Reader reader, Election election, ElectionRound round)
    {
        if (round is { Lists.Count: > 0, NeedsMajority: false })
        {
            return Messages.Get(reader, Enum.Parse<Sentence>("SeatMethod" + election.Rule.Seats));
        }

        var needed = Messages.Get(reader, round.NeedsMajority ? Sentence.ElectionByMajority : Sentence.ElectionByMost);
        return round.Seat > 0 ? Messages.Get(reader, Sentence.ElectionTermsOfSeat, round.Seat, needed) : needed;
    }

    private static string Counts(Reader reader, Network network, Election election, ElectionRound round, BallotCount count, int budget)
    {
        if (round.Lists.Count > 0)
        {
            return Lists(reader, election, round, count);
        }

        var votes = OptionVotes.Of(count, round.Form);
        var names = Names(network, round.Candidates, budget).Split(", ");
        return CountPart.IsWithheld(count)
            ? Messages.Get(reader, Sentence.CountWithheld, BallotCount.FewestShown)
            : string.Join("; ", round.Candidates.Index().Select(one => Messages.Get(
                reader, Sentence.PaperMark, names.Length == votes.Count ? names[one.Index] : Name(network, one.Item), Votes(reader, round.Form, votes[one.Index]))));
    }

    /// <summary>The votes and seats of each list; without the votes where these are too few to be told: the seats are what was decided.</summary>
    private static string Lists(Reader reader, Election election, ElectionRound round, BallotCount count)
    {
        var votes = OptionVotes.Of(count, round.Form);
        var elected = round.Decide().Elected;
        var seats = Slices(round).Select(list => list.Names.Count(elected.Contains)).ToList();
        var lists = round.Lists.Index().Select(list =>
        {
            var name = election.ListOf(list.Item.Number)?.Name ?? string.Empty;
            return CountPart.IsWithheld(count)
                ? Messages.Get(reader, Sentence.ElectionListSeats, name, seats[list.Index])
                : Messages.Get(reader, Sentence.ElectionListVotes, name, Votes(reader, round.Form, votes[list.Index]), seats[list.Index]);
        });
        var said = string.Join("; ", lists);
        return CountPart.IsWithheld(count) ? Messages.Get(reader, Sentence.CountWithheld, BallotCount.FewestShown) + " " + said : said;
    }

    /// <summary>A lot in one line. Plain text.</summary>
    public static string Lot(Reader reader, Network network, DrawnLot lot) => Messages.Get(
        reader, Sentence.ElectionLotDrawn, Names(network, lot.Order), lot.Seats, Name(network, lot.AskedBy), Name(network, lot.Witness), lot.At.InZone(network.Zone).LocalDateTime);

    /// <summary>How somebody elected has answered, in one line. Plain text.</summary>
    public static string Mandate(Reader reader, Network network, Mandate mandate) => Messages.Get(
        reader, Sentence.PaperMark, Name(network, mandate.Person), Messages.Get(reader, mandate.State switch
        {
            MandateState.Asked => Sentence.MandateAsked,
            MandateState.Accepted => mandate.IsSubstitute ? Sentence.MandateMovedUp : Sentence.MandateAccepted,
            MandateState.Declined => Sentence.MandateDeclined,
            MandateState.Lapsed => Sentence.MandateLapsed,
            _ => Sentence.MandateLeft,
        }));

    private static string Heads(Reader reader, BallotCount count) => CountPart.IsWithheld(count)
        ? Messages.Get(reader, Sentence.ElectionRoundHeadsWithheld, count.Cast, count.NotVoted, count.Entitled, count.Excluded)
        : Messages.Get(reader, Sentence.ElectionRoundHeads, count.Cast, OptionVotes.Blank(count), count.NotVoted, count.Entitled, count.Excluded);

    private static string Votes(Reader reader, PaperForm form, OptionVotes votes) => form is PaperForm.Marking
        ? Messages.Get(reader, Sentence.CountMarks, votes.Yes, votes.No, votes.Abstain)
        : votes.Yes.ToString(CultureInfo.InvariantCulture);
}
