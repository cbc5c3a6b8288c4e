using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>One vote being taken on one motion, open from a moment to a moment. The clock closes it, not a job.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="OpenedAt">From this moment on votes are taken.</param>
/// <param name="ClosesAt">From this moment on none are taken any more.</param>
/// <param name="Rule">The rule it is decided by, fixed when it opens.</param>
/// <param name="ClosedAt">When the chair closed it before its time, or null.</param>
public sealed record Ballot(BallotId Id, Instant OpenedAt, Instant ClosesAt, MajorityRule Rule, Instant? ClosedAt)
{
    /// <summary>Whether it is kept who chose what. <see cref="BallotSecrecy.OnRequest"/> until it is settled; no vote is taken before.</summary>
    public BallotSecrecy Secrecy { get; init; }

    /// <summary>When it is secret, by the rules it was opened under; decides only where that is up to those entitled.</summary>
    public SecrecyRule SecrecyBy { get; init; } = SecrecyRule.Never;

    /// <summary>How many of those entitled have asked for secrecy, where that decides. Who they are stands on the roll until it is settled, and nowhere afterwards.</summary>
    public int SecrecyRequests { get; init; }

    /// <summary>Whether it is still to be found out, at this moment, whether the ballot is secret.</summary>
    public bool IsToBeSettledAt(Instant now) => Secrecy == BallotSecrecy.OnRequest && now >= OpenedAt;

    /// <summary>Whether a vote may be changed until the end. A secret one cannot: nobody would find the paper again.</summary>
    public bool CanChangeVote { get; init; } = true;

    /// <summary>How it is taken.</summary>
    public BallotMode Mode { get; init; }

    /// <summary>Who leads it and may close it beside the coordinators; null for nobody.</summary>
    public PersonId? Chair { get; init; }

    /// <summary>The meeting it is taken in; null for a ballot over days, and for one in a meeting opened by a version that did not keep it.</summary>
    public MeetingId? Meeting { get; init; }

    /// <summary>What a valid paper looks like.</summary>
    public PaperForm Form { get; init; } = new PaperForm.Question();

    /// <summary>When those who have not voted are reminded.</summary>
    public ReminderMoments Reminders { get; init; } = ReminderMoments.None;

    /// <summary>That it was declared void, or null.</summary>
    public Voiding? Voided { get; init; }

    /// <summary>The ballot this one takes again, or null.</summary>
    public BallotId? RepeatOf { get; init; }

    /// <summary>Whether what is chosen stands apart from who has voted.</summary>
    public bool IsSecret => Secrecy == BallotSecrecy.Secret;

    /// <summary>The first moment at which no vote is taken any more: closed by the chair, by its time, or void, whichever comes first.</summary>
    public Instant EndsAt => Instant.Min(Instant.Min(ClosedAt ?? ClosesAt, ClosesAt), Voided?.At ?? ClosesAt);

    /// <summary>Whether votes are taken at this moment; not any more exactly at <see cref="EndsAt"/>.</summary>
    public bool IsOpenAt(Instant now) => OpenedAt <= now && now < EndsAt;

    /// <summary>Whether the person leads this ballot, and so may close it: its chair, or a coordinator.</summary>
    public bool IsLedBy(Network network, PersonId person) => network.Allows(Right.CloseBallot, person, chair: Chair);

    /// <summary>Whether the person may declare this ballot void: a coordinator, or the chair of a ballot taken in a meeting.</summary>
    public bool MayBeVoidedBy(Network network, PersonId person) =>
        network.Allows(Right.VoidBallot, person, chair: Mode == BallotMode.InMeeting ? Chair : null);

    /// <summary>Whether the person may have this ballot taken again: a coordinator, or the chair of the meeting it was taken in while that is on.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="person">Who.</param>
    /// <param name="meeting">The meeting it was taken in, as long as it is on; otherwise null.</param>
    public bool MayBeRepeatedBy(Network network, PersonId person, Meeting? meeting) =>
        network.Allows(Right.RepeatBallot, person, chair: Mode == BallotMode.InMeeting ? meeting?.Chair : null);

    /// <summary>Whether the person decides a tie that the rules give to the chair: the chair, or a coordinator where there is none the network knows.</summary>
    public bool HasTieDecidedBy(Network network, PersonId person) =>
        Chair is { } chair && network.Person(chair) is not null ? chair == person : network.Allows(Right.DecideTie, person);

    /// <summary>The reminder that is to be said now to those who have not voted; null when none is due, and when no vote is taken.</summary>
    public Instant? ReminderDue(Instant now) => IsOpenAt(now) && Secrecy != BallotSecrecy.OnRequest ? Reminders.LatestAt(now) : null;

