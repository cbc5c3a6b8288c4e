namespace Bot.Domain.Voting;

/// <summary>Who holds one vote in a ballot: an organization in the plenary, a person in a committee.</summary>
/// <param name="Value">Opaque, never empty; fit to be part of a row key: letters, digits, '-', '_', ':' and '.' only.</param>
public readonly record struct VoterId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
