using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>All versions of a committee's rules of procedure that were ever set. None is taken out or changed; what is set anew is a further version.</summary>
/// <param name="Versions">In any order, each number once.</param>
/// <remarks>On a day that version is in force which began last, and of several that begin on the same day the one set last: so a version that has not
/// begun yet is corrected by another one of the same day. What is set for a day before a version to come would be undone when that version begins;
/// therefore it is written into that version as well, as a further version of its day, unless that one says something else about the same.</remarks>
public sealed partial record RulesTimeline(IReadOnlyList<RulesOfProcedure> Versions)
{
    /// <summary>Most versions that may be to come.</summary>
    public const int MostComing = 20;

    /// <summary>Years from today in which a version may begin at the latest.</summary>
    public const int MostYears = 10;

    /// <summary>The number given last; 0 while there is none.</summary>
    public int Latest => Versions.Select(rules => rules.Version).DefaultIfEmpty().Max();

    /// <summary>The version in force on a day; what the law says, as version 1, before the first.</summary>
    public RulesOfProcedure InForce(LocalDate day) =>
        Versions.Where(rules => rules.EffectiveFrom <= day).MaxBy(rules => (rules.EffectiveFrom, rules.Version)) ?? new RulesOfProcedure { EffectiveFrom = LocalDate.MinIsoValue };

    /// <summary>The versions that begin after a day, the next first; of those replaced before they began only the last.</summary>
    public IReadOnlyList<RulesOfProcedure> After(LocalDate day) =>
    [
        .. Versions.Where(rules => rules.EffectiveFrom > day).GroupBy(rules => rules.EffectiveFrom).OrderBy(same => same.Key).Select(same => same.MaxBy(rules => rules.Version)!),
    ];

    /// <summary>The next day after today on which another rule begins for this kind; null when none is to come.</summary>
    public LocalDate? NextChange(MotionKind? kind, LocalDate today) => NextChange(new Kind(kind), today);

    /// <summary>The next day after today on which it is elected otherwise; null when none is to come.</summary>
    public LocalDate? NextElectionChange(LocalDate today) => NextChange(new Electing(), today);

    /// <summary>Sets the rule for a kind of decision from a day on.</summary>
    /// <param name="kind">The kind; null for the usual way.</param>
    /// <param name="rule">The rule from that day on; null to take the kind in the usual way again, whatever that is then.</param>
    /// <param name="day">Its first day: today at the earliest.</param>
    /// <param name="today">The day in the network's zone.</param>
    /// <param name="replaced">First day of a change to come that is taken back at the same time, because this one stands for it; null for none.</param>
    /// <returns>The versions to be stored together, with the numbers that follow <see cref="Latest"/>, the one of that day last but for those it is written
    /// into; or a refusal with <see cref="RefusalCode.RulesDayPast"/>, <see cref="RefusalCode.RulesDayTooFar"/>, <see cref="RefusalCode.RulesUnchanged"/>
    /// or <see cref="RefusalCode.TooManyRulesToCome"/>.</returns>
    public Outcome<IReadOnlyList<RulesOfProcedure>> Set(MotionKind? kind, DecisionRule? rule, LocalDate day, LocalDate today, LocalDate? replaced = null) =>
        Set(new Kind(kind), rule?.OfVersion(1), day, today, replaced);

    /// <summary>Sets from a day on how it is elected.</summary>
    /// <returns>As for a kind of decision.</returns>
    /// <inheritdoc cref="Set(MotionKind?, DecisionRule?, LocalDate, LocalDate, LocalDate?)"/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> SetElections(ElectionRule rule, LocalDate day, LocalDate today, LocalDate? replaced = null) => Set(new Electing(), rule, day, today, replaced);

    /// <summary>Sets from a day on what stands on every agenda.</summary>
    /// <returns>As for a kind of decision.</returns>
    /// <inheritdoc cref="Set(MotionKind?, DecisionRule?, LocalDate, LocalDate, LocalDate?)"/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> SetStandingItems(StandingItems items, LocalDate day, LocalDate today, LocalDate? replaced = null) => Set(new OnAgendas(), items, day, today, replaced);

