using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Rules.SetNotice;
using Bot.Features.Rules.SetRhythm;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Rules.ShowRules;

/// <summary>When the committee meets and how long before people are invited, with what is to change.</summary>
internal static class PlanningSection
{
    /// <summary>The section.</summary>
    public static IEnumerable<CardElement> Of(Turn turn, Committee committee)
    {
        var rule = RhythmRule.Of(committee.Rules);
        return
        [
            CardPart.Section(Messages.Get(turn.Reader, Sentence.CommandSetRhythm)),
            CardPart.Text(Messages.Get(turn.Reader, Sentence.RhythmIs, RhythmWords.Whole(turn.Reader, rule, CardText.Escape(rule.Place, LineBreaks.Collapse)))),
            CardPart.Text(NoticeWords.Said(turn.Reader, committee.Rules.Notice)),
            .. RhythmPart.ToCome(turn, committee),
            .. NoticePreview.ToCome(turn, committee),
        ];
    }
}
