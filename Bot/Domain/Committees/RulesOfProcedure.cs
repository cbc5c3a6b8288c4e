using System.Collections.Generic;
using System.Collections.Immutable;
using Bot.Domain.Agendas;
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

    /// <summary>When those are reminded of a ballot in the chat who have not voted.</summary>
    public BallotReminders BallotReminders { get; init; } = BallotReminders.Default;

    /// <summary>How a decision is taken whose kind has no rule of its own in <see cref="Decisions"/>.</summary>
    public DecisionRule Usual { get; init; } = DecisionRule.Default;

    /// <summary>The majority of <see cref="Usual"/>.</summary>
    public MajorityRule Majority
    {
        get => Usual.Majority;
        init => Usual = Usual with { Majority = value };
    }

    /// <summary>How single kinds of decisions are taken, where it is not the usual way.</summary>
    public ImmutableDictionary<MotionKind, DecisionRule> Decisions { get; init; } = ImmutableDictionary<MotionKind, DecisionRule>.Empty;

    /// <summary>How this committee elects.</summary>
    public ElectionRule Elections { get; init; } = ElectionRule.Default;

    /// <summary>What stands on every agenda; an agenda keeps that of the version its meeting was called under.</summary>
    public StandingItems StandingItems { get; init; } = StandingItems.None;

    /// <summary>On what terms a meeting without quorum is followed by another one; null where the rules allow none, as by law.</summary>
    public FollowUpRule? FollowUps { get; init; }

    /// <summary>What this version was set by: the identity of a confirmed preview; null for rules nobody set by a card.</summary>
    public string? Origin { get; init; }

    /// <summary>Who set it; null where nobody did by a card.</summary>
    public PersonId? SetBy { get; init; }

    /// <summary>When it was set; null where nobody did by a card.</summary>
    public Instant? SetAt { get; init; }

    /// <summary>Whether <see cref="Rhythm"/> only says how it usually is ("in der Regel"): then the bot hints and never urges.</summary>
    public bool RhythmIsSoft { get; init; }

    /// <summary>How a decision of this kind is taken; with the version of these rules.</summary>
    /// <remarks>Elections and mood polls are secret unless their own rule says otherwise. A working group ends the way it comes into being, and the
    /// advisory board recommends on an expulsion the way it does on an admission.</remarks>
    public DecisionRule DecisionOn(MotionKind kind)
    {
        if (kind == MotionKind.WorkingGroupEnd)
        {
            return DecisionOn(MotionKind.WorkingGroup);
        }

        if (kind == MotionKind.ExpulsionRecommendation)
        {
            return DecisionOn(MotionKind.AdmissionRecommendation);
        }

        var usual = kind is MotionKind.Election or MotionKind.Poll ? Usual with { Secrecy = SecrecyRule.Always } : Usual;
        return (Decisions.GetValueOrDefault(kind) ?? usual).OfVersion(Version);
    }

    /// <summary>The rule as it was written for a kind, or as the usual one for null; null where the kind has none of its own.</summary>
    public DecisionRule? WrittenFor(MotionKind? kind) => kind is { } named ? Decisions.GetValueOrDefault(named) : Usual;

    /// <summary>Whether a kind is decided in the usual way, for want of a rule of its own; always for the usual way itself.</summary>
    public bool IsUsual(MotionKind? kind) => kind is not { } named || !Decisions.ContainsKey(named);

    /// <summary>The same rules but for one kind, or for the usual way.</summary>
    /// <param name="kind">The kind; null for the usual way.</param>
    /// <param name="rule">Its rule; null to decide it in the usual way again.</param>
    public RulesOfProcedure With(MotionKind? kind, DecisionRule? rule) => (kind, rule?.OfVersion(1)) switch
    {
        (null, { } usual) => this with { Usual = usual },
        ({ } named, { } own) => this with { Decisions = Decisions.SetItem(named, own) },
        ({ } named, null) => this with { Decisions = Decisions.Remove(named) },
        _ => this,
    };

    /// <summary>The moment a ballot announced now opens: at once; where secrecy can be asked for, on the next morning, in a meeting some minutes later, so that
    /// there is time to.</summary>
    public Instant BallotOpensAt(MotionKind kind, BallotMode mode, Instant announced, DateTimeZone zone)
    {
        if (DecisionOn(kind).Secrecy.Kind != BallotSecrecy.OnRequest)
        {
            return announced;
        }

        return mode == BallotMode.InMeeting
            ? announced + MotionProposal.TimeToAskInMeeting
            : zone.AtLeniently(announced.InZone(zone).Date.PlusDays(1) + MotionProposal.Morning).ToInstant();
    }

    /// <summary>The moment a ballot opened now closes: <see cref="BallotDays"/> days later at <see cref="BallotCloses"/> in the network's zone.</summary>
    public Instant BallotClosesAt(Instant opened, DateTimeZone zone) =>
        zone.AtLeniently(opened.InZone(zone).Date.PlusDays(BallotDays) + BallotCloses).ToInstant();
}
