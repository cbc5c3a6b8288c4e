using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetRule;

/// <summary>The form of a rule, filled in with the present one or with what was understood.</summary>
internal static class RuleForm
{
    /// <summary>The longest words of a rule, in UTF-16 units.</summary>
    public const int TextLimit = 300;

    /// <summary>Draws the form.</summary>
    /// <param name="turn">Who sees it.</param>
    /// <param name="committee">Whose rule.</param>
    /// <param name="kind">For which decisions.</param>
    /// <param name="fields">What stands in the fields.</param>
    /// <param name="day">From which day on; null while it is not known.</param>
    /// <param name="objections">What was asked back or refused. Markdown.</param>
    public static AdaptiveCard Render(Turn turn, Committee committee, DecisionKind kind, RuleFields fields, LocalDate? day, params IReadOnlyList<string> objections)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.RuleFormHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), kind.Title(reader));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = string.Join(' ', objections.Prepend(heading)),
            Body =
            [
                CardPart.Heading(heading),
                .. objections.Select(CardPart.Text),
                .. MayBeUsual(committee, kind, fields)
                    ? [Toggle(reader, "asUsual", Sentence.InputAsUsual, Sentence.RuleAsUsualAgain, fields.AsUsual)]
                    : Enumerable.Empty<CardElement>(),
                Text(reader, "majority", Sentence.InputMajority, fields.Majority) with { IsRequired = true, ErrorMessage = Messages.Get(reader, Sentence.InputMajorityMissing) },
                Text(reader, "quorum", Sentence.InputQuorum, fields.Quorum) with { Placeholder = Messages.Get(reader, Sentence.RuleQuorumNone) },
                Choices(reader, "tie", Sentence.InputTie, fields.Tie, Enum.GetValues<TieRule>().Select(tie => new Choice(RuleWords.Tie(reader, tie), tie.ToString()))),
                Toggle(reader, "objection", Sentence.InputVeto, Sentence.RuleObjectionBlocks, fields.Objection),
                Toggle(reader, "abstentions", Sentence.InputAbstentions, Sentence.RuleAbstentionsBlock, fields.Abstentions),
                Choices(reader, "secrecy", Sentence.InputSecrecy, fields.Secrecy,
                [
                    new Choice(Messages.Get(reader, Sentence.RuleSecretNever), RuleFields.Never),
                    new Choice(Messages.Get(reader, Sentence.RuleSecretAlways), RuleFields.Always),
                    new Choice(Messages.Get(reader, Sentence.SecretOnRequest), RuleFields.OnRequest),
                ]),
                Text(reader, "asking", Sentence.InputAsking, fields.Asking) with { Placeholder = Messages.Get(reader, Sentence.InputAskingExample) },
                Choices(reader, "voters", Sentence.InputVoters, fields.Voters, Enum.GetValues<VotingRight>().Select(right => new Choice(RuleWords.Voters(reader, right), right.ToString()))),
                Toggle(reader, "change", Sentence.InputChange, Sentence.RuleVoteChangeable, fields.Change),
                .. kind.Motion is MotionKind.Expulsion
                    ? [Toggle(reader, "concerned", Sentence.InputConcerned, Sentence.RuleConcernedVotes, fields.Concerned)]
                    : Enumerable.Empty<CardElement>(),
                Text(reader, "circular", Sentence.InputCircular, fields.Circular) with { IsRequired = true, ErrorMessage = Messages.Get(reader, Sentence.InputMajorityMissing) },
                From(turn, day),
            ],
            Actions =
            [
                CardPart.Button(reader, Sentence.ButtonPreview, RulesVerbs.Preview, Data(turn, committee, kind)),
                CardPart.Button(reader, Sentence.ButtonDismiss, RulesVerbs.Dismiss, turn.Form.Data) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>Where the kind has a rule of its own, now or in a version to come; and where somebody has asked for it already.</summary>
    private static bool MayBeUsual(Committee committee, DecisionKind kind, RuleFields fields) =>
        kind.Motion is not null && (fields.IsUsual || committee.Timeline.Versions.Append(committee.Rules).Any(rules => !rules.IsUsual(kind.Motion)));

    private static (string Name, string Value)[] Data(Turn turn, Committee committee, DecisionKind kind) =>
    [
        ("committee", committee.Id.Value), ("kind", kind.Name), ("latest", committee.Timeline.Latest.ToString(CultureInfo.InvariantCulture)), .. turn.Form.Data,
    ];

    private static DateInput From(Turn turn, LocalDate? day) => new()
    {
        Id = "from",
        Label = Messages.Get(turn.Reader, Sentence.InputRulesFrom),
        IsRequired = true,
        ErrorMessage = Messages.Get(turn.Reader, Sentence.InputRulesFromMissing),
        Min = LocalDatePattern.Iso.Format(turn.LocalNow.Date),
        Value = day is { } known ? LocalDatePattern.Iso.Format(known) : null,
    };

    private static TextInput Text(Reader reader, string id, Sentence label, string value) => new()
    {
        Id = id,
        Label = Messages.Get(reader, label),
        MaxLength = TextLimit,
        Value = value.Length == 0 ? null : ShortText.Cut(value, TextLimit),
    };

    private static ChoiceSetInput Choices(Reader reader, string id, Sentence label, string value, IEnumerable<Choice> choices) => new()
    {
        Id = id,
        Label = Messages.Get(reader, label),
        Choices = [.. choices],
        Value = value,
    };

    private static ToggleInput Toggle(Reader reader, string id, Sentence label, Sentence title, string value) => new()
    {
        Id = id,
        Label = Messages.Get(reader, label),
        Title = Messages.Get(reader, title),
        Value = value,
    };
}
