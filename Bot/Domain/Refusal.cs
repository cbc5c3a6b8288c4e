using System.Collections.Generic;
using System.Linq;

namespace Bot.Domain;

/// <summary>A "no" by the rules, told to the person in their language. Never thrown.</summary>
/// <param name="Code">Which rule said no.</param>
/// <param name="Details">Values for the gaps of the sentence, in the order the code documents; moments, dates, numbers or user text.</param>
public sealed record Refusal(RefusalCode Code, IReadOnlyList<object> Details)
{
    /// <summary>A refusal with the values its sentence needs.</summary>
    public Refusal(RefusalCode code, params object[] details)
        : this(code, (IReadOnlyList<object>)details)
    {
    }

    /// <inheritdoc/>
    public bool Equals(Refusal? other) => other is not null && Code == other.Code && Details.SequenceEqual(other.Details);

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode();
}
