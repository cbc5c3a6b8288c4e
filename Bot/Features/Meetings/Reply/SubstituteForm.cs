using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.Reply;

/// <summary>The field for the name of who comes instead.</summary>
internal static class SubstituteForm
{
    /// <summary>Draws it, to be opened on another card.</summary>
    public static AdaptiveCard Render(Reader reader, Meeting meeting, string name) => new()
    {
        Lang = reader.Language,
        FallbackText = Messages.Get(reader, Sentence.ButtonSendSubstitute),
        Body = [CardPart.Section(Messages.Get(reader, Sentence.ButtonSendSubstitute)), InputPart.Required(reader, ReplyPart.Substitute, (Sentence.InputSubstitute, Sentence.RefusedSubstituteMissing), name, MeetingReply.NameLimit)],
        Actions = [CardPart.Button(reader, Sentence.ButtonNoteSubstitute, MeetingVerbs.SendSubstitute, ReplyPart.Data(meeting))],
    };
}
