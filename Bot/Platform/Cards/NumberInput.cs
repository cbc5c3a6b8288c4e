namespace Bot.Platform.Cards;

/// <summary>A field for a number.</summary>
internal sealed record NumberInput : InputElement
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }
}
