using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Privacy;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Privacy.KeepFor;

/// <summary>What is kept how long, what another time would change, and that it was set.</summary>
internal static class RetentionCard
{
    /// <summary>Name of the field that says what is changed; the number of look-ups has a name of its own.</summary>
    public const string What = "what", Number = "number", Before = "before", LookUpsADay = "LookUpsADay";

    /// <summary>Everything, with the form to change one thing.</summary>
    public static AdaptiveCard Render(Turn turn, RetentionStanding standing)
    {
        var (reader, heading, moments) = (turn.Reader, Messages.Get(turn.Reader, Sentence.RetentionHeading), Moments(turn, standing.Progress));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + ": " + moments,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.List(RetentionTable.All.Select(rule => Line(reader, rule, standing)).Append(Messages.Get(reader, Sentence.RetentionLookUpLimit, standing.Terms.LookUpsADay))),
                CardPart.Text(moments),
                CardPart.Subtle(Messages.Get(reader, Sentence.RetentionStays)),
                .. Inputs(reader),
                CardPart.Subtle(Messages.Get(reader, Sentence.RetentionHint)),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonPreview, PrivacyVerbs.PreviewRetention, turn.Form.Data)]),
            ],
        };
    }

    /// <summary>What a change would change, to be confirmed.</summary>
    /// <param name="turn">Who changes it.</param>
    /// <param name="change">The change.</param>
    /// <param name="due">How many rows the next deletion would delete of it; null where it deletes nothing.</param>
    /// <param name="lead">What is said above; null for nothing.</param>
    public static AdaptiveCard Preview(Turn turn, RetentionChange change, int? due, Sentence? lead = null)
    {
        (string, string)[] data = [(What, change.What), (Number, change.Number.ToString(CultureInfo.InvariantCulture)), (Before, change.Before.ToString(CultureInfo.InvariantCulture)), .. turn.Form.Data];
        return ChangeCard.Preview(
            turn.Reader,
            Sentence.RetentionHeading,
            lead is { } said ? Messages.Get(turn.Reader, said) : null,
            [change.Said(turn.Reader)],
            due is { } count ? [Messages.Get(turn.Reader, Sentence.RetentionPreviewDue, count)] : [],
            [
                CardPart.Button(turn.Reader, Sentence.ButtonSetupConfirm, PrivacyVerbs.SetRetention, data),
                CardPart.Button(turn.Reader, Sentence.ButtonDismiss, PrivacyVerbs.DismissRetention, turn.Form.Data),
            ]);
    }

    /// <summary>It was set.</summary>
    public static AdaptiveCard Set(Reader reader, string said)
    {
        var text = Messages.Get(reader, Sentence.RetentionSet, said);
        return new AdaptiveCard { Lang = reader.Language, FallbackText = text, Body = [CardPart.Text(text), .. CardPart.Rows([SuggestionCard.RunButton(reader, CommandTable.Retention)])] };
    }

    private static string Line(Reader reader, RetentionRule rule, RetentionStanding standing)
    {
        var due = standing.Due.GetValueOrDefault(rule.Kind) is > 0 and var count ? Messages.Get(reader, Sentence.RetentionDue, count) : Messages.Get(reader, Sentence.RetentionNoneDue);
        return rule.IsFixed
            ? Messages.Get(reader, Sentence.RetentionLineFixed, RetentionWords.Of(reader, rule.Kind), Messages.Get(reader, RetentionWords.After(rule)), due)
            : Messages.Get(
                reader, Sentence.RetentionLine, RetentionWords.Of(reader, rule.Kind), RetentionWords.Months(reader, standing.Terms.MonthsOf(rule.Kind)), Messages.Get(reader, RetentionWords.After(rule)), due);
    }

    private static string Moments(Turn turn, RetentionProgress? progress)
    {
        if (progress is null)
        {
            return Messages.Get(turn.Reader, Sentence.RetentionNextUnknown);
        }

        var next = Messages.Get(turn.Reader, Sentence.RetentionNext, Day(turn, progress.Next));
        return progress.Last is not { } last ? next
            : next + " " + (progress.Deleted.Values.Sum() == 0
                ? Messages.Get(turn.Reader, Sentence.RetentionLastNothing, Day(turn, last))
                : Messages.Get(turn.Reader, Sentence.RetentionLast, Day(turn, last), RetentionWords.Counts(turn.Reader, progress.Deleted)));
    }

    private static string Day(Turn turn, Instant moment) => Appointments.Date(turn.Reader, moment.InZone(turn.Network.Zone).Date);

    private static IEnumerable<InputElement> Inputs(Reader reader)
    {
        yield return new ChoiceSetInput
        {
            Id = What,
            Label = Messages.Get(reader, Sentence.RetentionInput),
            Choices =
            [
                .. RetentionTable.All.Where(rule => !rule.IsFixed).Select(rule => new Choice(RetentionWords.Of(reader, rule.Kind), rule.Kind.ToString())),
                new Choice(Messages.Get(reader, Sentence.RetentionInputLimit), LookUpsADay),
            ],
        };
        yield return InputPart.Text(reader, Number, Sentence.RetentionInputNumber, string.Empty, 3);
    }
}