    /// <summary>The next day after today on which something else stands on every agenda; null when none is to come.</summary>
    public LocalDate? NextStandingChange(LocalDate today) => NextChange(new OnAgendas(), today);

    /// <summary>Sets from a day on on what terms a meeting without quorum is followed by another one; null for none.</summary>
    /// <returns>As for a kind of decision.</returns>
    /// <inheritdoc cref="Set(MotionKind?, DecisionRule?, LocalDate, LocalDate, LocalDate?)"/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> SetFollowUps(FollowUpRule? rule, LocalDate day, LocalDate today, LocalDate? replaced = null) => Set(new Following(), rule, day, today, replaced);

    /// <summary>Takes back a change to come of follow-up meetings.</summary>
    /// <returns>As for a kind of decision.</returns>
    public Outcome<IReadOnlyList<RulesOfProcedure>> TakeBackFollowUps(LocalDate day, LocalDate today) => TakeBack(new Following(), day, today);

    /// <summary>The next day after today on which other terms begin for follow-up meetings; null when none is to come.</summary>
    public LocalDate? NextFollowUpChange(LocalDate today) => NextChange(new Following(), today);

    /// <summary>Takes back a change to come: from its day on what was in force before goes on.</summary>
    /// <returns>The versions to be stored together; or a refusal with <see cref="RefusalCode.RulesUnchanged"/> when nothing changes on that day, or it has begun.</returns>
    public Outcome<IReadOnlyList<RulesOfProcedure>> TakeBack(MotionKind? kind, LocalDate day, LocalDate today) => TakeBack(new Kind(kind), day, today);

    /// <summary>Takes back a change to come of how it is elected.</summary>
    /// <returns>As for a kind of decision.</returns>
    public Outcome<IReadOnlyList<RulesOfProcedure>> TakeBackElections(LocalDate day, LocalDate today) => TakeBack(new Electing(), day, today);

    /// <summary>How a kind, or for null the usual decision, is taken under some rules; written as of version 1, so that two can be compared.</summary>
    public static DecisionRule Effective(RulesOfProcedure rules, MotionKind? kind) => (kind is { } named ? rules.DecisionOn(named) : rules.Usual).OfVersion(1);

    private static Refusal? WhyNotOn(LocalDate day, LocalDate today)
    {
        if (day < today)
        {
            return new Refusal(RefusalCode.RulesDayPast, today);
        }

        return day > today.PlusYears(MostYears) ? new Refusal(RefusalCode.RulesDayTooFar, today.PlusYears(MostYears)) : null;
    }

    private LocalDate? NextChange<T>(Part<T> part, LocalDate today)
    {
        var written = part.WrittenIn(InForce(today));
        return After(today).FirstOrDefault(rules => !Equals(part.WrittenIn(rules), written))?.EffectiveFrom;
    }

    private Outcome<IReadOnlyList<RulesOfProcedure>> Set<T>(Part<T> part, T rule, LocalDate day, LocalDate today, LocalDate? replaced)
    {
        if (WhyNotOn(day, today) is { } refusal)
        {
            return refusal;
        }

        var before = replaced is { } coming && coming != day && TakenBack(part, coming, today) is { Count: > 0 } taken ? taken : [];
        var timeline = new RulesTimeline([.. Versions, .. before]);
        if (part.IsSo(timeline.InForce(day), rule))
        {
            return before.Count > 0 ? timeline.Bounded(before, today) : new Refusal(RefusalCode.RulesUnchanged, day);
        }

        var set = timeline.Written(part, rule, day);
        return new RulesTimeline([.. timeline.Versions, .. set]).Bounded([.. before, .. set], today);
    }

    private Outcome<IReadOnlyList<RulesOfProcedure>> TakeBack<T>(Part<T> part, LocalDate day, LocalDate today) =>
        TakenBack(part, day, today) is { Count: > 0 } taken ? new RulesTimeline([.. Versions, .. taken]).Bounded(taken, today) : new Refusal(RefusalCode.RulesUnchanged, day);

