namespace Bot.Domain.Committees;

/// <summary>Identity of a member organization within its network.</summary>
/// <param name="Value">Opaque, never empty; fit to be part of a row key: letters, digits, '-', '_', ':' and '.' only.</param>
public readonly record struct OrganizationId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
