using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Turns;

namespace Bot.Features.Meetings.RecordAttendance;

/// <summary>[Ich bin da].</summary>
internal sealed class ArriveAction(CurrentMeetings meetings, AttendanceHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Arrive;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await PresenceReply.OfAsync(turn, await meetings.FindAsync(turn, form.Id("meeting"), cancellationToken), handler.ArriveAsync, isPresent: true, cancellationToken);
}

/// <summary>[Ich gehe].</summary>
internal sealed class LeaveAction(CurrentMeetings meetings, AttendanceHandler handler) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.Leave;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await PresenceReply.OfAsync(turn, await meetings.FindAsync(turn, form.Id("meeting"), cancellationToken), handler.LeaveAsync, isPresent: false, cancellationToken);
}

/// <summary>[Weiter] and [Zurück] below the list of those present, and the choice of one of several meetings.</summary>
internal sealed class ShowAttendanceAction(CurrentMeetings meetings, AttendanceList list) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.ShowAttendance;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken) =>
        await list.OfAsync(turn, await meetings.FindAsync(turn, form.Id("meeting"), cancellationToken), PageRequest.Read(form) ?? PageRequest.First, cancellationToken) switch
        {
            Outcome<AdaptiveCard>.Done(var card) => new CardReply.Replace(card),
            Outcome<AdaptiveCard>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>[Anwesend] and [Abwesend] beside somebody's name on the list.</summary>
internal sealed class SetAttendanceAction(CurrentMeetings meetings, AttendanceHandler handler, AttendanceList list) : ICardAction
{
    /// <inheritdoc/>
    public string Verb => MeetingVerbs.SetAttendance;

    /// <inheritdoc/>
    public async Task<CardReply> HandleAsync(Turn turn, CardForm form, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(turn, form.Id("meeting"), cancellationToken) is not { } meeting)
        {
            return new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MeetingNotFound)));
        }

        var voter = new VoterId(form.Id("voter") ?? string.Empty);
        if (await handler.SetAsync(turn, meeting, voter, person: null, form["present"] == "yes", cancellationToken) is Outcome<AttendanceLine>.Refused(var why))
        {
            return new CardReply.Say(RefusalText.Plain(turn, why));
        }

        return await list.OfAsync(turn, meeting, PageRequest.Read(form) ?? PageRequest.First, cancellationToken) switch
        {
            Outcome<AdaptiveCard>.Done(var card) => new CardReply.Replace(card),
            Outcome<AdaptiveCard>.Refused(var refused) => new CardReply.Say(RefusalText.Plain(turn, refused)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>What is answered to a pressed [Ich bin da] or [Ich gehe].</summary>
internal static class PresenceReply
{
    /// <summary>Notes it and answers.</summary>
    /// <param name="turn">Who pressed.</param>
    /// <param name="meeting">The meeting; null when there is none they have to do with.</param>
    /// <param name="note">Notes it.</param>
    /// <param name="isPresent">Arrived, or left.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    public static async Task<CardReply> OfAsync(
        Turn turn, Meeting? meeting, Func<Turn, Meeting, CancellationToken, Task<Outcome<IReadOnlyList<VoterId>>>> note, bool isPresent, CancellationToken cancellationToken) =>
        meeting is null
            ? new CardReply.Say(RefusalText.Plain(turn, new Refusal(RefusalCode.MeetingNotFound)))
            : Of(turn, meeting, await note(turn, meeting, cancellationToken), isPresent);

    private static CardReply Of(Turn turn, Meeting meeting, Outcome<IReadOnlyList<VoterId>> outcome, bool isPresent) => outcome switch
    {
        Outcome<IReadOnlyList<VoterId>>.Done(var voters) => new CardReply.Replace(PresenceCard.Render(turn, meeting, voters, isPresent)),
        Outcome<IReadOnlyList<VoterId>>.Refused(var why) => new CardReply.Say(RefusalText.Plain(turn, why)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
