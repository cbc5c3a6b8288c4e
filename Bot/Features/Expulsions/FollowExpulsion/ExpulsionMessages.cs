using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Expulsions.FollowExpulsion;

/// <summary>What people are told of an expulsion case, with what they can do next.</summary>
internal static class ExpulsionMessages
{
    /// <summary>To those who act for the organization: that its expulsion was proposed, why, and how to answer; to whom it is said only after the deadline, whether that is still possible.</summary>
    public static Activity Invitation(Reader reader, Network network, Expulsion expulsion, LocalDate today)
    {
        var isLate = today > expulsion.AnswerBy;
        var said = Messages.Get(
            reader, isLate ? Sentence.ExpulsionInvitationLate : Sentence.ExpulsionInvitation, Name(expulsion), Proposer(network, expulsion), ExpulsionWords.Escaped(expulsion.Reasons), expulsion.AnswerBy);
        var isOpen = !isLate || expulsion.State == ExpulsionState.Proposed;
        return With(
            reader, isLate && isOpen ? said + " " + Messages.Get(reader, Sentence.ExpulsionInvitationStillOpen) : said, isOpen ? Answering(reader, expulsion) : []);
    }

    /// <summary>To the same: that the deadline is near.</summary>
    public static Activity Reminder(Reader reader, Expulsion expulsion) =>
        With(reader, Messages.Get(reader, Sentence.ExpulsionReminder, Name(expulsion), expulsion.AnswerBy), Answering(reader, expulsion));

    /// <summary>To the coordinators: that it was proposed.</summary>
    public static Activity Proposed(Reader reader, Network network, Expulsion expulsion, bool isReachable)
    {
        var said = Messages.Get(reader, Sentence.ExpulsionArrived, Name(expulsion), Proposer(network, expulsion), ExpulsionWords.Escaped(expulsion.Reasons), expulsion.AnswerBy);
        return With(
            reader, isReachable ? said : said + " " + Messages.Get(reader, Sentence.ExpulsionHintNobody), Button(reader, Sentence.ButtonAskHearing, CommandTable.RecordHearing.Name + ExpulsionVerbs.AskSuffix, expulsion));
    }

    /// <summary>To the coordinators: that the organization was heard, and what it said.</summary>
    public static Activity Heard(Reader reader, Expulsion expulsion, Hearing hearing) =>
        With(reader, Messages.Get(reader, Sentence.ExpulsionHeard, Name(expulsion)) + " " + ExpulsionLines.Heard(reader, hearing), Passing(reader, expulsion));

    /// <summary>To the coordinators: that the organization has let the deadline pass.</summary>
    public static Activity Passed(Reader reader, Expulsion expulsion) =>
        With(reader, Messages.Get(reader, Sentence.ExpulsionPassed, Name(expulsion), expulsion.AnswerBy), Passing(reader, expulsion));

    /// <summary>To the coordinators: that the board recommends nothing.</summary>
    public static Activity Unadvised(Reader reader, Expulsion expulsion) =>
        With(reader, Messages.Get(reader, Sentence.ExpulsionUnadvised, Name(expulsion)), Button(reader, Sentence.ButtonAskWaive, CommandTable.WaiveOnExpulsion.Name + ExpulsionVerbs.AskSuffix, expulsion));

    /// <summary>Where the case has come to, for one that has ended.</summary>
    public static Activity State(Reader reader, Expulsion expulsion) => With(reader, ExpulsionWords.Of(reader, expulsion, expulsion.AnswerBy));

    /// <summary>What the plenary decided.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="expulsion">The decided case.</param>
    /// <param name="coordinates">Whether the person coordinates the network.</param>
    /// <param name="acts">Whether they act, or acted, for the organization.</param>
    public static Activity Outcome(Reader reader, Network network, Expulsion expulsion, bool coordinates, bool acts)
    {
        if (expulsion.State != ExpulsionState.Expelled || !(coordinates || acts) || network.FormerOrganizations.FirstOrDefault(one => one.Id == expulsion.Organization) is not { MemberUntil: { } last })
        {
            return State(reader, expulsion);
        }

        var number = expulsion.Resolution ?? string.Empty;
        return With(reader, coordinates
            ? Messages.Get(reader, Sentence.MotionExpelled, Name(expulsion), number, last)
            : Messages.Get(reader, Sentence.MotionExpelledYou, Name(expulsion), number, last, ExpulsionWords.Escaped(string.Join(", ", network.Coordinators.Select(person => person.Name)))));
    }

    private static ExecuteAction[] Answering(Reader reader, Expulsion expulsion) =>
        Button(reader, Sentence.ButtonAskAnswer, CommandTable.AnswerExpulsion.Name + ExpulsionVerbs.AskSuffix, expulsion);

    private static ExecuteAction[] Passing(Reader reader, Expulsion expulsion) =>
    [
        .. Button(reader, Sentence.ButtonConsult, CommandTable.ConsultOnExpulsion.Name, expulsion),
        .. Button(reader, Sentence.ButtonAskWaive, CommandTable.WaiveOnExpulsion.Name + ExpulsionVerbs.AskSuffix, expulsion),
    ];

    private static ExecuteAction[] Button(Reader reader, Sentence title, string verb, Expulsion expulsion) =>
        [CardPart.Button(reader, title, verb, (ExpulsionVerbs.CaseField, expulsion.Id.Value))];

    private static string Name(Expulsion expulsion) => ExpulsionWords.Escaped(expulsion.Name);

    private static string Proposer(Network network, Expulsion expulsion) => ExpulsionWords.Escaped(TieWords.NameOf(network, expulsion.ProposedBy));

    private static Activity With(Reader reader, string said, params ExecuteAction[] buttons)
    {
        var card = SentenceCard.Of(reader, said);
        return CardMessage.Of(reader, card with { Body = [.. card.Body, .. CardPart.Rows(buttons)] }, said);
    }
}
