using System.Collections.Generic;
using NodaTime;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>What words say about when a committee meets.</summary>
/// <param name="Rule">The recurrence rule (RFC 5545); null when it meets as needed, or none could be read.</param>
/// <param name="IsNone">Whether it meets as needed.</param>
/// <param name="IsSoft">Whether the rhythm only is how it usually is.</param>
/// <param name="Start">When meetings begin; null when not said.</param>
/// <param name="Place">Where; null when not said.</param>
/// <param name="Problems">What must be asked back; empty when everything was understood.</param>
internal sealed record RhythmReading(string? Rule, bool IsNone, bool IsSoft, LocalTime? Start, string? Place, IReadOnlyList<RhythmProblem> Problems);

/// <summary>Something that must be asked back.</summary>
/// <param name="Kind">What.</param>
/// <param name="Fragment">The words it is about, as they were written.</param>
internal sealed record RhythmProblem(RhythmProblemKind Kind, string Fragment);

/// <summary>What can be the matter with the words of a rhythm.</summary>
internal enum RhythmProblemKind
{
    /// <summary>Words nobody can place. Nothing is left out silently: half a rule would be another rule.</summary>
    NotUnderstood,

    /// <summary>It does not say how often.</summary>
    HowOften,

    /// <summary>It does not say on which day.</summary>
    WhichDay,

    /// <summary>"Jeden zweiten Dienstag" may be every other Tuesday or the second one of the month.</summary>
    EveryOther,

    /// <summary>Which time is meant is not clear.</summary>
    WhichTime,
}
