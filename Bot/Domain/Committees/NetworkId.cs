namespace Bot.Domain.Committees;

/// <summary>Identity of a network of organizations (Bündnis).</summary>
/// <param name="Value">Opaque, never empty; fit to be part of a row key: letters, digits, '-', '_', ':' and '.' only.</param>
public readonly record struct NetworkId(string Value)
{
    private const string FurtherPrefix = "further-";

    /// <summary>Whether it was founded beside others of its tenant. What is sent for such a network says whose it is; what says nothing is the network's that its tenant had first.</summary>
    public bool IsFurther => Value.StartsWith(FurtherPrefix, System.StringComparison.Ordinal);

    /// <summary>The identity of a network that is founded beside others of its tenant.</summary>
    /// <param name="name">What tells it from every other; fit to be part of a row key.</param>
    public static NetworkId Further(string name) => new(FurtherPrefix + name);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
