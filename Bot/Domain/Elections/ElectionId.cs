namespace Bot.Domain.Elections;

/// <summary>Identity of an election within its network.</summary>
public readonly record struct ElectionId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
