using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>Anything in the body of a card.</summary>
/// <remarks>Source: official schema 1.5, "ImplementationsOf.Element". Media is left out: Teams plays none in cards sent by bots.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(ImageSet), "ImageSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(CardTable), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
internal abstract record CardElement
{
    /// <summary>Name within the card; an input needs one, because its value comes back under it.</summary>
    public string? Id { get; init; }

    /// <summary>False hides the element until a <see cref="ToggleVisibilityAction"/> shows it; null is visible.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Distance to what stands above.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>Draws a line above.</summary>
    public bool Separator { get; init; }

    /// <summary>Features a client must have to show the element, with their lowest versions; otherwise the <see cref="Fallback"/> is shown.</summary>
    public IReadOnlyDictionary<string, string>? Requires { get; init; }

    /// <summary>What a client shows that does not know the element.</summary>
    [JsonConverter(typeof(FallbackConverter<CardElement>))]
    public Fallback<CardElement>? Fallback { get; init; }

    /// <summary>Shows the element only on cards of this width: <c>veryNarrow</c>, <c>narrow</c>, <c>standard</c>, <c>wide</c>, or one of them after
    /// <c>atLeast:</c> or <c>atMost:</c>. Only Teams understands it; others show the element always.</summary>
    public string? TargetWidth { get; init; }
}

/// <summary>An element that can take what is left of the card's height: all but pictures, which have a height of their own.</summary>
internal abstract record StretchingElement : CardElement
{
    /// <summary><see cref="ElementHeight.Stretch"/> takes the height that is left.</summary>
    public ElementHeight? Height { get; init; }
}
