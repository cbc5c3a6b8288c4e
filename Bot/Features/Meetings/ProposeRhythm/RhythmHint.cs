using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.ProposeRhythm;

/// <summary>How often a committee meets, as its coordinators read it when a date is missing.</summary>
internal static class RhythmHint
{
    /// <summary>The rhythm as a sentence. Markdown.</summary>
    public static string Said(Reader reader, Committee committee)
    {
        var rule = RhythmRule.Of(committee.Rules);
        return Messages.Get(reader, Sentence.RhythmIs, RhythmWords.Whole(reader, rule, CardText.Escape(rule.Place, LineBreaks.Collapse)));
    }

    /// <summary>The hint that a meeting would be due in a month, a week or a year, with the way to plan it.</summary>
    public static Activity Message(Committee committee, DateInterval span, Reader reader)
    {
        var name = CardText.Escape(committee.Name, LineBreaks.Collapse);
        var lead = Messages.Get(reader, Sentence.RhythmSpanHint, name, RhythmWords.Often(reader, RhythmRule.Of(committee.Rules)), RhythmWords.Span(reader, span));
        return CardMessage.Of(reader, new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = lead,
            Body =
            [
                CardPart.Heading(Messages.Get(reader, Sentence.RhythmSpanHeading, name)),
                CardPart.Text(lead),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonPlanMeeting, MeetingVerbs.Preview, ("committee", committee.Id.Value))]),
            ],
        });
    }
}
