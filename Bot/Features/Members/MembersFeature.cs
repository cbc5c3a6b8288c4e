using Bot.Features.Members.ListCommittees;
using Bot.Features.Members.ListMembers;
using Bot.Features.Members.ShowComposition;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Members;

/// <summary>Who belongs: member organizations and committees.</summary>
internal static class MembersFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<ICommand, ListMembersCommand>()
        .AddSingleton<ICommand, ListCommitteesCommand>()
        .AddSingleton<ICommand, CompositionCommand>();
}
