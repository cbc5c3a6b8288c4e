using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>"Stellungnahme: Wir sehen das anders, weil …": whoever acts for an organization answers a motion to expel it, in its own words, or says that it makes no statement.</summary>
internal sealed partial class AnswerExpulsion : ExpulsionStep
{
    private static readonly FrozenSet<string> NoneWords = FrozenSet.ToFrozenSet(["keine", "keine stellungnahme", "none", "no statement"], System.StringComparer.Ordinal);

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.AnswerExpulsion;

    /// <inheritdoc/>
    public override Right Right => Right.AnswerExpulsion;

    /// <inheritdoc/>
    public override Sentence Nothing => Sentence.AnswerNothing;

    /// <inheritdoc/>
    public override bool IsPossible(Turn turn, Expulsion expulsion) => expulsion.State == ExpulsionState.Proposed;

    /// <summary>A name before a colon is only taken for one where it is that of a case; otherwise everything is the statement.</summary>
    public override (IReadOnlyList<Expulsion> Meant, StepFields Fields) Read(Turn turn, string line, IReadOnlyList<Expulsion> possible)
    {
        var match = OfWhom().Match(line);
        return match.Success && Named(possible, match.Groups["name"].Value) is [var one]
            ? ([one], Written(match.Groups["words"].Value))
            : possible.Count > 1 && Named(possible, line) is [var named] ? ([named], new StepFields()) : (possible, Written(line));
    }

    /// <inheritdoc/>
    public override AdaptiveCard Card(Turn turn, Expulsion expulsion, StepFields fields, string? objection = null)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.AnswerHeading, ExpulsionWords.Escaped(expulsion.Name));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                CardPart.Text(Messages.Get(reader, Sentence.ExpulsionLineReasons, ExpulsionWords.Escaped(expulsion.Reasons))),
                .. expulsion.Hearing is { } hearing ? [CardPart.Text(ExpulsionLines.Heard(reader, hearing))] : Enumerable.Empty<CardElement>(),
                CardPart.Subtle(Messages.Get(reader, Sentence.AnswerHint, expulsion.AnswerBy)),
                InputPart.Required(reader, ReasonQuestion.ReasonField, (Sentence.InputStatement, Sentence.RefusedStatementMissing), fields.Words, Expulsion.StatementLimit) with { IsMultiline = true },
                .. CardPart.Rows(
                [
                    Button(turn, Sentence.ButtonAnswer, expulsion),
                    Button(turn, Sentence.ButtonAnswerNothing, expulsion, (StepFields.KindField, nameof(HearingKind.Declined))) with { AssociatedInputs = AssociatedInputs.None },
                    Leave(turn),
                ]),
            ],
        };
    }

    /// <inheritdoc/>
    public override Task<Outcome<Expulsion>> DecideAsync(Turn turn, Expulsion expulsion, StepFields fields, CancellationToken cancellationToken) =>
        Task.FromResult(expulsion.Answer(turn.Network, turn.Sender?.Id ?? default, fields.Kind == nameof(HearingKind.Declined) ? null : fields.Words, turn.Now));

    /// <inheritdoc/>
    public override string Said(Turn turn, Expulsion expulsion) =>
        Messages.Get(turn.Reader, expulsion.Hearing is { Kind: HearingKind.Declined } ? Sentence.AnswerNotMade : Sentence.AnswerTaken, ExpulsionWords.Escaped(expulsion.Name));

    /// <inheritdoc/>
    protected override bool IsOwner(Network network, Expulsion expulsion, PersonId person) => expulsion.Concerns(network, person);

    private static StepFields Written(string words) => new(NoneWords.Contains(CommandText.Fold(words).Trim('.', ' ', '!')) ? string.Empty : words);

    [GeneratedRegex(@"^(?<name>[^:]{2,120}):\s*(?<words>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfWhom();
}
