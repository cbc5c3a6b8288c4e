using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.Reply;

/// <summary>What somebody sees after answering an invitation, with the ways to answer otherwise; and which of several meetings they mean.</summary>
internal static class ReplyCard
{
    private const int MostMeetings = 10;

    /// <summary>Draws the answer as it is noted.</summary>
    public static AdaptiveCard Render(Turn turn, Committee committee, Meeting meeting, MeetingReply reply)
    {
        var said = Said(turn, committee, meeting, reply);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = said,
            Body = [CardPart.Text(said), CardPart.Subtle(Messages.Get(turn.Reader, Sentence.ReplyCanChange)), .. ReplyPart.Rows(turn.Reader, meeting)],
        };
    }

    /// <summary>What was noted, in one sentence or two. Markdown.</summary>
    public static string Said(Turn turn, Committee committee, Meeting meeting, MeetingReply reply)
    {
        var reader = turn.Reader;
        var title = MeetingCard.Title(reader, turn.Network, meeting);
        var sender = CardText.Escape(turn.SenderName, LineBreaks.Collapse);
        var name = CardText.Escape(reply.SubstituteName, LineBreaks.Collapse);
        return reply switch
        {
            { Kind: ReplyKind.Accepted } => Messages.Get(reader, Sentence.ReplyAccepted, sender, title),
            { Kind: ReplyKind.Regretted } => Messages.Get(reader, Sentence.ReplyRegretted, sender, title),
            { Substitute: not null } => Messages.Get(reader, Sentence.ReplySubstitute, sender, title, name),
            _ => Messages.Get(reader, committee.Kind == CommitteeKind.GeneralAssembly ? Sentence.ReplyGuest : Sentence.ReplyGuestInPerson, sender, title, name),
        };
    }

    /// <summary>Asks which meeting is meant.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="meetings">At least two, the nearest first.</param>
    /// <param name="verb">What is to be done with the chosen one.</param>
    /// <param name="name">Who comes instead; empty for nobody.</param>
    public static AdaptiveCard Which(Turn turn, IReadOnlyList<Meeting> meetings, string verb, string name = "")
    {
        var question = Messages.Get(turn.Reader, Sentence.ReplyToWhich);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = question,
            Body =
            [
                CardPart.Text(question),
                .. meetings.Take(MostMeetings).SelectMany(meeting => new CardElement[]
                {
                    CardPart.Section(MeetingCard.Title(turn.Reader, turn.Network, meeting)),
                    new ActionSet { Actions = [CardPart.Button(turn.Reader, TitleOf(verb), verb, [.. ReplyPart.Data(meeting), .. name.Length > 0 ? new[] { (ReplyPart.Substitute, name) } : []])] },
                }),
            ],
        };
    }

    private static Sentence TitleOf(string verb) => verb switch
    {
        MeetingVerbs.Accept => Sentence.ButtonAccept,
        MeetingVerbs.Regret => Sentence.ButtonRegret,
        MeetingVerbs.SendSubstitute => Sentence.ButtonSendSubstitute,
        _ => Sentence.CommandReplies,
    };
}
