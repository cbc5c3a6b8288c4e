using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Rights;
using Bot.Domain;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.CorrectResolution;

/// <summary>"Berichtigung zum Beschluss 2026-07: … Grund: …": shows what would be recorded, to be confirmed. For coordinators, in 1:1.</summary>
internal sealed partial class CorrectResolutionCommand(ResolutionViews views) : ICommand
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.CorrectResolution;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text) => Shape().IsMatch(text.Folded) ? CommandMatch.Certain : Entry.Match(text);

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.CorrectResolution) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ResolutionFormInPrivate));
        }

        if (ResolutionQuery.NumberIn(text.FoldedBeforeColon) is not { } number)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ResolutionWhich));
        }

        if (await views.FindAsync(turn, number, cancellationToken) is not { } view)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.ResolutionUnknown, number.ToString())));
        }

        var (wording, reason) = Parts(text.AfterColon);
        var card = ResolutionCorrectionForm.Render(turn, view, wording, reason, null);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    /// <summary>The new wording, and the reason after its word.</summary>
    internal static (string Wording, string Reason) Parts(string typed) => ReasonWord().Match(typed) is { Success: true } match
        ? (typed[..match.Index].Trim(), typed[(match.Index + match.Length)..].Trim())
        : (typed, string.Empty);

    [GeneratedRegex(@"^\s*(berichtigung (zum|zu|des|von) (dem )?beschluss(es)?|beschluss (berichtigen|korrigieren)|correct(ion of|ion to)? (the )?resolution)\b", Plain, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"(^|[\s.,;])(grund|begr\u00FCndung|begruendung|reason)\s*:", Plain, 1000)]
    private static partial Regex ReasonWord();
}

/// <summary>[Berichtigen] beside an entry: shows the form.</summary>
internal sealed class AskCorrectResolutionAction(ResolutionViews views) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => ResolutionVerbs.AskCorrect;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        var number = ResolutionQuery.NumberIn(form[ResolutionVerbs.NumberField]);
        if (turn.WhyNot(Right.CorrectResolution) is { } refusal)
        {
            return new CardReply.Say(RefusalText.Plain(turn, refusal));
        }

        return turn.IsPersonal && await views.FindAsync(turn, number, cancellationToken) is { } view
            ? new CardReply.Replace(ResolutionCorrectionForm.Render(turn, view, view.Entry.Text, string.Empty, null))
            : new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.ResolutionUnknown, number?.ToString() ?? string.Empty)));
    }
}
