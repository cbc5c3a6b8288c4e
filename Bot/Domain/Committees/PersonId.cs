namespace Bot.Domain.Committees;

/// <summary>Identity of a person within their network.</summary>
/// <param name="Value">Opaque, never empty; fit to be part of a row key: letters, digits, '-', '_', ':' and '.' only.</param>
public readonly record struct PersonId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
