using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Groups.ReportGroup;

/// <summary>Where a report is written, below what is said about it.</summary>
internal static class ReportCard
{
    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="group">Whose report.</param>
    /// <param name="lead">What is said. Markdown.</param>
    /// <param name="text">As far as it was written.</param>
    public static AdaptiveCard Render(Reader reader, Committee group, string lead, string text = "") => new()
    {
        Lang = reader.Language,
        FallbackText = lead,
        Body =
        [
            CardPart.Heading(Messages.Get(reader, Sentence.GroupReportItem, CardText.Escape(group.Name, LineBreaks.Collapse))),
            CardPart.Text(lead),
            InputPart.Text(reader, GroupVerbs.ReportField, Sentence.InputReport, text, GroupReport.TextLimit) with { IsMultiline = true },
            CardPart.Subtle(Messages.Get(reader, Sentence.GroupReportOrally)),
            .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonGiveReport, GroupVerbs.Report, (GroupVerbs.GroupField, group.Id.Value))]),
        ],
    };
}
