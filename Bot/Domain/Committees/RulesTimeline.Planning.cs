using System.Collections.Generic;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Domain.Committees;

/// <content>Rhythm and notice period.</content>
public sealed partial record RulesTimeline
{
    /// <summary>Sets from a day on when the committee meets.</summary>
    /// <returns>As for a kind of decision.</returns>
    /// <inheritdoc cref="Set(Voting.MotionKind?, Voting.DecisionRule?, LocalDate, LocalDate, LocalDate?)"/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> SetRhythm(RhythmRule rule, LocalDate day, LocalDate today) => Set(new Meeting(), rule, day, today, replaced: null);

    /// <summary>Sets from a day on how long before a meeting people are invited.</summary>
    /// <returns>As for a kind of decision.</returns>
    public Outcome<IReadOnlyList<RulesOfProcedure>> SetNotice(NoticePeriod notice, LocalDate day, LocalDate today) => Set(new Inviting(), notice, day, today, replaced: null);

    /// <summary>Takes back a change to come of when the committee meets.</summary>
    /// <returns>As for a kind of decision.</returns>
    public Outcome<IReadOnlyList<RulesOfProcedure>> TakeBackRhythm(LocalDate day, LocalDate today) => TakeBack(new Meeting(), day, today);

    /// <summary>Takes back a change to come of the notice period.</summary>
    /// <returns>As for a kind of decision.</returns>
    public Outcome<IReadOnlyList<RulesOfProcedure>> TakeBackNotice(LocalDate day, LocalDate today) => TakeBack(new Inviting(), day, today);

    /// <summary>Takes back a change to come of what stands on every agenda.</summary>
    /// <returns>As for a kind of decision.</returns>
    public Outcome<IReadOnlyList<RulesOfProcedure>> TakeBackStandingItems(LocalDate day, LocalDate today) => TakeBack(new OnAgendas(), day, today);

    /// <summary>The next day after today on which another rhythm begins; null when none is to come.</summary>
    public LocalDate? NextRhythmChange(LocalDate today) => NextChange(new Meeting(), today);

    /// <summary>The next day after today on which another notice period begins; null when none is to come.</summary>
    public LocalDate? NextNoticeChange(LocalDate today) => NextChange(new Inviting(), today);

    private sealed record Meeting : Part<RhythmRule>
    {
        public override RhythmRule WrittenIn(RulesOfProcedure rules) => RhythmRule.Of(rules);

        public override RhythmRule EffectiveIn(RulesOfProcedure rules) => RhythmRule.Of(rules);

        public override RulesOfProcedure Write(RulesOfProcedure rules, RhythmRule part) => part.WrittenInto(rules);
    }

    private sealed record Inviting : Part<NoticePeriod>
    {
        public override NoticePeriod WrittenIn(RulesOfProcedure rules) => rules.Notice;

        public override NoticePeriod EffectiveIn(RulesOfProcedure rules) => rules.Notice;

        public override RulesOfProcedure Write(RulesOfProcedure rules, NoticePeriod part) => rules with { Notice = part };
    }
}
