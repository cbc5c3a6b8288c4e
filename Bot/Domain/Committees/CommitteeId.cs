namespace Bot.Domain.Committees;

/// <summary>Identity of a committee (Gremium) within its network.</summary>
/// <param name="Value">Opaque, never empty; fit to be part of a row key: letters, digits, '-', '_', ':' and '.' only.</param>
public readonly record struct CommitteeId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
