using System;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Scheduling;

/// <summary>When the bot looks at what is due, and whether several instances share one clock.</summary>
internal sealed class SchedulingOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Scheduling";

    /// <summary>Seconds between two looks that nothing gave rise to. As long, at most, what one instance left lying waits for another.</summary>
    [Range(1, 3600)]
    public int SafetySeconds { get; set; } = 60;

    /// <summary>Connection string of a PostgreSQL database in which the instances keep one clock together; a secret. Without it each instance has its own, which is enough.</summary>
    public string? Postgres { get; set; }

    /// <summary>Seconds between two signs of life of an instance to the others, where <see cref="Postgres"/> is set.</summary>
    [Range(1, 60)]
    public int CheckinSeconds { get; set; } = 10;

    /// <summary>Time between two looks that nothing gave rise to.</summary>
    internal TimeSpan Safety => TimeSpan.FromSeconds(SafetySeconds);
}

[OptionsValidator]
internal sealed partial class SchedulingOptionsValidator : IValidateOptions<SchedulingOptions>;
