using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Memberships;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Expulsions.ProceedWith;

/// <summary>"Anhörung festhalten: Verein Brücke am 3.12.: Der Vorstand bestreitet den Vorwurf": a coordinator records how an organization was heard that did not answer here itself.</summary>
internal sealed partial class RecordHearing : ExpulsionStep
{
    private static readonly (HearingKind Kind, Sentence Title)[] Kinds =
        [(HearingKind.Oral, Sentence.HearingKindOral), (HearingKind.Written, Sentence.HearingKindWritten), (HearingKind.Declined, Sentence.HearingKindDeclined)];

    /// <inheritdoc/>
    public override CommandEntry Entry => CommandTable.RecordHearing;

    /// <inheritdoc/>
    public override Right Right => Right.RecordHearing;

    /// <inheritdoc/>
    public override Sentence Nothing => Sentence.RecordHearingNothing;

    /// <inheritdoc/>
    public override bool IsPossible(Turn turn, Expulsion expulsion) => expulsion is { State: ExpulsionState.Proposed, Hearing: not { IsOwn: true } };

    /// <inheritdoc/>
    public override (IReadOnlyList<Expulsion> Meant, StepFields Fields) Read(Turn turn, string line, IReadOnlyList<Expulsion> possible)
    {
        var match = Line().Match(line);
        var day = match.Groups["day"] is { Success: true, Value: var said } ? TermDay.Read(turn, said) is { } read ? TermDay.Write(read) : said : string.Empty;
        return (Named(possible, match.Groups["name"].Value), new StepFields(match.Groups["words"].Value, day));
    }

    /// <inheritdoc/>
    public override AdaptiveCard Card(Turn turn, Expulsion expulsion, StepFields fields, string? objection = null)
    {
        var reader = turn.Reader;
        var heading = Messages.Get(reader, Sentence.RecordHearingHeading, ExpulsionWords.Escaped(expulsion.Name));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                .. objection is null ? Enumerable.Empty<CardElement>() : [CardPart.Text(objection)],
                .. expulsion.Hearing is { } hearing ? [CardPart.Text(ExpulsionLines.Heard(reader, hearing))] : Enumerable.Empty<CardElement>(),
                CardPart.Text(Messages.Get(reader, Sentence.RecordHearingQuestion)),
                InputPart.Day(reader, StepFields.DayField, Sentence.InputHeardOn, TermDay.In(fields.Day) ?? turn.LocalNow.Date),
                new ChoiceSetInput
                {
                    Id = StepFields.KindField,
                    Label = Messages.Get(reader, Sentence.InputHeardHow),
                    Choices = [.. Kinds.Select(kind => new Choice(Messages.Get(reader, kind.Title), kind.Kind.ToString()))],
                    Value = KindOf(fields).ToString(),
                },
                InputPart.Text(reader, ReasonQuestion.ReasonField, Sentence.InputHeardWords, fields.Words, Expulsion.StatementLimit) with { IsMultiline = true },
                .. CardPart.Rows([Button(turn, Sentence.ButtonRecordHearing, expulsion), Leave(turn)]),
            ],
        };
    }

    /// <inheritdoc/>
    public override Task<Outcome<Expulsion>> DecideAsync(Turn turn, Expulsion expulsion, StepFields fields, CancellationToken cancellationToken) => Task.FromResult(
        (fields.Day.Length == 0 ? turn.LocalNow.Date : TermDay.In(fields.Day)) is { } on
            ? expulsion.RecordHearing(turn.Network, turn.Sender?.Id ?? default, KindOf(fields), on, fields.Words, turn.Now)
            // What is no day is as wrong as one to come, and the right is asked first all the same.
            : expulsion.RecordHearing(turn.Network, turn.Sender?.Id ?? default, KindOf(fields), turn.LocalNow.Date.PlusDays(1), fields.Words, turn.Now));

    private static HearingKind KindOf(StepFields fields) => Array.Find(Kinds, kind => kind.Kind.ToString() == fields.Kind).Title == default
        ? HearingKind.Oral
        : Array.Find(Kinds, kind => kind.Kind.ToString() == fields.Kind).Kind;

    [GeneratedRegex(@"^(?<name>.*?)(\s+(am|vom|on|of)\s+(?<day>[^:;,]+?))?(\s*[:;,]\s*(?<words>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