    /// <summary>Casts a vote, or changes one cast before; the last one counts.</summary>
    /// <param name="entry">The line of the voter on this ballot's roll.</param>
    /// <param name="sender">Who casts it, as vouched for by the channel.</param>
    /// <param name="paper">The choice.</param>
    /// <param name="now">When the vote arrived.</param>
    /// <returns>The line with the vote; in a secret ballot only with who has voted, and the paper is to be stored beside it in the same step.
    /// The same line, by reference, when the same person has already cast the same vote by name. Refused with
    /// <see cref="RefusalCode.NotEntitledToVote"/>, <see cref="RefusalCode.ExcludedFromVote"/>, <see cref="RefusalCode.VotingNotOpenYet"/>,
    /// <see cref="RefusalCode.BallotVoid"/>, <see cref="RefusalCode.VotingClosed"/>, <see cref="RefusalCode.PaperInvalid"/>, <see cref="RefusalCode.AlreadyVotedInSecret"/> or
    /// <see cref="RefusalCode.VoteIsFinal"/>, looked at in this order.</returns>
    public Outcome<RollEntry> Cast(RollEntry entry, PersonId sender, BallotPaper paper, Instant now)
    {
        if ((WhyNot(entry, sender, now) ?? WhyNotThis(entry, sender, paper)) is { } refusal)
        {
            return refusal;
        }

        if (IsSecret)
        {
            return entry with { CastBy = sender, AsksForSecrecy = false };
        }

        return entry.Paper == paper && entry.CastBy == sender
            ? entry
            : entry with { Paper = paper, CastBy = sender, CastAt = now, AsksForSecrecy = false };
    }

    /// <summary>Asks for a secret vote, before the ballot opens. The line and the ballot are to be stored in one step, each on the version it was read in, so that
    /// no request is overlooked when it is settled.</summary>
    /// <param name="entry">The line of the voter on this ballot's roll.</param>
    /// <param name="sender">Who asks, as vouched for by the channel.</param>
    /// <param name="now">When it was asked.</param>
    /// <returns>The ballot and the line with the request, the same by reference when the voter has asked before. Refused with
    /// <see cref="RefusalCode.NotEntitledToVote"/>, <see cref="RefusalCode.ExcludedFromVote"/>, <see cref="RefusalCode.SecrecyNotOnRequest"/> or
    /// <see cref="RefusalCode.SecrecyAskedTooLate"/>, looked at in this order.</returns>
    public Outcome<(Ballot Ballot, RollEntry Entry)> AskForSecrecy(RollEntry entry, PersonId sender, Instant now)
    {
        if (WhoMayNot(entry, sender) is { } refusal)
        {
            return refusal;
        }

        if (SecrecyBy.Kind != BallotSecrecy.OnRequest)
        {
            return new Refusal(RefusalCode.SecrecyNotOnRequest);
        }

        if (now >= OpenedAt || Secrecy != BallotSecrecy.OnRequest)
        {
            return new Refusal(RefusalCode.SecrecyAskedTooLate, OpenedAt);
        }

        return entry.AsksForSecrecy ? (this, entry) : (this with { SecrecyRequests = SecrecyRequests + 1 }, entry with { AsksForSecrecy = true });
    }

    /// <summary>Finds out, when the ballot opens, whether it is secret. Never changed again.</summary>
    /// <param name="roll">All lines of this ballot, as they are when nobody can ask any more.</param>
    /// <param name="now">When.</param>
    /// <returns>The ballot, secret or by name; the same by reference before it opens and when it is settled already.</returns>
    public Ballot SettleSecrecy(IReadOnlyCollection<RollEntry> roll, Instant now)
    {
        if (!IsToBeSettledAt(now))
        {
            return this;
        }

        var entitled = roll.Where(entry => entry.Excluded is null).ToList();
        var requests = entitled.Count(entry => entry.AsksForSecrecy);
        return this with
        {
            Secrecy = SecrecyBy.IsSecretWith(requests, entitled.Count) ? BallotSecrecy.Secret : BallotSecrecy.Open,
            SecrecyRequests = requests,
        };
    }

    /// <summary>Ends the ballot now. Closing twice, or after its time, changes nothing.</summary>
    /// <returns>The ended ballot, the same by reference when it had already ended; refused with
    /// <see cref="RefusalCode.VotingNotOpenYet"/> before it opens.</returns>
    public Outcome<Ballot> End(Instant now)
    {
        if (now < OpenedAt)
        {
            return new Refusal(RefusalCode.VotingNotOpenYet, OpenedAt);
        }

        return now < EndsAt ? this with { ClosedAt = now } : this;
    }

