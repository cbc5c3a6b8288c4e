using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>What the rules of procedure say about when a committee meets: a part of them that changes by itself.</summary>
/// <param name="Rhythm">How often; null when it meets as needed.</param>
/// <param name="IsSoft">Whether that only is how it usually is: then the bot hints and never urges. Always false without a rhythm.</param>
/// <param name="Start">When meetings usually begin, local time.</param>
/// <param name="Place">Where they usually are; empty when not said, at most <see cref="MeetingProposal.TextLimit"/>.</param>
public sealed record RhythmRule(MeetingRhythm? Rhythm, bool IsSoft, LocalTime Start, string Place)
{
    /// <summary>Whether it only says how often it usually is, and no day: "in der Regel alle zwei Monate". Then weeks, months or years come up, never days.</summary>
    public bool NamesNoDay => IsSoft && Rhythm is { Given.NamesNoDay: true };

    /// <summary>The rhythm as far as days come of it; null when it meets as needed, and when no day is named.</summary>
    public MeetingRhythm? OnDays => NamesNoDay ? null : Rhythm;

    /// <summary>As it stands in some rules.</summary>
    public static RhythmRule Of(RulesOfProcedure rules) => new(rules.Rhythm, rules.RhythmIsSoft, rules.UsualStart, rules.UsualPlace);

    /// <summary>The same rules with this rhythm.</summary>
    public RulesOfProcedure WrittenInto(RulesOfProcedure rules) => rules with { Rhythm = Rhythm, RhythmIsSoft = Rhythm is not null && IsSoft, UsualStart = Start, UsualPlace = Place };
}
