namespace Bot.Domain.Memberships;

/// <summary>Identity of a prospect within its network.</summary>
/// <param name="Value">Opaque, never empty; fit to be part of a row key: letters, digits, '-', '_', ':' and '.' only.</param>
public readonly record struct ProspectId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