    /// <summary>Declares the ballot void. Doing it twice changes nothing.</summary>
    /// <param name="by">Who. The caller has seen to it that they may.</param>
    /// <param name="reason">Why.</param>
    /// <param name="result">What it came to; null before it was counted.</param>
    /// <param name="now">When.</param>
    /// <returns>The void ballot, the same by reference when it was void; refused with <see cref="RefusalCode.ResultStands"/> when it was counted and its verdict
    /// is final, with <see cref="RefusalCode.ReasonMissing"/> or <see cref="RefusalCode.TextTooLong"/>.</returns>
    /// <remarks>What follows from a verdict is written down as soon as it is final, and a result never changes: a mistake found later is put right by a new
    /// decision. Source: design, promise 3.</remarks>
    public Outcome<Ballot> Void(PersonId by, string reason, BallotResult? result, Instant now)
    {
        if (Voided is not null)
        {
            return this;
        }

        if (result is { Verdict: var verdict } && verdict.IsFinal())
        {
            return new Refusal(RefusalCode.ResultStands);
        }

        if (reason.Trim() is not { Length: > 0 } why)
        {
            return new Refusal(RefusalCode.ReasonMissing);
        }

        return why.Length > Voiding.ReasonLimit
            ? new Refusal(RefusalCode.TextTooLong, Voiding.ReasonLimit)
            : this with { Voided = new Voiding(now, by, why) };
    }

    /// <summary>Decides whether the ballot may be taken again as a new one.</summary>
    /// <param name="result">What it came to; null before it was counted.</param>
    /// <param name="now">When.</param>
    /// <returns>Null when it may: it is void, or it decided nothing for want of a quorum or by a tie that is to be repeated; otherwise
    /// <see cref="RefusalCode.VotingStillOpen"/> or <see cref="RefusalCode.NothingToRepeat"/>.</returns>
    public Refusal? WhyNotRepeat(BallotResult? result, Instant now)
    {
        if (Voided is not null || result is { Verdict: Verdict.Repeat or Verdict.NoQuorum })
        {
            return null;
        }

        return now < EndsAt ? new Refusal(RefusalCode.VotingStillOpen, EndsAt) : new Refusal(RefusalCode.NothingToRepeat);
    }

    /// <summary>Freezes one line after the end, so that a vote still under way no longer changes it.</summary>
    /// <returns>The frozen line, the same by reference when it is frozen already; refused with
    /// <see cref="RefusalCode.VotingStillOpen"/> before the end.</returns>
    public Outcome<RollEntry> Freeze(RollEntry entry, Instant now)
    {
        if (now < EndsAt)
        {
            return new Refusal(RefusalCode.VotingStillOpen, EndsAt);
        }

        return entry.Frozen ? entry : entry with { Frozen = true, AsksForSecrecy = false };
    }

    /// <summary>Counts a roll and its papers. Final when all lines are frozen; the caller sees to that.</summary>
    /// <param name="roll">All lines of this ballot, every voter once.</param>
    /// <param name="papers">The papers of a secret ballot; ignored where the votes stand on the roll.</param>
    /// <exception cref="ArgumentException">A voter is on the roll twice, or a secret ballot does not hold as many papers as have voted.</exception>
    public BallotCount Count(IReadOnlyCollection<RollEntry> roll, IReadOnlyCollection<BallotPaper> papers) => BallotCount.Of(
        roll,
        IsSecret ? papers : null,
        roll.Any(entry => entry.IsPresent is not null) ? roll.Where(entry => entry.IsPresent == true).Select(entry => entry.Voter).ToHashSet() : null);

    /// <summary>What a ballot on a question came to.</summary>
    /// <returns>The verdict found from all papers; the counts without what is on them, when they were secret and too few.</returns>
    public BallotResult Decide(BallotCount count)
    {
        var result = Rule.Decide(count.Tally);
        return result with { Tally = count.WithheldIfFew(IsSecret).Tally, ManyAbstentions = result.ManyAbstentions && count.WithheldIfFew(IsSecret) == count };
    }

    private static Refusal? WhoMayNot(RollEntry entry, PersonId sender)
    {
        if (!entry.HasActor(sender))
        {
            return new Refusal(RefusalCode.NotEntitledToVote);
        }

        return entry.Excluded is { } reason ? new Refusal(RefusalCode.ExcludedFromVote, reason) : null;
    }

    private Refusal? WhyNot(RollEntry entry, PersonId sender, Instant now)
    {
        if (WhoMayNot(entry, sender) is { } refusal)
        {
            return refusal;
        }

        if (now < OpenedAt || Secrecy == BallotSecrecy.OnRequest)
        {
            return new Refusal(RefusalCode.VotingNotOpenYet, OpenedAt);
        }

        if (Voided is { } voided && now >= voided.At)
        {
            return new Refusal(RefusalCode.BallotVoid, voided.At, voided.Reason);
        }

        return now >= EndsAt || entry.Frozen ? new Refusal(RefusalCode.VotingClosed, EndsAt) : null;
    }

    private Refusal? WhyNotThis(RollEntry entry, PersonId sender, BallotPaper paper)
    {
        if (!Form.Accepts(paper))
        {
            return new Refusal(RefusalCode.PaperInvalid);
        }

        if (IsSecret)
        {
            return entry.HasVoted ? new Refusal(RefusalCode.AlreadyVotedInSecret) : null;
        }

        var isSame = entry.Paper == paper && entry.CastBy == sender;
        return entry.HasVoted && !CanChangeVote && !isSame ? new Refusal(RefusalCode.VoteIsFinal) : null;
    }
}
