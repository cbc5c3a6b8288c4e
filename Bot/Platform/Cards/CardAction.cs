using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>A button.</summary>
/// <remarks>Source: official schema 1.5, "Extendable.Action".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
internal abstract record CardAction
{
    /// <summary>What the button says; null only for an action nobody presses, as in <see cref="RefreshCard"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Name within the card; comes back with the action.</summary>
    public string? Id { get; init; }

    /// <summary>Read by screen readers and shown on hovering.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Look only; Teams may ignore it.</summary>
    public ActionStyle? Style { get; init; }

    /// <summary><see cref="ActionMode.Secondary"/> moves the button behind the three dots.</summary>
    public ActionMode? Mode { get; init; }

    /// <summary>False greys the button out. Some clients let it be pressed all the same, so what it does is checked as ever.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>Picture on the button, by https address.</summary>
    public string? IconUrl { get; init; }

    /// <summary>Features a client must have to show the button, with their lowest versions; otherwise the <see cref="Fallback"/> is shown.</summary>
    public IReadOnlyDictionary<string, string>? Requires { get; init; }

    /// <summary>What a client shows that does not know this kind of button.</summary>
    /// <remarks>The bot's own buttons have none: a client too old for <see cref="ExecuteAction"/> is too old for the card's version, and shows
    /// <see cref="AdaptiveCard.FallbackText"/> in place of the whole card; and it would double the size of every button.</remarks>
    [JsonConverter(typeof(FallbackConverter<CardAction>))]
    public Fallback<CardAction>? Fallback { get; init; }
}

/// <summary>An action that can also happen when somebody taps an element: every one but unfolding a further card.</summary>
/// <remarks>Source: official schema 1.5, "ImplementationsOf.ISelectAction".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
internal abstract record SelectAction : CardAction;
