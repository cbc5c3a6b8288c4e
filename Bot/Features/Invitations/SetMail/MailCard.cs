using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Invitations.SetMail;

/// <summary>Asks once before a mail address is kept, and says what it is for: to be seen by whoever entered it, in their own chat, and by nobody else.</summary>
internal static class MailCard
{
    /// <summary>Draws the question.</summary>
    /// <param name="turn">Who entered it.</param>
    /// <param name="whose">Whose address it is.</param>
    /// <param name="address">The address.</param>
    public static AdaptiveCard Render(Turn turn, Person whose, MailAddress address)
    {
        var shown = CardText.Escape(address.Value);
        var question = whose.Id == turn.Sender?.Id
            ? Messages.Get(turn.Reader, Sentence.MailQuestionOwn, shown)
            : Messages.Get(turn.Reader, Sentence.MailQuestionOf, CardText.Escape(whose.Name, LineBreaks.Collapse), shown);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            // What a notification shows is read by whoever sees the telephone: no address in it.
            FallbackText = Messages.Get(turn.Reader, Sentence.MailHeading),
            Body =
            [
                CardPart.Heading(Messages.Get(turn.Reader, Sentence.MailHeading)),
                CardPart.Text(question),
                .. CardPart.Rows(
                [
                    CardPart.Button(turn.Reader, Sentence.ButtonSaveMail, MailVerbs.Save, (MailVerbs.PersonField, whose.Id.Value), (MailVerbs.AddressField, address.Value)),
                    CardPart.Button(turn.Reader, Sentence.ButtonDismiss, MailVerbs.Leave),
                ]),
            ],
        };
    }
}
