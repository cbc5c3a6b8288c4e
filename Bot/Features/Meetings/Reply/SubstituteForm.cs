using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.Reply;

/// <summary>The field for the name of who comes instead.</summary>
internal static class SubstituteForm
{
    /// <summary>Draws it, for the date that is asked about now.</summary>
    public static AdaptiveCard Render(Reader reader, Network network, Meeting meeting)
    {
        var heading = Messages.Get(reader, Sentence.SubstituteFormHeading, MeetingCard.Title(reader, network, meeting));
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading,
            Body =
            [
                CardPart.Heading(heading),
                InputPart.Required(reader, ReplyPart.Substitute, (Sentence.InputSubstitute, Sentence.RefusedSubstituteMissing), string.Empty, MeetingReply.NameLimit),
            ],
            Actions = [CardPart.Button(reader, Sentence.ButtonNoteSubstitute, MeetingVerbs.SendSubstitute, ReplyPart.Data(meeting))],
        };
    }
}
