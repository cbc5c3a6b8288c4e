using System.Linq;
using Bot.Domain.Privacy;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Privacy.ShowAudit;

/// <summary>Draws the audit log.</summary>
internal static class AuditCard
{
    /// <summary>Draws a page.</summary>
    /// <param name="turn">Who reads.</param>
    /// <param name="filter">What was asked for.</param>
    /// <param name="page">The page.</param>
    /// <param name="known">What is known of the things entries are about.</param>
    /// <param name="asked">What followed the command's words.</param>
    public static AdaptiveCard Render(Turn turn, AuditFilter filter, Page<AuditEntry> page, AuditedThings known, string asked)
    {
        var (reader, heading) = (turn.Reader, Messages.Get(turn.Reader, Sentence.AuditHeading));
        var only = Only(turn, filter);
        var none = Messages.Get(reader, Sentence.AuditNone);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + ": " + (page.All == 0 ? none : PlainText.Of(AuditWords.Line(turn, page.Items[0], known))),
            Body =
            [
                CardPart.Heading(heading),
                .. only.Length == 0 ? Enumerable.Empty<CardElement>() : [CardPart.Subtle(Messages.Get(reader, Sentence.AuditOnly, CardText.Escape(only, LineBreaks.Collapse)))],
                page.All == 0 ? CardPart.Text(none) : CardPart.List(page.Items.Select(entry => AuditWords.Line(turn, entry, known))),
                .. Paging.Line(reader, page, (Messages.Get(reader, Sentence.CommandAudit) + " " + asked).TrimEnd()),
                CardPart.Subtle(Messages.Get(reader, Sentence.AuditHint)),
                .. CardPart.Rows(RunCommandAction.PageButtons(reader, page, CommandTable.Audit, asked)),
            ],
        };
    }

    private static string Only(Turn turn, AuditFilter filter) => string.Join(
        ", ",
        new[]
        {
            filter.Kind is { } kind ? Messages.Get(turn.Reader, AuditWords.Of(kind)) : null,
            filter.Month is { } month ? Appointments.Month(turn.Reader, month) : null,
            filter.Person?.Name,
        }.OfType<string>());
}
