using Bot.Features.Register.CheckRegister;
using Bot.Features.Register.CorrectResolution;
using Bot.Features.Register.ExportResolutions;
using Bot.Features.Register.FollowResolution;
using Bot.Features.Register.ListResolutions;
using Bot.Features.Register.RemindOwners;
using Bot.Features.Register.SearchResolutions;
using Bot.Features.Register.TakeAlong;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Register;

/// <summary>The register of resolutions: look up, check, put right, follow up.</summary>
internal static class RegisterFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddRegister(this IServiceCollection services) => services
        .AddSingleton<ICommand, ListResolutionsCommand>()
        .AddSingleton<ResolutionFile>()
        .AddSingleton<IFileSource>(provider => provider.GetRequiredService<ResolutionFile>())
        .AddSingleton<ITakenAlong, TakenRegister>()
        .AddSingleton<ISearch, ResolutionSearch>()
        .AddSingleton<ResolutionViews>()
        .AddSingleton<ResolutionChanges>()
        .AddSingleton<AssignHandler>()
        .AddSingleton<ReportHandler>()
        .AddSingleton<ICommand, OpenResolutionsCommand>()
        .AddSingleton<ICommand, AssignResolutionCommand>()
        .AddSingleton<ICommand, ReportResolutionCommand>()
        .AddSingleton<ICommand, CorrectResolutionCommand>()
        .AddSingleton<ICommand, CheckRegisterCommand>()
        .AddSingleton<ICardAction, AskAssignAction>()
        .AddSingleton<ICardAction, AssignResolutionAction>()
        .AddSingleton<ICardAction, ShowResolutionAction>()
        .AddSingleton<ICardAction, ResolutionDoneAction>()
        .AddSingleton<ICardAction, ResolutionProgressAction>()
        .AddSingleton<ICardAction, AskCorrectResolutionAction>()
        .AddSingleton<ICardAction, CorrectResolutionAction>()
        .AddSingleton<IDueHandler, ResolutionDueHandler>();
}
