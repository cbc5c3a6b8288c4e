using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Elections;

/// <content>Rounds, run-offs and lots.</content>
public sealed partial record Election
{
    /// <summary>Opens the first round with those who stand; without anybody the election ends with empty seats.</summary>
    /// <param name="candidates">Those who stand, in the order of the paper.</param>
    /// <param name="now">When it opens.</param>
    /// <param name="closes">When it closes; after <paramref name="now"/>.</param>
    /// <returns>The election, the same by reference when it was opened before; refused with <see cref="RefusalCode.ElectionNotThatFar"/> when it was called off.</returns>
    public Outcome<Election> OpenFirst(IReadOnlyList<PersonId> candidates, Instant now, Instant closes) => State switch
    {
        ElectionState.Cancelled => new Refusal(RefusalCode.ElectionNotThatFar),
        not ElectionState.Nominating => this,
        _ => candidates.Count == 0 ? this with { State = ElectionState.Accepting } : Opened(RoundReason.First, candidates, Method == ElectionMethod.SeatBySeat ? 1 : Seats, now, closes),
    };

    /// <summary>When the first round ends if it is opened now. As called; where the bot comes to it late there is still time to vote: a day, or as much as was called for if that was less.</summary>
    /// <param name="opens">When it is opened. An hour after the deadline for names still counts as on time.</param>
    /// <param name="otherwise">When it ends if the end that was called is over.</param>
    public Instant FirstClosesAt(Instant opens, Instant otherwise) =>
        opens >= VoteUntil ? otherwise
        : opens - NominateUntil <= Duration.FromHours(1) ? VoteUntil
        : Instant.Max(VoteUntil, opens + Duration.Min(Duration.FromDays(1), VoteUntil - NominateUntil));

    /// <summary>Opens the run-off, or the next seat's first round, that is pending.</summary>
    /// <returns>The election; refused with <see cref="RefusalCode.ElectionNotThatFar"/> when none is.</returns>
    public Outcome<Election> OpenRunOff(Instant now, Instant closes) => this is { State: ElectionState.Deciding, Pending: { IsLot: false } next }
        ? Opened(next.Reason, next.People, next.Seats, now, closes) with { Pending = null }
        : new Refusal(RefusalCode.ElectionNotThatFar);

    /// <summary>Ends the voting although seats are empty: no run-off is held. Where seats are filled one after the other only this seat stays empty, and the next
    /// one is pending; ending that as well ends the voting.</summary>
    /// <returns>The election; refused with <see cref="RefusalCode.ElectionNotThatFar"/> when no round is pending.</returns>
    public Outcome<Election> EndVoting(Instant now) => this switch
    {
        { State: ElectionState.Deciding, Pending: { IsLot: false, Reason: RoundReason.NextSeat } } => AskElected(this with { Pending = null }, now),
        { State: ElectionState.Deciding, Pending.IsLot: false } => Onward(now),
        _ => new Refusal(RefusalCode.ElectionNotThatFar),
    };

    /// <summary>Takes what the round being voted came to. Taking it twice changes nothing.</summary>
    /// <param name="standings">How the names stand, in the order of the paper.</param>
    /// <param name="count">What was counted, as it may be told.</param>
    /// <param name="now">When; those elected have from here on to accept.</param>
    /// <returns>The election in its next state.</returns>
    public Election Counted(IReadOnlyList<Standing> standings, BallotCount count, Instant now)
    {
        if (State != ElectionState.Voting || Round is not { Standings: null } voted)
        {
            return this;
        }

        var counted = voted with { Standings = standings, Count = count };
        var outcome = counted.Decide();
        var after = this with { Rounds = Rounds.SetItem(Rounds.Count - 1, counted), Elected = Elected.AddRange(outcome.Elected) };
        return after.NextStep(counted, outcome) is { } next ? after with { State = ElectionState.Deciding, Pending = next } : after.Onward(now);
    }

    /// <summary>Somebody wants the lot to be drawn. Whoever asks again stands in for the one before.</summary>
    /// <returns>The election; refused with <see cref="RefusalCode.ElectionNotThatFar"/> when no lot is to be drawn.</returns>
    public Outcome<Election> AskForLot(PersonId by) => Pending is { IsLot: true } lot
        ? lot.AskedBy == by ? this : this with { Pending = lot with { AskedBy = by } }
        : new Refusal(RefusalCode.ElectionNotThatFar);

