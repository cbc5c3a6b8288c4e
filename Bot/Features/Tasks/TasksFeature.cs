using Bot.Features.Tasks.FinishTask;
using Bot.Features.Tasks.ListTasks;
using Bot.Features.Tasks.RemindAssignee;
using Bot.Platform.Scheduling;
using Bot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Tasks;

/// <summary>Tasks from meetings, after the meeting: who has which, reminders, done.</summary>
internal static class TasksFeature
{
    /// <summary>Adds the feature.</summary>
    public static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddSingleton<OpenTasks>()
        .AddSingleton<FinishTaskHandler>()
        .AddSingleton<ICommand, ListOwnTasksCommand>()
        .AddSingleton<ICommand, ListTasksCommand>()
        .AddSingleton<ICommand, FinishTaskCommand>()
        .AddSingleton<ICardAction, FinishTaskAction>()
        .AddSingleton<IDueHandler, TaskDueHandler>();
}
