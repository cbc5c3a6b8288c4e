using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Directory;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Features.Invitations.HintBusy;

/// <summary>How many of the invited are busy at a date, as far as their calendars are known. Only numbers, and none where few calendars would tell whose they are.</summary>
internal sealed partial class BusyHint(IOrganizerCalendar calendar, IOptions<GraphOptions> options, ILogger<BusyHint> logger) : IDateHint
{
    /// <summary>Of fewer calendars nothing is said.</summary>
    public const int Fewest = 3;

    /// <summary>Somebody waits for the preview. By the machine's clock, as it bounds a connection.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> SayAsync(
        Reader reader, NetworkSnapshot snapshot, Committee committee, LocalDateTime start, LocalDateTime end, CancellationToken cancellationToken)
    {
        if (!options.Value.Serves(snapshot.Tenant))
        {
            return [];
        }

        var mailboxes = Invited.Of(snapshot, committee).ByEvent.Select(person => person.Mail!.Value).ToList();
        return mailboxes.Count >= Fewest && await CountAsync(snapshot, mailboxes, start, end, cancellationToken) is { Known: >= Fewest } count
            ? [Messages.Get(reader, Sentence.HintBusy, count.Busy, count.Known)]
            : [];
    }

    private async Task<BusyCount?> CountAsync(NetworkSnapshot snapshot, List<string> mailboxes, LocalDateTime start, LocalDateTime end, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(Limit);
        try
        {
            return await calendar.BusyAsync(mailboxes, start, end, snapshot.Network.Zone.Id, bounded.Token);
        }
        catch (DirectoryException fault)
        {
            LogFault(fault.Fault, fault.Code);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(DirectoryFault.Busy, "Timeout");
            return null;
        }
    }

    [LoggerMessage(3603, LogLevel.Information, "Calendars could not be asked for busy times: {Fault}, {Code}.")]
    private partial void LogFault(DirectoryFault fault, string code);
}
