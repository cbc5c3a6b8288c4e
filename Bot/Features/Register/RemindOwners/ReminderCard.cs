using Bot.Domain.Committees;
using Bot.Domain.Records;
using Bot.Features.Register.FollowResolution;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Register.RemindOwners;

/// <summary>Reminds of a resolution that is to be carried out, with what can be answered.</summary>
internal static class ReminderCard
{
    private const int LongestText = 1000;

    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network.</param>
    /// <param name="view">Which resolution.</param>
    /// <param name="lead">What is said. Markdown.</param>
    public static AdaptiveCard Render(Reader reader, Network network, ResolutionView view, string lead) => new()
    {
        Lang = reader.Language,
        FallbackText = lead,
        Body =
        [
            CardPart.Text(lead),
            CardPart.Section(FollowUpPart.TitleOf(view.Entry)),
            CardPart.Text(CardText.Escape(ShortText.Abbreviate(view.Entry.Text, LongestText))),
            CardPart.Subtle(CardText.Escape(network.Committee(view.Entry.Committee)?.Name ?? view.Entry.Committee.Value, LineBreaks.Collapse)),
            InputPart.Text(reader, ReportHandler.NoteField, Sentence.InputResolutionNote, string.Empty, ResolutionFollowUp.NoteLimit),
            .. CardPart.Rows(FollowUpPart.Reports(reader, view, mayReport: true)),
        ],
    };
}
