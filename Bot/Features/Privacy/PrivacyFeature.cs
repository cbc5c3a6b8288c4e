using Bot.Features.Privacy.Contacts;
using Bot.Features.Privacy.DeleteOwnData;
using Bot.Features.Privacy.KeepFor;
using Bot.Features.Privacy.LockProfile;
using Bot.Features.Privacy.ShowAudit;
using Bot.Features.Privacy.ShowOwnData;
using Bot.Features.Privacy.TakeAlong;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Privacy;

/// <summary>People see what is kept about them, and have it deleted.</summary>
internal static class PrivacyFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<ITakenAlong, TakenPrivacy>()
        .AddSingleton<KeptData>()
        .AddSingleton<OwnDataFile>()
        .AddSingleton<IFileSource>(provider => provider.GetRequiredService<OwnDataFile>())
        .AddSingleton<ICommand, OwnDataCommand>()
        .AddSingleton<ICardAction, OwnDataFileAction>()
        .AddSingleton<NameNeeds>()
        .AddSingleton<DepartureWork>()
        .AddSingleton<DepartureQuestion>()
        .AddSingleton<IDueHandler, DepartureDueHandler>()
        .AddSingleton<ICommand, DeleteOwnDataCommand>()
        .AddSingleton<ICardAction, AskDeleteAction>()
        .AddSingleton<ICardAction, DeleteOwnDataAction>()
        .AddSingleton<ICardAction, DismissDeleteAction>()
        .AddSingleton<ICommand, ContactCommand>()
        .AddSingleton<ICommand, ContactLogCommand>()
        .AddSingleton<ICardAction, SaveContactAction>()
        .AddSingleton<ICardAction, WithdrawContactAction>()
        .AddSingleton<ICommand, AuditCommand>()
        .AddSingleton<RetentionView>()
        .AddSingleton<ICommand, RetentionCommand>()
        .AddSingleton<ICardAction, PreviewRetentionAction>()
        .AddSingleton<ICardAction, SetRetentionAction>()
        .AddSingleton<ICardAction, DismissRetentionAction>()
        .AddSingleton<RetentionRun>()
        .AddSingleton<IDueHandler, RetentionDueHandler>()
        .AddSingleton<ProfileLocks>()
        .AddSingleton<ICommand, LockProfileCommand>()
        .AddSingleton<ICommand, UnlockProfileCommand>()
        .AddSingleton<ICardAction, UnlockProfileAction>();
}
