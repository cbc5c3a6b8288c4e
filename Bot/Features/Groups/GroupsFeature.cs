using Bot.Features.Groups.FollowGroup;
using Bot.Features.Groups.JoinGroup;
using Bot.Features.Groups.ReportGroup;
using Bot.Features.Groups.ShowRemit;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Groups;

/// <summary>Working groups: what each is there for and until when, who is in it, what it reports, and how it ends.</summary>
internal static class GroupsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddSingleton<JoinHandler>()
        .AddSingleton<ReportHandler>()
        .AddSingleton<GroupPosts>()
        .AddSingleton<IDueHandler, GroupDueHandler>()
        .AddSingleton<ICommand, ShowRemitCommand>()
        .AddSingleton<ICommand, JoinGroupCommand>()
        .AddSingleton<ICommand, LeaveGroupCommand>()
        .AddSingleton<ICommand, AdmitToGroupCommand>()
        .AddSingleton<ICommand, ReportGroupCommand>()
        .AddSingleton<ICardAction, AdmitAction>()
        .AddSingleton<ICardAction, DeclineAction>()
        .AddSingleton<ICardAction, ReportGroupAction>();
}
