using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.PlanYear;

/// <summary>A year's meetings by month, a page at a time; for coordinators with what turns proposals into meetings.</summary>
internal static class YearPlanCard
{
    /// <summary>Name of the input that holds a proposal: committee and day.</summary>
    public const string ProposalField = "proposal";

    /// <summary>Name of the input that holds a committee all of whose proposals are meant.</summary>
    public const string AllField = "allOf";

    private const int Most = 24;

    /// <summary>Rhythms on the card; the others are asked for one by one.</summary>
    private const int MostRhythms = 8;

    /// <summary>Headings of months, inputs and buttons are on the card besides.</summary>
    private const int Budget = 13 * 1024;

    /// <summary>A longer name is cut in a list of choices.</summary>
    private const int LongestChoice = 60;

    /// <summary>Draws it.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="plan">The plan of the committees they may know of.</param>
    /// <param name="year">The year.</param>
    /// <param name="asked">What followed the command's words.</param>
    /// <param name="page">Which page.</param>
    public static AdaptiveCard Render(Turn turn, YearPlan plan, int year, string asked, PageRequest page)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.YearPlanHeading, year);
        var plans = turn.May(Right.CallMeeting);
        var lines = plan.Entries.Select(entry => new Line(KeyOf(entry), entry, TextOf(turn, plan, entry, plans))).ToList();
        var shown = Paging.Cut(lines, line => line.Key.Replace('|', ':'), line => CardSize.Of(line.Text) + (plans && line.Entry.Called is null ? 2 * CardSize.Of(ChoiceTitle(turn, line.Entry)) : 0) + 40, Most, page, Budget);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. shown.All == 0 ? [CardPart.Text(Messages.Get(reader, Sentence.YearPlanEmpty))] : ByMonth(reader, shown.Items),
                .. Paging.Line(reader, shown, (Messages.Get(reader, Sentence.CommandYearPlan) + " " + asked).Trim()),
                .. Rhythms(turn, plan),
                .. plans ? Planning(turn, year, shown.Items) : [],
            ],
            Actions = [.. RunCommandAction.PageButtons(reader, shown, CommandTable.YearPlan, asked)],
        };
    }

    /// <summary>How a proposal is called in a card's data: committee and day.</summary>
    public static string KeyOf(PlannedMeeting entry) => $"{entry.Slot.Committee}|{RowFormat.Write(entry.Slot.Day)}";

    private static IEnumerable<CardElement> ByMonth(Reader reader, IReadOnlyList<Line> lines) => lines
        .GroupBy(line => line.Entry.Slot.Day.Month)
        .SelectMany(month => new CardElement[]
        {
            CardPart.Section(Appointments.Month(reader, month.First().Entry.Slot.Day)),
            CardPart.List(month.Select(line => line.Text)),
        });

    /// <summary>One line: when, who, whether people are invited, and what is worth knowing.</summary>
    private static string TextOf(Turn turn, YearPlan plan, PlannedMeeting entry, bool names)
    {
        var (reader, network) = (turn.Reader, turn.Network);
        var name = CardText.Escape(network.Committee(entry.Slot.Committee)?.Name ?? entry.Slot.Committee.Value, LineBreaks.Collapse);
        var sentence = entry switch
        {
            { Called: not null } => Sentence.YearPlanCalled,
            { IsHint: true } => Sentence.YearPlanHint,
            _ => Sentence.YearPlanProposed,
        };
        var said = Messages.Get(reader, sentence, Appointments.ShortDay(reader, entry.Slot.Day), Appointments.Time(reader, entry.Slot.Start), name);
        if (entry.InsteadOf is { } occurrence && PublicHolidays.For(network.Land).On(occurrence) is { } holiday)
        {
            said = Messages.Get(reader, Sentence.RhythmDayMoved, said, Appointments.Date(reader, occurrence), DayHintPart.NameOf(reader, holiday));
        }

        if (network.SchoolHolidays.FirstOrDefault(school => school.Contains(entry.Slot.Day)) is { } school)
        {
            said = Messages.Get(reader, Sentence.RhythmDayInSchoolHolidays, said, CardText.Escape(school.Name, LineBreaks.Collapse));
        }

        return string.Join(' ', ClashPart.Lines(reader, network, [.. plan.ClashesOf(network, entry).Take(1)], names).Prepend(said));
    }

    /// <summary>How often the committees meet; of those whose rhythm names no day nothing else is on the card.</summary>
    private static IEnumerable<CardElement> Rhythms(Turn turn, YearPlan plan)
    {
        var lines = plan.Committees.Where(committee => committee.Rules.Rhythm is not null).Select(committee => (committee.Name, Rule: RhythmRule.Of(committee.Rules))).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        yield return CardPart.Section(Messages.Get(turn.Reader, Sentence.YearPlanRhythms));
        yield return CardPart.List(lines.Take(MostRhythms).Select(line => Messages.Get(
            turn.Reader, Sentence.YearPlanRhythm, CardText.Escape(ShortText.Abbreviate(line.Name, LongestChoice), LineBreaks.Collapse),
            RhythmWords.Whole(turn.Reader, line.Rule, CardText.Escape(ShortText.Abbreviate(line.Rule.Place, LongestChoice), LineBreaks.Collapse)))));
        if (lines.Count > MostRhythms)
        {
            yield return CardPart.Subtle(Messages.Get(turn.Reader, Sentence.YearPlanFurtherRhythms));
        }
    }

    private static IEnumerable<CardElement> Planning(Turn turn, int year, IReadOnlyList<Line> lines)
    {
        var proposals = lines.Where(line => line.Entry.Called is null).ToList();
        if (proposals.Count == 0)
        {
            yield break;
        }

        var data = new[] { ("year", year.ToString(CultureInfo.InvariantCulture)) };
        yield return new ChoiceSetInput
        {
            Id = ProposalField, Label = Messages.Get(turn.Reader, Sentence.InputProposal), Choices = [.. proposals.Select(line => new Choice(ChoiceTitle(turn, line.Entry), line.Key))],
        };
        yield return new ActionSet { Actions = [CardPart.Button(turn.Reader, Sentence.ButtonCheckProposal, MeetingVerbs.PreviewProposal, [.. data, .. turn.Form.Data])] };
        yield return new ChoiceSetInput
        {
            Id = AllField, Label = Messages.Get(turn.Reader, Sentence.InputAllProposals),
            Choices = [.. proposals.Select(line => line.Entry.Slot.Committee).Distinct().Select(id => new Choice(ShortText.Abbreviate(turn.Network.Committee(id)?.Name ?? id.Value, LongestChoice), id.Value))],
        };
        yield return new ActionSet { Actions = [CardPart.Button(turn.Reader, Sentence.ButtonCheckAll, MeetingVerbs.PreviewAll, [.. data, .. turn.Form.Data])] };
    }

    private static string ChoiceTitle(Turn turn, PlannedMeeting entry) => ShortText.Abbreviate(
        Messages.Get(turn.Reader, Sentence.YearPlanChoice, Appointments.ShortDay(turn.Reader, entry.Slot.Day), turn.Network.Committee(entry.Slot.Committee)?.Name ?? entry.Slot.Committee.Value),
        LongestChoice);

    private sealed record Line(string Key, PlannedMeeting Entry, string Text);
}
