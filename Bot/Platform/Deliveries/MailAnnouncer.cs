using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Directory;
using Bot.Platform.Tables;
using Microsoft.Extensions.Logging;

namespace Bot.Platform.Deliveries;

/// <summary>A mail to one person.</summary>
/// <param name="Person">To whom, as the ledger calls them.</param>
/// <param name="DrawAsync">Makes the mail; asked once it is claimed.</param>
/// <param name="IsWanted">Asked right before it is claimed whether it is still to be said; when not, nothing is noted. Null for what is said in any case.</param>
internal sealed record Letter(string Person, Func<CancellationToken, ValueTask<DirectoryMail>> DrawAsync, Func<CancellationToken, ValueTask<bool>>? IsWanted = null);

/// <summary>Writes mails about a subject, one to each person and once each: claims a line of the ledger, sends, and notes how it went.</summary>
/// <remarks>Graph cannot recognize a repeated mail. Where nobody knows whether one went out (no answer in time, an error after it was taken, a crash in between), it is sent again:
/// a call that never came does more harm than one that came twice. A draft that is sent by its identity would tell whether it went out, but needs Mail.ReadWrite: the right to read and change
/// everything in the mailbox, where Mail.Send is enough to send.</remarks>
internal sealed partial class MailAnnouncer(DeliveryLedger ledger, IOrganizerMail mail, ILogger<MailAnnouncer> logger)
{
    /// <summary>Exchange Online sends 30 mails a minute from one mailbox.</summary>
    public const int MostAtOnce = 25;

    /// <summary>So often a mail is sent without anybody knowing whether it arrived.</summary>
    public const int MostDoubts = 3;

    /// <summary>What stands before a person's identity in the ledger.</summary>
    public const string AudiencePrefix = "mail|";

    /// <summary>So often somebody is tried who cannot be reached just now: an hour at least, with the pauses between.</summary>
    private const int MostAttempts = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Sends what was not sent yet.</summary>
    /// <param name="subject">What they are about; fit to be a partition key.</param>
    /// <param name="kind">Which mail about it; each kind reaches each person once. Without '|'.</param>
    /// <param name="letters">To whom.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>When to call again because something is still under way; null when nothing more is to be sent.</returns>
    public async Task<DateTimeOffset?> SendAsync(string subject, string kind, IEnumerable<Letter> letters, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (sent, again) = (0, (DateTimeOffset?)null);
        foreach (var letter in letters)
        {
            if (sent == MostAtOnce)
            {
                return now + Pause;
            }

            if (letter.IsWanted is { } isWanted && !await isWanted(cancellationToken))
            {
                continue;
            }

            var (mine, row, line) = await ledger.ClaimAsync(subject, kind, AudiencePrefix + letter.Person, cancellationToken);
            if (mine)
            {
                line = await SendAsync(row, line, await letter.DrawAsync(cancellationToken), now, cancellationToken);
                sent++;
            }

            if (line.State == DeliveryState.Claimed)
            {
                again = again is { } earlier && earlier < line.LeaseUntil ? earlier : line.LeaseUntil;
            }

            if (line is { State: DeliveryState.Claimed, Error: not null, Doubts: 0 } && mine)
            {
                // Graph is busy: the others will not fare better.
                return again;
            }
        }

        return again;
    }

    /// <summary>To whom a mail about a subject went out, or may have.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="isMeant">Which mails.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<HashSet<string>> ToldAsync(string subject, Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in ledger.AboutAsync(subject, cancellationToken))
        {
            if (PersonOf(line) is { } person && isMeant(line.Kind) && (line.State == DeliveryState.Sent || line.Doubts > 0 || line is { State: DeliveryState.Claimed, Error: null }))
            {
                told.Add(person);
            }
        }

        return told;
    }

    /// <summary>Whose mail a line of the ledger is about; null for one that is about no mail.</summary>
    public static string? PersonOf(Delivery line) => line.Audience.StartsWith(AudiencePrefix, StringComparison.Ordinal) ? line.Audience[AudiencePrefix.Length..] : null;

    private async Task<Delivery> SendAsync(TableEntity row, Delivery line, DirectoryMail letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outcome = line with { State = DeliveryState.Sent };
        try
        {
            await mail.SendAsync(letter, cancellationToken);
        }
        catch (DirectoryException fault)
        {
            LogFault(line.Subject, fault.Fault, fault.Code);
            outcome = After(line, fault, now);
        }

        await ledger.SaveAsync(row, outcome, cancellationToken);
        return outcome;
    }

    private static Delivery After(Delivery line, DirectoryException fault, DateTimeOffset now)
    {
        var later = line with { Error = fault.Code, LeaseUntil = fault.Until ?? (now + Pause) };
        return fault.Fault switch
        {
            DirectoryFault.Refused => later with { State = DeliveryState.Failed },
            DirectoryFault.Doubtful => later with { Doubts = line.Doubts + 1, State = line.Doubts + 1 < MostDoubts ? DeliveryState.Claimed : DeliveryState.GivenUp },
            _ => later with { State = line.Attempts < MostAttempts ? DeliveryState.Claimed : DeliveryState.GivenUp },
        };
    }

    [LoggerMessage(3602, LogLevel.Warning, "A mail about {Subject} was not sent, or nobody knows: {Fault}, {Code}.")]
    private partial void LogFault(string subject, DirectoryFault fault, string code);
}
