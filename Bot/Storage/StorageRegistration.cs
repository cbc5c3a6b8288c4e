using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Storage;

/// <summary>Registers the stores and creates their tables before the first turn.</summary>
internal static class StorageRegistration
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<NetworkStore>()
        .AddSingleton<MeetingStore>()
        .AddSingleton<CommitteeGate>()
        .AddSingleton<CommitteeWork>()
        .AddSingleton<GroupStore>()
        .AddSingleton<AgendaStore>()
        .AddSingleton<AgendaPreparation>()
        .AddSingleton<AgendaPassing>()
        .AddSingleton<AttendanceStore>()
        .AddSingleton<ReplyStore>()
        .AddSingleton<InvitationMailStore>()
        .AddSingleton<AnnouncedStore>()
        .AddSingleton<SessionStore>()
        .AddSingleton<TaskStore>()
        .AddSingleton<BallotStore>()
        .AddSingleton<BallotOpener>()
        .AddSingleton<AdmissionStore>()
        .AddSingleton<Introductions>()
        .AddSingleton<ExpulsionStore>()
        .AddSingleton<ProspectStore>()
        .AddSingleton<BallotCases>()
        .AddSingleton<ElectionStore>()
        .AddSingleton<ResolutionStore>()
        .AddSingleton<ResolutionFollowUpStore>()
        .AddSingleton<MinutesStore>()
        .AddSingleton<CalendarAddressStore>()
        .AddSingleton<RotaStore>()
        .AddSingleton<ChecklistStore>()
        .AddSingleton<DigestStore>()
        .AddSingleton<InvitationStore>()
        .AddSingleton<HeardMessageStore>()
        .AddSingleton<SetupCodeStore>()
        .AddSingleton<PowerNoticeStore>()
        .AddSingleton<CaseBallots>()
        .AddSingleton<NewcomerStore>()
        .AddSingleton<KeptRowFinder>()
        .AddSingleton<DepartureStore>()
        .AddSingleton<ContactStore>()
        .AddSingleton<AuditStore>()
        .AddSingleton<RetentionStore>()
        .AddSingleton<OverdueRows>()
        .AddSingleton<OverdueDeliveries>()
        .AddSingleton<IDueHandler>(services => services.GetRequiredService<ContactStore>())
        .AddSingleton<IDueHandler>(services => services.GetRequiredService<HeardMessageStore>())
        .AddSingleton<SentListStore>()
        .AddSingleton<IDueHandler>(services => services.GetRequiredService<SentListStore>())
        .AddHostedService<TableCreation>();
}

/// <summary>Creates all tables at start, and does not start on a store whose rows are elsewhere.</summary>
internal sealed class TableCreation(ITableStore tables) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var table in NetworkHoldings.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        await StoreMark.RefuseAsync(tables, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
