namespace Bot.Domain.Meetings;

/// <summary>Identity of a meeting within its network; random, never derived from its date.</summary>
/// <param name="Value">Opaque, never empty; fit to be part of a row key: letters, digits, '-', '_', ':' and '.' only.</param>
public readonly record struct MeetingId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
