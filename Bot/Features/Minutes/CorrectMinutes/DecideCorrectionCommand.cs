using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Minutes;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Minutes.CorrectMinutes;

/// <summary>"Berichtigungen entscheiden", "Berichtigung 3 Beirat", "Berichtigung ablehnen: Grund": shows the correction that waits, to be decided.</summary>
internal sealed partial class DecideCorrectionCommand(MinutesFinder finder) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.DecideCorrection;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MinutesInPrivate));
        }

        var wanted = Wanted().Match(text.FoldedBeforeColon) is { Success: true } match ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        foreach (var (minutes, _) in await finder.ReadableAsync(turn, wanted is null ? text.FoldedBeforeColon : Wanted().Replace(text.FoldedBeforeColon, string.Empty), cancellationToken))
        {
            if (await finder.FindAsync(turn, minutes.Meeting.Value, cancellationToken) is { } view && view.IsLedBy(turn)
                && view.Minutes.Corrections.FirstOrDefault(one => one.State == CorrectionState.Proposed && (wanted is null || one.Number == wanted)) is { } correction)
            {
                var card = CorrectionCard.Render(turn, view, correction, text.AfterColon);
                return new Answer.Card(card, card.FallbackText ?? string.Empty);
            }
        }

        return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoCorrections));
    }

    [GeneratedRegex(@"\b(nr\.?|nummer|no\.?|number) ?(?<number>\d{1,3})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wanted();
}

/// <summary>[Berichtigungen entscheiden]: shows the next that waits.</summary>
internal sealed class ShowCorrectionAction(MinutesFinder finder) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MinutesVerbs.ShowCorrection;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || await finder.FindAsync(turn, form.Id(MinutesVerbs.MeetingField), cancellationToken) is not { } view || !view.IsLedBy(turn))
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MinutesNotFound)));
        }

        return view.Minutes.Corrections.FirstOrDefault(one => one.State == CorrectionState.Proposed) is { } correction
            ? new CardReply.Replace(CorrectionCard.Render(turn, view, correction))
            : new CardReply.Say(Messages.Get(turn.Reader, Sentence.NoCorrections));
    }
}
