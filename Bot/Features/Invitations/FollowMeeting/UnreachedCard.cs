using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Invitations.ResendMails;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Who could not be reached by mail, with names and why: for coordinators in 1:1 alone. What is said in a notification names nobody.</summary>
internal static class UnreachedCard
{
    private const int MostNames = 20;

    /// <summary>The message.</summary>
    public static Activity Message(
        Reader reader, Network network, Committee committee, Meeting meeting, int people, int underWay, IReadOnlyList<(PersonId Person, Delivery Line)> unreached) =>
        CardMessage.Of(reader, Render(reader, network, committee, meeting, people, underWay, unreached));

    /// <summary>Draws it.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">Gives the names.</param>
    /// <param name="committee">Whose meeting.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="people">How many were to be written to.</param>
    /// <param name="underWay">To how many of them it is still being tried.</param>
    /// <param name="unreached">To whom it is not tried any more.</param>
    public static AdaptiveCard Render(
        Reader reader, Network network, Committee committee, Meeting meeting, int people, int underWay, IReadOnlyList<(PersonId Person, Delivery Line)> unreached)
    {
        var heading = Messages.Get(reader, Sentence.UnreachedHeading, CardText.Escape(committee.Name, LineBreaks.Collapse), Appointments.Moment(reader, meeting.Day + meeting.Start));
        var counts = Messages.Get(reader, Sentence.UnreachedCounts, people - underWay - unreached.Count, people, unreached.Count);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + counts,
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(underWay > 0 ? counts + " " + Messages.Get(reader, Sentence.UnreachedUnderWay, underWay) : counts),
                CardPart.List(unreached.Take(MostNames).Select(one => Line(reader, network, one.Person, one.Line))),
                .. unreached.Count > MostNames ? new CardElement[] { CardPart.Subtle(Messages.Get(reader, Sentence.UnreachedMore, unreached.Count - MostNames)) } : [],
                CardPart.Subtle(Messages.Get(reader, Sentence.UnreachedHint)),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonResendMails, ResendVerbs.Resend, (ResendVerbs.MeetingField, meeting.Id.Value))]),
            ],
        };
    }

    private static string Line(Reader reader, Network network, PersonId person, Delivery line) => Messages.Get(
        reader,
        line switch
        {
            { State: DeliveryState.Failed, Error: { } code } when code.StartsWith("401", StringComparison.Ordinal) || code.StartsWith("403", StringComparison.Ordinal) => Sentence.UnreachedNotAllowed,
            { State: DeliveryState.Failed } => Sentence.UnreachedRefused,
            { Doubts: > 0 } => Sentence.UnreachedDoubtful,
            _ => Sentence.UnreachedBusy,
        },
        CardText.Escape(network.Person(person)?.Name ?? person.Value, LineBreaks.Collapse));
}
