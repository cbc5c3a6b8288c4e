using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Features.Rules.SetRule;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>How a rhythm looks: as facts, and by the days that come of it.</summary>
internal static class RhythmPart
{
    private const int ShownDays = 4;

    private const int YearsAhead = 12;

    /// <summary>Rhythm, how binding it is, time and place.</summary>
    public static FactSet Facts(Reader reader, RhythmRule rule) => new()
    {
        Facts =
        [
            new Fact(Messages.Get(reader, Sentence.FactRhythm), RhythmWords.Often(reader, rule)),
            .. rule.Rhythm is null ? Enumerable.Empty<Fact>() : [new Fact(Messages.Get(reader, Sentence.FactBinding), Messages.Get(reader, rule.IsSoft ? Sentence.RhythmIsSoft : Sentence.RhythmIsFirm))],
            new Fact(Messages.Get(reader, Sentence.FactUsually), Appointments.Time(reader, rule.Start)),
            new Fact(Messages.Get(reader, Sentence.FactWhere), rule.Place.Length == 0 ? Messages.Get(reader, Sentence.PlaceOpen) : CardText.Escape(rule.Place, LineBreaks.Collapse)),
        ],
    };

    /// <summary>The next four days that would be proposed, each with what is worth knowing about it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">Its holidays, and those of its schools.</param>
    /// <param name="rule">The rhythm.</param>
    /// <param name="from">The first day that comes into question.</param>
    public static IEnumerable<CardElement> NextDays(Reader reader, Network network, RhythmRule rule, LocalDate from)
    {
        if (rule is { NamesNoDay: true, Rhythm: { } vague })
        {
            yield return CardPart.Section(Messages.Get(reader, Sentence.RhythmNextSpans));
            yield return CardPart.List(vague.SpansFrom(from).Take(ShownDays).Select(span => RhythmWords.Span(reader, span)).DefaultIfEmpty(Messages.Get(reader, Sentence.RhythmNoMoreDays)));
        }

        if (rule.OnDays is not { } rhythm)
        {
            yield break;
        }

        var holidays = PublicHolidays.For(network.Land);
        var days = rhythm.ProposedDays(from, from.PlusYears(YearsAhead), holidays).Take(ShownDays).ToList();
        yield return CardPart.Section(Messages.Get(reader, Sentence.RhythmNextDays));
        yield return CardPart.List(days.Select(day => Line(reader, network, holidays, day)).DefaultIfEmpty(Messages.Get(reader, Sentence.RhythmNoMoreDays)));
    }

    /// <summary>The changes to come, the next first, each with the way to take it back.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Whose rhythm.</param>
    public static IEnumerable<CardElement> ToCome(Turn turn, Committee committee)
    {
        var changes = committee.Timeline.After(committee.Rules.EffectiveFrom)
            .Where(rules => RhythmRule.Of(committee.Timeline.InForce(rules.EffectiveFrom.PlusDays(-1))) != RhythmRule.Of(rules)).Take(TakeBack.MostShown);
        foreach (var rules in changes)
        {
            yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.RhythmComing, rules.EffectiveFrom));
            yield return Facts(turn.Reader, RhythmRule.Of(rules));
            foreach (var button in TakeBack.Button(turn, committee, rules.EffectiveFrom, RulesVerbs.AskTakeBackRhythm))
            {
                yield return button;
            }
        }
    }

    private static string Line(Reader reader, Network network, PublicHolidays holidays, RhythmDay day)
    {
        var said = Appointments.Day(reader, day.Day);
        if (holidays.On(day.Occurrence) is { } holiday && day.IsMoved)
        {
            said = Messages.Get(reader, Sentence.RhythmDayMoved, said, Appointments.Date(reader, day.Occurrence), DayHintPart.NameOf(reader, holiday));
        }

        return network.SchoolHolidays.FirstOrDefault(school => school.Contains(day.Day)) is { } school
            ? Messages.Get(reader, Sentence.RhythmDayInSchoolHolidays, said, CardText.Escape(school.Name, LineBreaks.Collapse))
            : said;
    }
}
