using Bot.Features.Polls.OpenPoll;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Polls;

/// <summary>Mood polls: ask for one or several options, an order, or dates. Voting and counting are those of every ballot.</summary>
internal static class PollsFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddPolls(this IServiceCollection services) => services
        .AddSingleton<OpenPollHandler>()
        .AddSingleton<PollOpeners>()
        .AddSingleton<ICommand, OpenPollCommand>()
        .AddSingleton<ICardAction, PreviewPollAction>()
        .AddSingleton<ICardAction, EditPollAction>()
        .AddSingleton<ICardAction, OpenPollAction>()
        .AddSingleton<ICardAction, DismissPollAction>();
}
