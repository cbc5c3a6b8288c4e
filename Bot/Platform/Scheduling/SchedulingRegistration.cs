using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Registers due rows, the sweep, and Quartz as its clock.</summary>
internal static class SchedulingRegistration
{
    /// <summary>Adds the sweep; handlers are added by the features that own the subjects.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<SweepSignal>().AddSingleton<DueTable>().AddSingleton<Sweep>().AddSingleton<ClockWatch>().AddSingleton<SweepPlan>();
        services.AddHostedService(provider => provider.GetRequiredService<SweepPlan>());
        services.AddQuartz(quartz =>
        {
            // Waiting for a sweep that tells ten thousand people would take minutes: it is told to stop, and ends between two of them.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.AddJob<SweepJob>(job => job.WithIdentity(SweepJob.Key).StoreDurably());
            quartz.AddTrigger<SweepJob>(trigger => trigger
                .WithIdentity(SweepPlan.Safety)
                .ForJob(SweepJob.Key)
                .StartNow()
                .WithSimpleSchedule(every => every.WithInterval(SweepPlan.SafetyInterval).RepeatForever()));
        });
        return services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}
