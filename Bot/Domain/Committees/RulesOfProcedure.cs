using System.Collections.Generic;
using System.Collections.Immutable;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Committees;

/// <summary>Rules of procedure (Geschäftsordnung) of one committee, as data. Meetings and ballots keep the version they ran under.</summary>
public sealed record RulesOfProcedure
{
    /// <summary>Number of this version, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>First day on which this version applies.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>How often the committee meets; null when it meets as needed.</summary>
    public MeetingRhythm? Rhythm { get; init; }

    /// <summary>Days before a day of the rhythm on which the coordinator is shown it as a proposal, 7 to 120.</summary>
    public int ProposalDays { get; init; } = 56;

    /// <summary>When meetings usually begin, local time.</summary>
    public LocalTime UsualStart { get; init; } = new(18, 0);

    /// <summary>Where meetings usually are.</summary>
    public string UsualPlace { get; init; } = string.Empty;

    /// <summary>How long before a meeting the invitation must be sent.</summary>
    public NoticePeriod Notice { get; init; } = new(7);

    /// <summary>Days before a meeting on which its members are reminded, each 1 to 60.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [14, 3, 1];

    /// <summary>Time of day at which reminders go out, local time.</summary>
    public LocalTime ReminderTime { get; init; } = new(9, 0);

    /// <summary>Agenda items are taken until the end of the day this many days before the meeting, 0 to 30.</summary>
    public int AgendaDeadlineDays { get; init; } = 7;

    /// <summary>Days a ballot in the chat stays open, 1 to 60.</summary>
    public int BallotDays { get; init; } = 7;

    /// <summary>Time of day at which a ballot in the chat closes, local time.</summary>
    public LocalTime BallotCloses { get; init; } = new(18, 0);

    /// <summary>Majority needed for a decision whose kind has no rule of its own in <see cref="Decisions"/>.</summary>
    public MajorityRule Majority { get; init; } = MajorityRule.Default;

    /// <summary>How single kinds of decisions are taken, where it is not the usual way.</summary>
    public ImmutableDictionary<MotionKind, DecisionRule> Decisions { get; init; } = ImmutableDictionary<MotionKind, DecisionRule>.Empty;

    /// <summary>How this committee elects.</summary>
    public ElectionRule Elections { get; init; } = ElectionRule.Default;

    /// <summary>How a decision of this kind is taken; with the version of these rules.</summary>
    public DecisionRule DecisionOn(MotionKind kind)
    {
        var rule = Decisions.GetValueOrDefault(kind) ?? DecisionRule.Default with { Majority = Majority };
        return rule with { Majority = rule.Majority with { Version = Version }, Circular = rule.Circular with { Version = Version } };
    }

    /// <summary>The moment a ballot opened now closes: <see cref="BallotDays"/> days later at <see cref="BallotCloses"/> in the network's zone.</summary>
    public Instant BallotClosesAt(Instant opened, DateTimeZone zone) =>
        zone.AtLeniently(opened.InZone(zone).Date.PlusDays(BallotDays) + BallotCloses).ToInstant();
}
