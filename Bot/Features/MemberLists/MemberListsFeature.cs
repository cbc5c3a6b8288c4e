using Bot.Features.MemberLists.ExportList;
using Bot.Features.MemberLists.PreviewList;
using Bot.Features.MemberLists.ReadList;
using Bot.Features.MemberLists.TakeAlong;
using Bot.Features.MemberLists.TakeList;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.MemberLists;

/// <summary>Lists of organizations: from a file or pasted into the network, and from the network into a file.</summary>
internal static class MemberListsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddMemberLists(this IServiceCollection services) => services
        .AddSingleton<ListSource>()
        .AddSingleton<SentLists>()
        .AddSingleton<ITakenAlong, TakenList>()
        .AddSingleton<ICommand, ReadListCommand>()
        .AddSingleton<ICardAction, AnswerQuestionsAction>()
        .AddSingleton<ICardAction, ReportAction>()
        .AddSingleton<ICardAction, DropListAction>()
        .AddSingleton<ICardAction, TakeListAction>()
        .AddSingleton<ReportFile>()
        .AddSingleton<IFileSource>(provider => provider.GetRequiredService<ReportFile>())
        .AddSingleton<ICommand, ExportListCommand>()
        .AddSingleton<ListFile>()
        .AddSingleton<IFileSource>(provider => provider.GetRequiredService<ListFile>());
}
