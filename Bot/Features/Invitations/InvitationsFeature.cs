using Bot.Features.Invitations.FollowMeeting;
using Bot.Features.Invitations.HintBusy;
using Bot.Features.Invitations.SetMail;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Invitations;

/// <summary>Meetings in the organization's calendar and in mailboxes: events with a Teams link, mails to those without Teams, busy times, answers read back.</summary>
internal static class InvitationsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddSingleton<AnswerReader>()
        .AddSingleton<EventDetails>()
        .AddSingleton<EventFollower>()
        .AddSingleton<MailFollower>()
        .AddSingleton<IDueHandler, InvitationDueHandler>()
        .AddSingleton<IDateHint, BusyHint>()
        .AddSingleton<ICommand, OwnMailCommand>()
        .AddSingleton<ICommand, MailOfCommand>()
        .AddSingleton<ICardAction, SaveMailAction>()
        .AddSingleton<ICardAction, LeaveMailAction>();
}
