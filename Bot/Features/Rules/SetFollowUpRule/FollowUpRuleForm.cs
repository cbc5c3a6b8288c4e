using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetFollowUpRule;

/// <summary>The form for follow-up meetings, filled in with the present rule or with what was understood.</summary>
internal static class FollowUpRuleForm
{
    private const int QuorumLimit = 100;

    private const string Yes = "yes", No = "no";

    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Whose rule.</param>
    /// <param name="rule">What stands in the fields; null for no follow-up meeting.</param>
    /// <param name="day">From which day on; null while it is not known.</param>
    /// <param name="objections">What was asked back or refused. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, FollowUpRule? rule, LocalDate? day, params IReadOnlyList<string> objections)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.RuleFormHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), Messages.Get(reader, Sentence.CommandFollowUp));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', objections.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. objections.Select(CardPart.Text),
                CardPart.Subtle(Messages.Get(reader, Sentence.FollowUpRuleExplained)),
                new ChoiceSetInput
                {
                    Id = "allowed",
                    Label = Messages.Get(reader, Sentence.InputFollowUpAllowed),
                    Choices = [new Choice(Messages.Get(reader, Sentence.FollowUpRuleAllowed), Yes), new Choice(Messages.Get(reader, Sentence.FollowUpRuleNone), No)],
                    Value = rule is null ? No : Yes,
                },
                new NumberInput
                {
                    Id = "notice",
                    Label = Messages.Get(reader, Sentence.InputFollowUpNotice),
                    Min = NoticePeriod.MinDays,
                    Max = NoticePeriod.MaxDays,
                    Value = rule is { IsSound: true } ? rule.NoticeDays : committee.Rules.Notice.Days,
                },
                InputPart.Text(reader, "quorum", Sentence.InputFollowUpQuorum, rule is null ? string.Empty : FollowUpRuleWords.Quorum(reader, rule), QuorumLimit),
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
                CardPart.Button(reader, Sentence.ButtonPreview, RulesVerbs.PreviewFollowUps,
                    [("committee", committee.Id.Value), ("latest", committee.Timeline.Latest.ToString(CultureInfo.InvariantCulture)), .. turn.Form.Data]),
                CardPart.Button(reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>Reads the fields of a form that came in; anybody can make it up.</summary>
    /// <param name="form">The form.</param>
    /// <param name="isUnclear">Whether the quorum was not understood.</param>
    public static FollowUpRule? Read(CardForm form, out bool isUnclear)
    {
        isUnclear = false;
        if (form["allowed"] != Yes)
        {
            return null;
        }

        var bare = new FollowUpRule(form.Number("notice") ?? 0);
        var read = FollowUpRuleReader.WithQuorum(bare, ShortText.Cut(form["quorum"], QuorumLimit));
        isUnclear = read is null;
        return read ?? bare;
    }
}
