using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>Shows when a committee would meet, with the next four days and the date of effect; nothing is stored yet.</summary>
internal static class RhythmPreview
{
    /// <summary>From a typed line to the preview; or the form again, with what is asked back.</summary>
    public static AdaptiveCard Typed(Turn turn, Committee committee, string line)
    {
        var (words, day, doubt) = EffectDay.In(turn, line);
        if (doubt is not null)
        {
            return RhythmCard.Render(turn, committee, line, AppointmentQuestions.Ask(turn.Reader, doubt));
        }

        if (TakeBack.IsMeant(words))
        {
            return (day ?? committee.Timeline.NextRhythmChange(turn.LocalNow.Date)) is { } coming
                ? Render(turn, RhythmDraft.TakingBack(committee, coming, turn.Form))
                : RhythmCard.Render(turn, committee, string.Empty, TakeBack.Nothing(turn.Reader, committee));
        }

        var reading = RhythmReader.Read(words, turn.LocalNow, turn.Network.Zone);
        if (reading.Problems.Count > 0)
        {
            return RhythmCard.Render(turn, committee, line, [.. reading.Problems.Select(problem => RhythmCard.Ask(turn.Reader, problem))]);
        }

        var effect = day ?? turn.LocalNow.Date;
        var before = RhythmRule.Of(committee.Timeline.InForce(effect));
        return Render(turn, new RhythmDraft(committee.Id, reading.Rule ?? string.Empty, reading.IsSoft, reading.Start ?? before.Start, reading.Place ?? before.Place, effect) { Form = turn.Form });
    }

    /// <summary>Draws the preview; or the form again, when the rules of time refuse the draft.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="draft">What would be set.</param>
    /// <param name="lead">A sentence above; null for none. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, RhythmDraft draft, string? lead = null)
    {
        var committee = turn.Network.Committee(draft.Committee) ?? throw new System.ArgumentException("A draft of another network.", nameof(draft));
        var renewed = draft with { Latest = committee.Timeline.Latest, Form = draft.Form ?? turn.Form };
        return (draft.Read(), draft.Versions(committee.Timeline, turn.LocalNow.Date)) switch
        {
            (_, Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var versions)) when draft.TakesBack =>
                Draw(turn, committee, renewed, RhythmRule.Of(committee.Timeline.InForce(draft.Day.PlusDays(-1))), versions, lead),
            (Outcome<RhythmRule>.Done(var rule), Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var versions)) => Draw(turn, committee, renewed, rule, versions, lead),
            (_, Outcome<IReadOnlyList<RulesOfProcedure>>.Refused(var why)) => RhythmCard.Render(turn, committee, string.Empty, [.. lead is null ? [] : new[] { lead }, RefusalText.Markdown(turn, why)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static AdaptiveCard Draw(Turn turn, Committee committee, RhythmDraft draft, RhythmRule rule, IReadOnlyList<RulesOfProcedure> versions, string? lead)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, draft.TakesBack ? Sentence.RuleTakeBackHeading : Sentence.RulePreviewHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), Messages.Get(reader, Sentence.RhythmTitle));
        var begins = Messages.Get(reader, Sentence.RuleBegins, draft.Day, versions.First(rules => rules.EffectiveFrom == draft.Day).Version);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + begins,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Text(begins),
                RhythmPart.Facts(reader, rule),
                .. RhythmPart.NextDays(reader, turn.Network, rule, LocalDate.Max(draft.Day, turn.LocalNow.Date.PlusDays(1))),
                .. rule.Rhythm is null ? Enumerable.Empty<CardElement>() : [CardPart.Subtle(Messages.Get(reader, rule.IsSoft ? Sentence.RhythmSoftMeans : Sentence.RhythmFirmMeans))],
                CardPart.Section(Messages.Get(reader, draft.TakesBack ? Sentence.TakenBackThen : Sentence.RhythmBefore)),
                RhythmPart.Facts(reader, RhythmRule.Of(committee.Timeline.InForce(draft.Day))),
                .. CardPart.Rows([CardPart.Button(reader, draft.TakesBack ? Sentence.ButtonTakeBackRule : Sentence.ButtonSetRule, RulesVerbs.SetRhythm, draft.ToData())]),
            ],
            Actions =
            [
                .. draft.TakesBack ? Enumerable.Empty<CardAction>() : [CardPart.Button(reader, Sentence.ButtonEdit, RulesVerbs.EditRhythm, draft.ToData())],
                CardPart.Button(reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, draft.Form?.Data ?? []),
            ],
        };
    }
}
