namespace Bot.Domain.Voting;

/// <summary>Identity of a ballot within its network.</summary>
/// <param name="Value">Opaque, never empty; fit to be part of a row key: letters, digits, '-', '_', ':' and '.' only.</param>
public readonly record struct BallotId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
