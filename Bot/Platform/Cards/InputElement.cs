namespace Bot.Platform.Cards;

/// <summary>A field to fill in. Values come back as text under the field's <see cref="CardElement.Id"/>, over a datum of the same name;
/// what clients check are hints only, so every value is checked again on arrival.</summary>
internal abstract record InputElement : StretchingElement
{
    /// <summary>What is asked for; screen readers read it, so every field has one. Null only for a switch, whose title says it too. Plain text.</summary>
    public string? Label { get; init; }

    /// <summary>Whether the client lets the card be sent only when the field is filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Said by the client when a required field is empty or a value is out of bounds.</summary>
    public string? ErrorMessage { get; init; }
}
