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
            Rtl = false,
            MinHeight = "80px",
            VerticalContentAlignment = VerticalContentAlignment.Center,
            SelectAction = new OpenUrlAction { Url = "https://example.org/" },
            MsTeams = MsTeams.FullWidth with { Entities = [CardMention.Of("29:ada", "Ada")] },
            Refresh = new RefreshCard { Action = Execute(), UserIds = ["29:ada", "29:ben"] },
        },
        ["text"] = Of(Text(), new TextBlock { Text = "kahl", Wrap = false }),
        ["richText"] = Of(new RichTextBlock
        {
            HorizontalAlignment = HorizontalAlignment.Right,
            Inlines =
            [
                new TextRun { Text = "a", Weight = TextWeight.Lighter, Size = TextSize.Small, Color = TextColor.Accent, IsSubtle = true, Italic = true, Strikethrough = true, Underline = true, Highlight = true, FontType = FontType.Monospace, SelectAction = Execute() },
                new TextRun { Text = "b" },
            ],
        }),
        ["facts"] = Of(new FactSet { Facts = [new Fact("Ort", "Rathaus")] }),
        ["image"] = Of(new Image
        {
            Url = "https://example.org/a.png", AltText = "Wappen", Size = ImageSize.Small, Style = ImageStyle.Person, Width = "50px",
            Height = "50px", BackgroundColor = "#DDDDDD", HorizontalAlignment = HorizontalAlignment.Center, SelectAction = Execute(),
        }),
        ["images"] = Of(new ImageSet
        {
            ImageSize = ImageSize.Medium,
            Images = [new ImageSetImage { Url = "https://example.org/a.png", AltText = "Wappen", Style = ImageStyle.Default, SelectAction = Execute() }],
        }),
        ["table"] = Of(new CardTable
        {
            Columns =
            [
                new TableColumnDefinition { Width = "2", HorizontalCellContentAlignment = HorizontalAlignment.Left, VerticalCellContentAlignment = VerticalContentAlignment.Top },
                new TableColumnDefinition(),
            ],
            Rows =
            [
                new TableRow
                {
                    Style = ContainerStyle.Emphasis,
                    HorizontalCellContentAlignment = HorizontalAlignment.Right,
                    VerticalCellContentAlignment = VerticalContentAlignment.Bottom,
                    Cells =
                    [
                        new TableCell
                        {
                            Items = [Text()], Style = ContainerStyle.Good, VerticalContentAlignment = VerticalContentAlignment.Center, Bleed = true, MinHeight = "20px",
                            SelectAction = Execute(),
                        },
                        new TableCell { Items = [] },
                    ],
                },
            ],
            FirstRowAsHeader = false,
            ShowGridLines = false,
            GridStyle = ContainerStyle.Accent,
            HorizontalCellContentAlignment = HorizontalAlignment.Center,
            VerticalCellContentAlignment = VerticalContentAlignment.Center,
        }),
        ["container"] = Of(new Container
        {
            Items = [Text()], Style = ContainerStyle.Emphasis, Bleed = true, MinHeight = "10px", SelectAction = Execute(), VerticalContentAlignment = VerticalContentAlignment.Bottom,
        }),
        ["replaced"] = Of(new TextBlock
        {
            Text = "neu",
            Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.5" },
            Fallback = new Fallback<CardElement>(new FactSet { Facts = [new Fact("alt", "ja")], Fallback = Fallback<CardElement>.Drop }),
            Height = ElementHeight.Stretch,
        }),
        ["columns"] = Of(new ColumnSet
        {
            Style = ContainerStyle.Good,
            Bleed = true,
            MinHeight = "10px",
            HorizontalAlignment = HorizontalAlignment.Center,
            SelectAction = Execute(),
            Columns =
            [
                new Column
                {
                    Items = [Text()], Width = "auto", VerticalContentAlignment = VerticalContentAlignment.Center, Style = ContainerStyle.Accent, Bleed = true, MinHeight = "10px",
                    Rtl = true, Spacing = Spacing.None, Separator = true, SelectAction = Execute(), Id = "c", IsVisible = false,
                    Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.5" }, Fallback = Fallback<Column>.Drop,
                },
                new Column { Items = [], Fallback = new Fallback<Column>(new Column { Items = [] }) },
                new Column { Items = [] },
            ],
        }),
        ["actionSet"] = Of(new ActionSet { Actions = [Execute()] }),
        ["textInput"] = Of(new TextInput
        {
            Id = "top", Label = "Titel", Value = "x", Placeholder = "y", IsMultiline = true, MaxLength = 200,
            Regex = ".+", InlineAction = Execute(), Style = TextInputStyle.Email, IsRequired = true, ErrorMessage = "Bitte ausfüllen",
        }),
        ["numberInput"] = Of(new NumberInput { Id = "n", Label = "Minuten", Value = 0, Min = 0, Max = 240, Placeholder = "15" }),
        ["dateInput"] = Of(new DateInput { Id = "d", Label = "Tag", Value = "2027-01-14", Min = "2027-01-01", Max = "2027-12-31", Placeholder = "Tag" }),
        ["timeInput"] = Of(new TimeInput { Id = "t", Label = "Uhrzeit", Value = "17:00", Min = "08:00", Max = "22:00", Placeholder = "Zeit" }),
        ["toggleInput"] = Of(new ToggleInput { Id = "s", Label = "Geheim", Title = "Geheim abstimmen", Value = "ja", ValueOn = "ja", ValueOff = "nein" }),
        ["choiceInput"] = Of(new ChoiceSetInput
        {
            Id = "c", Label = "Wahl", Choices = [new Choice("Ja", "yes"), new Choice("Nein", "no")],
            Style = ChoiceSetStyle.Expanded, IsMultiSelect = true, Value = "yes", Placeholder = "–",
        }),
        ["peoplePicker"] = Of(new ChoiceSetInput
        {
            Id = "p", Label = "Wer?", Choices = [], ChoicesData = new DataQuery(DataQuery.ThisConversation) { Count = 15, Skip = 0 }, Style = ChoiceSetStyle.Filtered,
        }),
        ["actions"] = new AdaptiveCard
        {
            Actions =
            [
                Execute(),
                new SubmitAction { Title = "Senden", AssociatedInputs = AssociatedInputs.Auto, ConditionallyEnabled = true, Data = new Dictionary<string, string> { ["a"] = "b" } },
                new OpenUrlAction { Title = "Öffnen", Url = "https://example.org/", IconUrl = "https://example.org/i.png" },
                new ShowCardAction { Title = "Mehr", Card = Of(Text()) },
                new ToggleVisibilityAction { Title = "Zeigen", TargetElements = [new TargetElement("x"), new TargetElement("y", false)] },
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
        MaxLines = 3,
        FontType = FontType.Monospace,
        Height = ElementHeight.Auto,
        TargetWidth = "atLeast:standard",
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
        IsEnabled = false,
        ConditionallyEnabled = true,
        Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.4" },
        Fallback = new Fallback<CardAction>(new OpenUrlAction { Title = "Im Browser", Url = "https://example.org/", Fallback = Fallback<CardAction>.Drop }),
    };
}
