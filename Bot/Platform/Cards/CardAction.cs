using System.Text.Json.Serialization;

namespace Bot.Platform.Cards;

/// <summary>A button.</summary>
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

    public string? Id { get; init; }

    /// <summary>Read by screen readers and shown on hovering.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Look only; Teams may ignore it.</summary>
    public ActionStyle? Style { get; init; }

    /// <summary><see cref="ActionMode.Secondary"/> moves the button behind the three dots.</summary>
    public ActionMode? Mode { get; init; }

    public string? IconUrl { get; init; }
}
