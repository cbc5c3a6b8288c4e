using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetStandingItems;

/// <summary>The form for what stands on every agenda, filled in with the present list or with what was typed.</summary>
internal static class StandingForm
{
    /// <summary>The longest list, in UTF-16 units.</summary>
    private const int Longest = 1300;

    /// <summary>Draws what comes of typed words: the preview, or the form when something is missing or unclear.</summary>
    public static AdaptiveCard Draw(Turn turn, Committee committee, string words)
    {
        var (list, day, doubt) = RuleTyped.DayIn(turn, words);
        if (TakeBack.IsMeant(list) && doubt is null)
        {
            return (day ?? committee.Timeline.NextStandingChange(turn.LocalNow.Date)) is { } coming
                ? StandingPreview.Render(turn, StandingDraft.TakingBack(committee, coming, turn.Form))
                : Render(turn, committee, StandingWords.Write(committee.Rules.StandingItems), null, TakeBack.Nothing(turn.Reader, committee));
        }

        if (list.Length == 0)
        {
            return Render(turn, committee, StandingWords.Write(committee.Rules.StandingItems), day, doubt is null ? [] : [AppointmentQuestions.Ask(turn.Reader, doubt)]);
        }

        return Checked(turn, committee, list, day, doubt is null ? Messages.Get(turn.Reader, Sentence.RuleAskDay) : AppointmentQuestions.Ask(turn.Reader, doubt));
    }

    /// <summary>The preview; or the form again with what is missing or unclear.</summary>
    public static AdaptiveCard Checked(Turn turn, Committee committee, string list, LocalDate? day, string askDay, string? lead = null)
    {
        if ((list.Length == 0 ? StandingItems.None : StandingWords.Read(list)) is not { } items)
        {
            return Render(turn, committee, list, day, Messages.Get(turn.Reader, Sentence.StandingUnclear, StandingItems.Most, StandingItems.TitleLimit));
        }

        return day is { } known
            ? StandingPreview.Render(turn, new StandingDraft(committee.Id, items, known) { Form = turn.Form }, lead)
            : Render(turn, committee, list, null, askDay);
    }

    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Whose agendas.</param>
    /// <param name="list">What stands in the field.</param>
    /// <param name="day">From which day on; null while it is not known.</param>
    /// <param name="objections">What was asked back or refused. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, string list, LocalDate? day, params IReadOnlyList<string> objections)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.RuleFormHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), Messages.Get(reader, Sentence.StandingTitle));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', objections.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. objections.Select(CardPart.Text),
                InputPart.Text(reader, "items", Sentence.InputStandingItems, list, Longest) with { IsMultiline = true },
                CardPart.Subtle(Messages.Get(reader, Sentence.StandingExplained)),
                new DateInput
                {
                    Id = "from",
                    Label = Messages.Get(reader, Sentence.InputRulesFrom),
                    IsRequired = true,
                    ErrorMessage = Messages.Get(reader, Sentence.InputRulesFromMissing),
                    Min = LocalDatePattern.Iso.Format(turn.LocalNow.Date),
                    Value = day is { } known ? LocalDatePattern.Iso.Format(known) : null,
                },
            ],
            Actions =
            [
                CardPart.Button(reader, Sentence.ButtonPreview, RulesVerbs.PreviewStanding, [("committee", committee.Id.Value), .. turn.Form.Data]),
                CardPart.Button(reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }
}
