using System;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Registers due rows, the sweep, and Quartz as its clock.</summary>
internal static class SchedulingRegistration
{
    private static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(3);

    /// <summary>Adds the sweep; handlers are added by the features that own the subjects.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<SweepSignal>().AddSingleton<DueTable>().AddSingleton<Sweep>().AddSingleton<SweepPlan>();
        services.AddSingleton<SchedulerCheck>().AddHealthChecks().AddCheck<SchedulerCheck>(SchedulerCheck.Part, timeout: CheckTime);
        services.AddHostedService(provider => provider.GetRequiredService<SweepPlan>());
        services.AddQuartz(quartz =>
        {
            // Waiting for a sweep that tells ten thousand people would take minutes: it is told to stop, and ends between two of them.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.AddJob<SweepJob>(job => job.WithIdentity(SweepJob.Key).StoreDurably());
            quartz.AddTrigger<SweepJob>(trigger => trigger
                .WithIdentity("safety", "due")
                .ForJob(SweepJob.Key)
                .StartNow()
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
        });
        return services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}
