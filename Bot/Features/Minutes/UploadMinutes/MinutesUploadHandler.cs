using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Features.Minutes.WriteFile;
using Bot.Platform.Directory;
using Bot.Platform.Documents;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Features.Minutes.UploadMinutes;

/// <summary>Puts approved minutes into the team's files, whenever the minutes are looked at. In the version for everybody: whoever is in the team reads its files, also who is not
/// of the committee.</summary>
/// <remarks>The same name again replaces the file, so doing it twice does no harm. A correction that was added after the approval comes there with the next look.</remarks>
internal sealed partial class MinutesUploadHandler(
    NetworkStore networks, MinutesStore minutes, IDocumentLibrary library, IOptions<GraphOptions> options, ILogger<MinutesUploadHandler> logger) : IDueHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongPause = TimeSpan.FromHours(12);

    /// <inheritdoc/>
    public string Kind => Subjects.MinutesFile;

    /// <inheritdoc/>
    public string? Follows => options.Value.Enabled ? Subjects.Minutes : null;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> LookAsync(DueSubject subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var network = new NetworkId(subject.Network);
        if (await networks.FindAsync(network, cancellationToken) is not { } snapshot || !library.IsOnFor(snapshot.Tenant)
            || await minutes.FindAsync(network, new MeetingId(subject.Id), cancellationToken) is not { Value: { State: MinutesState.Approved } approved }
            || snapshot.Network.Committee(approved.Committee) is not { } committee)
        {
            return null;
        }

        var reader = Reader.For(snapshot.Language);
        var body = await minutes.BodyAsync(network, approved, approved.Version, cancellationToken);
        var file = WordFile.Write(new MinutesDocument(reader, snapshot.Network, approved, body.ForEverybody(), approved.Version).Make(Instant.FromDateTimeOffset(now)));
        try
        {
            string[] folders = [committee.Name, approved.Day.Year.ToString(CultureInfo.InvariantCulture)];
            await library.StoreAsync(folders, MinutesFile.NameOf(reader, committee, approved.Day, isPublic: true), file, cancellationToken);
            return null;
        }
        catch (DirectoryException fault)
        {
            LogFault(approved.Meeting, fault.Fault, fault.Code);
            return fault.Until ?? now + (fault.Fault == DirectoryFault.Refused ? LongPause : Pause);
        }
    }

    [LoggerMessage(3604, LogLevel.Warning, "The minutes of meeting {Meeting} could not be put into the files: {Fault}, {Code}.")]
    private partial void LogFault(MeetingId meeting, DirectoryFault fault, string code);
}