    private List<RulesOfProcedure> TakenBack<T>(Part<T> part, LocalDate day, LocalDate today)
    {
        var before = part.WrittenIn(InForce(day.PlusDays(-1)));
        return day > today && InForce(day) is var rules && rules.EffectiveFrom == day && !Equals(part.WrittenIn(rules), before) ? Written(part, before, day) : [];
    }

    /// <summary>The version of that day, and each version to come that says the same about the part as is changed now.</summary>
    private List<RulesOfProcedure> Written<T>(Part<T> part, T rule, LocalDate day)
    {
        var number = Latest;
        var changed = InForce(day);
        var until = part.WrittenIn(changed);
        var set = new List<RulesOfProcedure> { part.Write(changed, rule) with { Version = ++number, EffectiveFrom = day } };
        set.AddRange(After(day).TakeWhile(coming => Equals(part.WrittenIn(coming), until)).Select(coming => part.Write(coming, rule) with { Version = ++number }));
        return set;
    }

    private Outcome<IReadOnlyList<RulesOfProcedure>> Bounded(IReadOnlyList<RulesOfProcedure> set, LocalDate today) => After(today).Count > MostComing
        ? new Refusal(RefusalCode.TooManyRulesToCome, MostComing)
        : new Outcome<IReadOnlyList<RulesOfProcedure>>.Done(set);

    /// <summary>A part of the rules that changes by itself.</summary>
    private abstract record Part<T>
    {
        /// <summary>As it was written; null where a kind has nothing of its own.</summary>
        public abstract T WrittenIn(RulesOfProcedure rules);

        /// <summary>As it works, written or not.</summary>
        public abstract T EffectiveIn(RulesOfProcedure rules);

        /// <summary>Whether writing the part would change nothing.</summary>
        public virtual bool IsSo(RulesOfProcedure rules, T part) => Equals(EffectiveIn(rules), part);

        /// <summary>The same rules with this part as given.</summary>
        public abstract RulesOfProcedure Write(RulesOfProcedure rules, T part);
    }

    private sealed record Kind(MotionKind? Motion) : Part<DecisionRule?>
    {
        public override DecisionRule? WrittenIn(RulesOfProcedure rules) => rules.WrittenFor(Motion);

        public override DecisionRule? EffectiveIn(RulesOfProcedure rules) => Effective(rules, Motion);

        public override bool IsSo(RulesOfProcedure rules, DecisionRule? part) => part is null ? rules.IsUsual(Motion) : base.IsSo(rules, part);

        public override RulesOfProcedure Write(RulesOfProcedure rules, DecisionRule? part) => rules.With(Motion, part);
    }

    private sealed record Electing : Part<ElectionRule>
    {
        public override ElectionRule WrittenIn(RulesOfProcedure rules) => rules.Elections;

        public override ElectionRule EffectiveIn(RulesOfProcedure rules) => rules.Elections;

        public override RulesOfProcedure Write(RulesOfProcedure rules, ElectionRule part) => rules with { Elections = part };
    }

    private sealed record OnAgendas : Part<StandingItems>
    {
        public override StandingItems WrittenIn(RulesOfProcedure rules) => rules.StandingItems;

        public override StandingItems EffectiveIn(RulesOfProcedure rules) => rules.StandingItems;

        public override RulesOfProcedure Write(RulesOfProcedure rules, StandingItems part) => rules with { StandingItems = part };
    }

    private sealed record Following : Part<FollowUpRule?>
    {
        public override FollowUpRule? WrittenIn(RulesOfProcedure rules) => rules.FollowUps;

        public override FollowUpRule? EffectiveIn(RulesOfProcedure rules) => rules.FollowUps;

        public override RulesOfProcedure Write(RulesOfProcedure rules, FollowUpRule? part) => rules with { FollowUps = part };
    }
}
