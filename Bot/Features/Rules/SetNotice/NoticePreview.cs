using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.SetNotice;

/// <summary>Shows the notice period that would be set, with an example and the date of effect; nothing is stored yet.</summary>
internal static class NoticePreview
{
    private const int ExampleWeeks = 8;

    /// <summary>The longest line, in UTF-16 units.</summary>
    public const int LineLimit = 200;

    /// <summary>Name of the input that holds the line.</summary>
    public const string LineField = "line";

    /// <summary>From a typed line to the preview; or the form again, with what is asked back.</summary>
    public static AdaptiveCard Typed(Turn turn, Committee committee, string line)
    {
        var (words, day, doubt) = EffectDay.In(turn, line);
        if (doubt is not null)
        {
            return Form(turn, committee, line, AppointmentQuestions.Ask(turn.Reader, doubt));
        }

        if (TakeBack.IsMeant(words))
        {
            return (day ?? committee.Timeline.NextNoticeChange(turn.LocalNow.Date)) is { } coming
                ? Render(turn, NoticeDraft.TakingBack(committee, coming, turn.Form))
                : Form(turn, committee, string.Empty, TakeBack.Nothing(turn.Reader, committee));
        }

        var effect = day ?? turn.LocalNow.Date;
        return NoticeReader.Read(words, committee.Timeline.InForce(effect).Notice) is { } notice
            ? Render(turn, new NoticeDraft(committee.Id, notice, effect) { Form = turn.Form })
            : Form(turn, committee, line, Messages.Get(turn.Reader, Sentence.NoticeNotUnderstood, CardText.Escape(ShortText.Abbreviate(words, 100), LineBreaks.Collapse)));
    }

    /// <summary>Draws the preview; or the form again, when the rules of time refuse the draft.</summary>
    public static AdaptiveCard Render(Turn turn, NoticeDraft draft, string? lead = null)
    {
        var committee = turn.Network.Committee(draft.Committee) ?? throw new System.ArgumentException("A draft of another network.", nameof(draft));
        var renewed = draft with { Latest = committee.Timeline.Latest, Form = draft.Form ?? turn.Form };
        return draft.Versions(committee.Timeline, turn.LocalNow.Date) switch
        {
            Outcome<IReadOnlyList<RulesOfProcedure>>.Done(var versions) => Draw(turn, committee, renewed, versions, lead),
            Outcome<IReadOnlyList<RulesOfProcedure>>.Refused(var why) => Form(turn, committee, string.Empty, [.. lead is null ? [] : new[] { lead }, RefusalText.Markdown(turn, why)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>How it stands; for coordinators with the line to change it.</summary>
    public static AdaptiveCard Form(Turn turn, Committee committee, string line, params IReadOnlyList<string> objections)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.NoticeHeading, CardText.Escape(committee.Name, LineBreaks.Collapse));
        var isChanging = turn.May(Right.SetRules);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', objections.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. objections.Select(CardPart.Text),
                CardPart.Text(NoticeWords.Said(reader, committee.Rules.Notice)),
                .. ToCome(turn, committee),
                .. isChanging ? [InputPart.Text(reader, LineField, Sentence.InputNotice, line, LineLimit)] : Enumerable.Empty<CardElement>(),
            ],
            Actions = isChanging
                ? [CardPart.Button(reader, Sentence.ButtonPreview, RulesVerbs.PreviewNotice, [("committee", committee.Id.Value), .. turn.Form.Data])]
                : [],
        };
    }

    /// <summary>The changes to come, the next first, each with the way to take it back.</summary>
    public static IEnumerable<CardElement> ToCome(Turn turn, Committee committee)
    {
        var changes = committee.Timeline.After(committee.Rules.EffectiveFrom)
            .Where(rules => committee.Timeline.InForce(rules.EffectiveFrom.PlusDays(-1)).Notice != rules.Notice).Take(TakeBack.MostShown);
        foreach (var rules in changes)
        {
            yield return CardPart.Subtle(Messages.Get(turn.Reader, Sentence.NoticeComing, rules.EffectiveFrom, NoticeWords.Said(turn.Reader, rules.Notice)));
            foreach (var button in TakeBack.Button(turn, committee, rules.EffectiveFrom, RulesVerbs.AskTakeBackNotice))
            {
                yield return button;
            }
        }
    }

    private static AdaptiveCard Draw(Turn turn, Committee committee, NoticeDraft draft, IReadOnlyList<RulesOfProcedure> versions, string? lead)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, draft.TakesBack ? Sentence.RuleTakeBackHeading : Sentence.RulePreviewHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), Messages.Get(reader, Sentence.NoticeTitle));
        var begins = Messages.Get(reader, Sentence.RuleBegins, draft.Day, versions.First(rules => rules.EffectiveFrom == draft.Day).Version);
        var example = draft.Day.PlusWeeks(ExampleWeeks);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + begins,
            Body =
            [
                CardPart.Heading(heading),
                .. lead is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(lead)],
                CardPart.Text(begins),
                CardPart.Text(NoticeWords.Said(reader, draft.Notice)),
                .. draft.TakesBack
                    ? [CardPart.Section(Messages.Get(reader, Sentence.TakenBackThen)), CardPart.Text(NoticeWords.Said(reader, committee.Timeline.InForce(draft.Day).Notice))]
                    : Enumerable.Empty<CardElement>(),
                CardPart.Subtle(Messages.Get(reader, Sentence.NoticeExample, example, draft.Notice.LatestInvitationDay(example))),
                CardPart.Subtle(Messages.Get(reader, Sentence.NoticeCalledStay)),
                .. CardPart.Rows([CardPart.Button(reader, draft.TakesBack ? Sentence.ButtonTakeBackRule : Sentence.ButtonSetRule, RulesVerbs.SetNotice, draft.ToData())]),
            ],
            Actions = [CardPart.Button(reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, draft.Form?.Data ?? [])],
        };
    }
}