    /// <summary>Draws the lot before a witness.</summary>
    /// <param name="witness">A second person: not the one who asked, and none of those level with each other.</param>
    /// <param name="order">Those level with each other, in an order that chance gave.</param>
    /// <param name="now">When.</param>
    /// <returns>The election; refused with <see cref="RefusalCode.ElectionNotThatFar"/> when nobody has asked for a lot, or <see cref="RefusalCode.LotNeedsWitness"/>.</returns>
    /// <exception cref="ArgumentException">The order holds not exactly those level with each other.</exception>
    public Outcome<Election> DrawLot(PersonId witness, IReadOnlyList<PersonId> order, Instant now)
    {
        if (Pending is not { IsLot: true, AskedBy: { } asker } lot)
        {
            return new Refusal(RefusalCode.ElectionNotThatFar);
        }

        if (witness == asker || lot.People.Contains(witness))
        {
            return new Refusal(RefusalCode.LotNeedsWitness);
        }

        if (!order.ToHashSet().SetEquals(lot.People) || order.Count != lot.People.Count)
        {
            throw new ArgumentException("Not exactly those level with each other.", nameof(order));
        }

        var drawn = this with { Lots = Lots.Add(new DrawnLot([.. order], lot.Seats, asker, witness, now)), Pending = null };
        return State == ElectionState.Deciding
            ? (drawn with { Elected = Elected.AddRange(order.Take(lot.Seats)) }).Onward(now)
            : drawn.Asking(order.Take(lot.Seats), now).MoveUp(now);
    }

    /// <summary>Those who stood for the first seat, are not elected and have not withdrawn since, in the order of the paper.</summary>
    private IReadOnlyList<PersonId> Left => [.. Rounds[0].Candidates.Where(person => !Elected.Contains(person) && NominationOf(person) is { Answer: Consent.Given })];

    /// <summary>The next seat, where seats are filled one after the other and somebody is left for it; otherwise those elected are asked.</summary>
    private Election Onward(Instant now) => Method == ElectionMethod.SeatBySeat && Round is { } last && last.Seat < Seats && Left is { Count: > 0 } left
        ? this with { State = ElectionState.Deciding, Pending = new PendingStep(RoundReason.NextSeat, IsLot: false, left, 1) }
        : AskElected(this with { Pending = null }, now);

    /// <summary>Those level with each other are never put in an order by where they stand on the paper: first a run-off among exactly them, then the lot.</summary>
    private PendingStep? NextStep(ElectionRound counted, RoundOutcome outcome)
    {
        var held = Rounds.Count(round => round.Seat == counted.Seat);
        if (outcome.Tied.Count > 0)
        {
            var isLot = Rule.Tie == ElectionTie.Lot || counted.Reason == RoundReason.Tie || held >= Rule.MostRounds;
            return new PendingStep(RoundReason.Tie, isLot, [.. counted.Candidates.Where(outcome.Tied.Contains)], outcome.Open);
        }

        return outcome.Open > 0 && counted is { NeedsMajority: true, Lists.Count: 0 } && held <= Rule.AbsoluteRounds && held < Rule.MostRounds && !IsRejected(counted)
            && counted.Best(outcome.Elected, outcome.Open) is { Count: > 0 } best
                ? new PendingStep(RoundReason.Majority, IsLot: false, best, outcome.Open)
                : null;
    }

    /// <summary>Whether the only name for a seat was voted down: it is not put to the vote again for the same seat, but may be for the next.</summary>
    private static bool IsRejected(ElectionRound counted) => counted is { Seat: > 0, Candidates.Count: 1 };

    /// <summary>With no more names than seats each is marked by itself: otherwise one vote would be enough.</summary>
    private Election Opened(RoundReason reason, IReadOnlyList<PersonId> candidates, int seats, Instant now, Instant closes)
    {
        var (number, seat) = (Rounds.Count + 1, Method == ElectionMethod.SeatBySeat ? (Round?.Seat ?? 0) + (reason is RoundReason.First or RoundReason.NextSeat ? 1 : 0) : 0);
        IReadOnlyList<RoundList> lists = Method == ElectionMethod.List && reason == RoundReason.First ? ListsOf(candidates) : [];
        var options = lists.Count > 0 ? lists.Count : candidates.Count;
        var isMarked = Method == ElectionMethod.OneByOne || (lists.Count > 0 ? options == 1 : options <= seats);
        var most = Method == ElectionMethod.List ? 1 : seats;
        PaperForm form = isMarked ? new PaperForm.Marking(options, int.Min(most, options)) : new PaperForm.Choice(options, most);
        var isEarly = Rounds.Count(round => round.Seat == seat) < Rule.AbsoluteRounds;
        var needsMajority = reason != RoundReason.Tie && (lists.Count > 0 ? isMarked : isEarly || options <= seats);
        var round = new ElectionRound(number, reason, candidates, seats, form, needsMajority, now, closes) { Seat = seat, Lists = lists };
        return this with { State = ElectionState.Voting, Rounds = Rounds.Add(round) };
    }
}
