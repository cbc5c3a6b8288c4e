using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Azure;
using Bot.Platform.Scheduling;
using Bot.Platform.Tables;
using Bot.Platform.Tables.Sqlite;
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
    /// <exception cref="IOException">The rows are elsewhere, or the service refuses the bot or cannot be reached: said in one line, since whoever runs the bot can mend it.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var table in NetworkHoldings.Tables)
            {
                await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
            }
        }
        catch (Exception refused) when (IsOfAService(refused))
        {
            // Of such a fault the start tells the message alone: the service's own words fill a page.
            throw new IOException($"The store does not let the bot work on it ({ReasonOf(refused)}). The order 'check' with the same settings says why. A role takes some minutes after it was given.", refused);
        }

        await StoreMark.RefuseAsync(tables, cancellationToken);
    }

    /// <summary>Whether a service refuses the bot, or there is no identity to ask it with. A data file says for itself what is wrong with it.</summary>
    private static bool IsOfAService(Exception refused) =>
        (refused is not (DataFileException or OperationCanceledException) && StoreFault.Of(refused) is not null) || refused.GetType().Assembly.GetName().Name == "Azure.Identity";

    private static string ReasonOf(Exception refused) =>
        refused is RequestFailedException { Status: > 0 } answer ? $"{answer.Status.ToString(CultureInfo.InvariantCulture)} {answer.ErrorCode}".TrimEnd() : refused.GetType().Name;

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
