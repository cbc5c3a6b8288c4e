using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>Writes the words of the official schema as the schema does: first letter small.</summary>
internal sealed class CardWordConverter<TWord>() : JsonStringEnumConverter<TWord>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TWord : struct, System.Enum;

/// <summary>Writes words as they are named here.</summary>
internal sealed class CapitalWordConverter<TWord>() : JsonStringEnumConverter<TWord>(namingPolicy: null, allowIntegerValues: false)
    where TWord : struct, System.Enum;

/// <summary>How heavy letters are.</summary>
[JsonConverter(typeof(CardWordConverter<TextWeight>))]
internal enum TextWeight { Default, Lighter, Bolder }

/// <summary>How large letters are.</summary>
[JsonConverter(typeof(CardWordConverter<TextSize>))]
internal enum TextSize { Default, Small, Medium, Large, ExtraLarge }

/// <summary>What a text is, for screen readers.</summary>
[JsonConverter(typeof(CardWordConverter<TextBlockStyle>))]
internal enum TextBlockStyle { Default, Heading }

/// <summary>Colour by meaning; the client's theme decides the shade.</summary>
[JsonConverter(typeof(CardWordConverter<TextColor>))]
internal enum TextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

/// <summary>Distance between elements; the client decides the points.</summary>
[JsonConverter(typeof(CardWordConverter<Spacing>))]
internal enum Spacing { Default, None, Small, Medium, Large, ExtraLarge, Padding }

/// <summary>Where on the line.</summary>
[JsonConverter(typeof(CardWordConverter<HorizontalAlignment>))]
internal enum HorizontalAlignment { Left, Center, Right }

/// <summary>Where in the column.</summary>
[JsonConverter(typeof(CardWordConverter<VerticalContentAlignment>))]
internal enum VerticalContentAlignment { Top, Center, Bottom }

/// <summary>Background by meaning.</summary>
[JsonConverter(typeof(CardWordConverter<ContainerStyle>))]
internal enum ContainerStyle { Default, Emphasis, Good, Attention, Warning, Accent }

/// <summary>How large a picture is: 32, 52 or 100 points in Teams, or as large as it is.</summary>
[JsonConverter(typeof(CardWordConverter<ImageSize>))]
internal enum ImageSize { Auto, Stretch, Small, Medium, Large }

/// <summary>What kind of text is asked for.</summary>
[JsonConverter(typeof(CardWordConverter<TextInputStyle>))]
internal enum TextInputStyle { Text, Tel, Url, Email, Password }

/// <summary>A drop-down list, all choices at once, or a list to search in. The last is not in the schema of 1.5, but Teams knows it.</summary>
[JsonConverter(typeof(CardWordConverter<ChoiceSetStyle>))]
internal enum ChoiceSetStyle { Compact, Expanded, Filtered }

/// <summary>Look of a button.</summary>
[JsonConverter(typeof(CardWordConverter<ActionStyle>))]
internal enum ActionStyle { Default, Positive, Destructive }

/// <summary>In the row of buttons, or behind the three dots.</summary>
[JsonConverter(typeof(CardWordConverter<ActionMode>))]
internal enum ActionMode { Primary, Secondary }

/// <summary>Whether an action sends the fields of its card. The one word list that the schema writes with capitals.</summary>
[JsonConverter(typeof(CapitalWordConverter<AssociatedInputs>))]
internal enum AssociatedInputs { Auto, None }

/// <summary>Whether an element takes what is left of the card's height.</summary>
[JsonConverter(typeof(CardWordConverter<ElementHeight>))]
internal enum ElementHeight { Auto, Stretch }

/// <summary>Which letters: those of the text around, or of equal width.</summary>
[JsonConverter(typeof(CardWordConverter<FontType>))]
internal enum FontType { Default, Monospace }

/// <summary>Cut of a picture: as it is, or to a circle.</summary>
[JsonConverter(typeof(CardWordConverter<ImageStyle>))]
internal enum ImageStyle { Default, Person }
