using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetElectionRule;

/// <summary>The form for how it is elected, filled in with the present rule or with what was understood.</summary>
internal static class ElectionRuleForm
{
    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Whose rule.</param>
    /// <param name="rule">What stands in the fields.</param>
    /// <param name="day">From which day on; null while it is not known.</param>
    /// <param name="objections">What was asked back or refused. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, ElectionRule rule, LocalDate? day, params IReadOnlyList<string> objections)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.RuleFormHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), RuleWords.Kind(reader, MotionKind.Election));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', objections.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. objections.Select(CardPart.Text),
                Choices(reader, "allowed", Sentence.InputElectionAllowed, string.Join(',', Enum.GetValues<ElectionMethod>().Where(rule.Allows)), Methods(reader)) with { IsMultiSelect = true, Style = ChoiceSetStyle.Expanded },
                Choices(reader, "method", Sentence.InputElectionUsually, rule.Method.ToString(), Methods(reader)),
                Choices(reader, "seats", Sentence.FactSeatMethod, rule.Seats.ToString(), Enum.GetValues<SeatMethod>().Select(method => new Choice(ElectionRuleWords.Seats(reader, method), method.ToString()))),
                Number(reader, "absolute", Sentence.InputElectionAbsolute, 0, ElectionRule.MostOfRounds, rule.AbsoluteRounds),
                Number(reader, "rounds", Sentence.InputElectionRounds, 1, ElectionRule.MostOfRounds, rule.MostRounds),
                Choices(reader, "tie", Sentence.InputElectionTie, rule.Tie.ToString(), Enum.GetValues<ElectionTie>().Select(tie => new Choice(ElectionRuleWords.Tie(reader, tie), tie.ToString()))),
                Choices(reader, "secrecy", Sentence.InputSecrecy, rule.Secrecy.ToString(),
                    new[] { BallotSecrecy.Secret, BallotSecrecy.Open }.Select(secrecy => new Choice(ElectionRuleWords.Secrecy(reader, secrecy), secrecy.ToString()))),
                Number(reader, "term", Sentence.InputElectionTerm, 1, ElectionRule.LongestTerm, rule.TermMonths),
                Number(reader, "acceptance", Sentence.InputElectionAcceptance, 1, ElectionRule.LongestAcceptance, rule.AcceptanceDays),
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
                CardPart.Button(reader, Sentence.ButtonPreview, RulesVerbs.PreviewElections,
                    [("committee", committee.Id.Value), ("latest", committee.Timeline.Latest.ToString(CultureInfo.InvariantCulture)), .. turn.Form.Data]),
                CardPart.Button(reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>Reads the fields of a form that came in; anybody can make it up, and what is no choice is the first one.</summary>
    /// <returns>The rule; it is sound only when the usual way is an allowed one and every number is within its bounds.</returns>
    public static ElectionRule Read(CardForm form) => new()
    {
        Allowed = form["allowed"].Split(',').Select(name => Named<ElectionMethod>(name)).OfType<ElectionMethod>().Aggregate(ElectionMethods.None, (all, method) => all | (ElectionMethods)(1 << (int)method)),
        Method = Named<ElectionMethod>(form["method"]) ?? default,
        Seats = Named<SeatMethod>(form["seats"]) ?? default,
        AbsoluteRounds = form.Number("absolute") ?? -1,
        MostRounds = form.Number("rounds") ?? 0,
        Tie = Named<ElectionTie>(form["tie"]) ?? default,
        Secrecy = form["secrecy"] == nameof(BallotSecrecy.Open) ? BallotSecrecy.Open : BallotSecrecy.Secret,
        TermMonths = form.Number("term") ?? 0,
        AcceptanceDays = form.Number("acceptance") ?? 0,
    };

    /// <summary>By name only: the framework's own parser would also take numbers.</summary>
    private static T? Named<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => value.ToString() == name).Cast<T?>().FirstOrDefault();

    private static IEnumerable<Choice> Methods(Reader reader) => Enum.GetValues<ElectionMethod>().Select(method => new Choice(ElectionRuleWords.Name(reader, method), method.ToString()));

    private static ChoiceSetInput Choices(Reader reader, string id, Sentence label, string value, IEnumerable<Choice> choices) => new()
    {
        Id = id, Label = Messages.Get(reader, label), Choices = [.. choices], Value = value.Length == 0 ? null : value,
    };

    private static NumberInput Number(Reader reader, string id, Sentence label, int least, int most, int value) => new()
    {
        Id = id, Label = Messages.Get(reader, label), Min = least, Max = most, Value = value >= least && value <= most ? value : null,
    };
}
