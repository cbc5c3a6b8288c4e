using Bot.Features.Minutes.ApproveMinutes;
using Bot.Features.Minutes.CirculateMinutes;
using Bot.Features.Minutes.CorrectMinutes;
using Bot.Features.Minutes.DraftMinutes;
using Bot.Features.Minutes.ShowMinutes;
using Bot.Features.Minutes.TakeAlong;
using Bot.Features.Minutes.TellMinutes;
using Bot.Features.Minutes.UploadMinutes;
using Bot.Features.Minutes.WriteFile;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Minutes;

/// <summary>Minutes of meetings: draft, circulate, correct, approve, look up, take as a file.</summary>
internal static class MinutesFeature
{
    /// <summary>Adds the feature. What begins with more words comes before what begins with fewer, since the first that fits is taken.</summary>
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<MinutesFinder>()
        .AddSingleton<MinutesDrafting>()
        .AddSingleton<MinutesChanges>()
        .AddSingleton<CorrectionDecision>()
        .AddSingleton<ApprovalQuestion>()
        .AddSingleton<MinutesFile>()
        .AddSingleton<IFileSource>(provider => provider.GetRequiredService<MinutesFile>())
        .AddSingleton<ITakenAlong, TakenMinutes>()
        .AddSingleton<ICommand, DraftMinutesCommand>()
        .AddSingleton<ICommand, CirculateMinutesCommand>()
        .AddSingleton<ICommand, ApproveMinutesCommand>()
        .AddSingleton<ICommand, DecideCorrectionCommand>()
        .AddSingleton<ICommand, CorrectMinutesCommand>()
        .AddSingleton<ICommand, ShowMinutesCommand>()
        .AddSingleton<ICardAction, ShowMinutesAction>()
        .AddSingleton<ICardAction, TakeMinutesFileAction>()
        .AddSingleton<ICardAction, RedraftMinutesAction>()
        .AddSingleton<ICardAction, AskCirculateAction>()
        .AddSingleton<ICardAction, CirculateAction>()
        .AddSingleton<ICardAction, DismissMinutesAction>()
        .AddSingleton<ICardAction, AskCorrectAction>()
        .AddSingleton<ICardAction, CorrectAction>()
        .AddSingleton<ICardAction, ShowCorrectionAction>()
        .AddSingleton<ICardAction, AcceptCorrectionAction>()
        .AddSingleton<ICardAction, RejectCorrectionAction>()
        .AddSingleton<ICardAction, AskApproveAction>()
        .AddSingleton<ICardAction, ApproveAction>()
        .AddSingleton<IDueHandler, MinutesDraftHandler>()
        .AddSingleton<IDueHandler, MinutesDueHandler>()
        .AddSingleton<IDueHandler, MinutesUploadHandler>();
}
