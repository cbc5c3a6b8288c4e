using System;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;

namespace Bot.Platform.Scheduling;

/// <summary>Registers due rows, the sweep, and Quartz as its clock.</summary>
internal static class SchedulingRegistration
{
    private static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(3);

    /// <summary>Adds the sweep; handlers are added by the features that own the subjects.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<SchedulingOptions>, SchedulingOptionsValidator>()
            .AddOptions<SchedulingOptions>()
            .Bind(configuration.GetSection(SchedulingOptions.Section), bind => bind.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<SweepSignal>().AddSingleton<DueTable>().AddSingleton<Sweep>().AddSingleton<SweepPlan>().AddSingleton<ClockWatch>().AddSingleton<ClockFollow>();
        services.AddSingleton<SchedulerCheck>().AddSingleton<ClockCheck>().AddHealthChecks()
            .AddCheck<SchedulerCheck>(SchedulerCheck.Part, timeout: CheckTime).AddCheck<ClockCheck>(ClockCheck.Part, timeout: CheckTime);
        services.AddHostedService(provider => provider.GetRequiredService<SweepPlan>());
        var settings = configuration.GetSection(SchedulingOptions.Section).Get<SchedulingOptions>() ?? new SchedulingOptions();
        if (settings.Postgres is { Length: > 0 } database)
        {
            services.AddHostedService<SharedClock>();
            services.AddQuartz(quartz => SharedClock.Use(quartz, database, TimeSpan.FromSeconds(settings.CheckinSeconds)));
        }

        services.AddQuartz(quartz => Schedule(quartz, settings.Safety));
        return services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static void Schedule(IQuartzBuilder quartz, TimeSpan safety)
    {
        // Waiting for a sweep that tells ten thousand people would take minutes: it is told to stop, and ends between two of them.
        quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        // Where instances share a clock, the sweep of one that died is done again by another.
        quartz.AddJob<SweepJob>(job => job.WithIdentity(SweepJob.Key).StoreDurably().RequestRecovery());
        quartz.AddTrigger<SweepJob>(trigger => trigger.WithIdentity(SweepPlan.Safety).ForJob(SweepJob.Key).StartNow().WithSimpleSchedule(SweepPlan.Every(safety)));
    }
}
