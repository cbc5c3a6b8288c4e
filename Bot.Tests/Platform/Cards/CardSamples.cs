using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Cards;
using Xunit;

namespace Bot.Tests.Platform.Cards;

/// <summary>A card for every kind of element and action, with each property set at least once, and one as bare as the type allows.</summary>
public static class CardSamples
{
    private static readonly Dictionary<string, AdaptiveCard> All = new(StringComparer.Ordinal)
    {
        ["empty"] = new AdaptiveCard(),
        ["whole"] = new AdaptiveCard
        {
            Body = [Text()],
            Actions = [Execute()],
            FallbackText = "Bitte tippen: ja",
            Lang = "de",
            Speak = "Nächste Sitzung",
            Refresh = new RefreshCard { Action = Execute(), UserIds = ["29:ada", "29:ben"] },
        },
        ["text"] = Of(Text(), new TextBlock { Text = "kahl", Wrap = false }),
        ["richText"] = Of(new RichTextBlock
        {
            HorizontalAlignment = HorizontalAlignment.Right,
            Inlines =
            [
                new TextRun { Text = "a", Weight = TextWeight.Lighter, Size = TextSize.Small, Color = TextColor.Accent, IsSubtle = true, Italic = true, Strikethrough = true },
                new TextRun { Text = "b" },
            ],
        }),
        ["facts"] = Of(new FactSet { Facts = [new Fact("Ort", "Rathaus")] }),
        ["image"] = Of(new Image { Url = "https://example.org/a.png", AltText = "Wappen", Size = ImageSize.Small }),
        ["container"] = Of(new Container { Items = [Text()], Style = ContainerStyle.Emphasis, Bleed = true }),
        ["columns"] = Of(new ColumnSet
        {
            Style = ContainerStyle.Good,
            Columns =
            [
                new Column { Items = [Text()], Width = "auto", VerticalContentAlignment = VerticalContentAlignment.Center, Style = ContainerStyle.Accent },
                new Column { Items = [] },
            ],
        }),
        ["actionSet"] = Of(new ActionSet { Actions = [Execute()] }),
        ["textInput"] = Of(new TextInput
        {
            Id = "top", Label = "Titel", Value = "x", Placeholder = "y", IsMultiline = true, MaxLength = 200,
            Style = TextInputStyle.Email, IsRequired = true, ErrorMessage = "Bitte ausfüllen",
        }),
        ["numberInput"] = Of(new NumberInput { Id = "n", Label = "Minuten", Value = 0, Min = 0, Max = 240 }),
        ["dateInput"] = Of(new DateInput { Id = "d", Label = "Tag", Value = "2027-01-14", Min = "2027-01-01", Max = "2027-12-31" }),
        ["timeInput"] = Of(new TimeInput { Id = "t", Label = "Uhrzeit", Value = "17:00" }),
        ["toggleInput"] = Of(new ToggleInput { Id = "s", Label = "Geheim", Title = "Geheim abstimmen", Value = "true" }),
        ["choiceInput"] = Of(new ChoiceSetInput
        {
            Id = "c", Label = "Wahl", Choices = [new Choice("Ja", "yes"), new Choice("Nein", "no")],
            Style = ChoiceSetStyle.Expanded, IsMultiSelect = true, Value = "yes", Placeholder = "–",
        }),
        ["actions"] = new AdaptiveCard
        {
            Actions =
            [
                Execute(),
                new SubmitAction { Title = "Senden", Data = new Dictionary<string, string> { ["a"] = "b" } },
                new OpenUrlAction { Title = "Öffnen", Url = "https://example.org/", IconUrl = "https://example.org/i.png" },
                new ShowCardAction { Title = "Mehr", Card = Of(Text()) },
                new ToggleVisibilityAction { Title = "Zeigen", TargetElements = ["x"] },
            ],
        },
    };

    public static TheoryData<string> Cards => [.. All.Keys.Order(StringComparer.Ordinal)];

    internal static AdaptiveCard Named(string name) => All[name];

    private static AdaptiveCard Of(params CardElement[] elements) => new() { Body = elements };

    private static TextBlock Text() => new()
    {
        Text = "**Nächste** Sitzung",
        Weight = TextWeight.Bolder,
        Size = TextSize.ExtraLarge,
        Style = TextBlockStyle.Heading,
        Color = TextColor.Attention,
        IsSubtle = true,
        HorizontalAlignment = HorizontalAlignment.Center,
        Id = "x",
        IsVisible = false,
        Spacing = Spacing.ExtraLarge,
        Separator = true,
    };

    private static ExecuteAction Execute() => new()
    {
        Verb = "admission.vote",
        Title = "Ja",
        Id = "yes",
        Tooltip = "Dafür stimmen",
        Style = ActionStyle.Positive,
        Mode = ActionMode.Secondary,
        AssociatedInputs = AssociatedInputs.None,
        Data = new Dictionary<string, string> { ["admission"] = "a1" },
        Fallback = new OpenUrlAction { Title = "Im Browser", Url = "https://example.org/" },
    };
}
