using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Activities;
using Bot.Platform.Documents;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Backups.Export;

/// <summary>A file that was written.</summary>
/// <param name="Place">To whom it may be passed on.</param>
/// <param name="Path">Within the export.</param>
/// <param name="Entries">How many rows a table has, its headings not counted; null for a document.</param>
/// <param name="About">What it is, in the export's language.</param>
internal sealed record ExportedFile(TakenPlace Place, string Path, int? Entries, string About);

/// <summary>What was written.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Files">The files, in order.</param>
/// <param name="Bytes">All of them together.</param>
/// <param name="Secret">Papers of secret ballots that were there and are not in it.</param>
internal sealed record ExportSummary(string Name, IReadOnlyList<ExportedFile> Files, long Bytes, int Secret);

/// <summary>Writes everything a network wants to keep into files anybody can open, readable without the bot: once as tables and documents, each feature its own, and once as it is stored.</summary>
/// <remarks>Source: the right to take one's data along (GDPR, Art. 20, 28 (3) (g)). All of it is of one moment, also while the bot runs; nothing is written into the store.</remarks>
internal sealed class NetworkExport(PictureTableStore tables, NetworkStore networks, IEnumerable<ITakenAlong> sources, TimeProvider time)
{
    private const char Apart = '|';

    private const string Csv = ".csv", JsonLines = ".jsonl";

    /// <summary>Writes it.</summary>
    /// <param name="network">Which network.</param>
    /// <param name="to">A folder that is not there or empty, or a file that ends in <c>.zip</c>.</param>
    /// <param name="language"><c>de</c> or <c>en</c>; null for the network's own.</param>
    /// <param name="cancellationToken">Stops it; nothing is left under the name.</param>
    /// <exception cref="LeaveException">There is no such network, or the folder is in use.</exception>
    /// <exception cref="BackupException">The network was written to during each reading.</exception>
    public async Task<ExportSummary> WriteAsync(NetworkId network, string to, string? language, CancellationToken cancellationToken)
    {
        foreach (var table in NetworkHoldings.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        if (await new NetworkStore(tables.Inner, time).FindAsync(network, cancellationToken) is null)
        {
            throw new LeaveException($"There is no network '{network.Value}'. The order networks lists those there are.");
        }

        var folder = ExportFolder.Begin(to);
        var (rows, papers) = await NetworkPicture.TakeAsync(tables.Inner, network, time, cancellationToken);
        tables.Hang(rows);
        var snapshot = await networks.FindAsync(network, cancellationToken) ?? throw new BackupException("The picture of the network holds no head. Try again.");
        var reader = Reader.For(language ?? snapshot.Language);
        var turn = new Turn
        {
            Activity = new Activity(), Snapshot = snapshot, Sender = null, Account = new Account(null, null), Reader = reader, Now = Instant.FromDateTimeOffset(time.GetUtcNow()),
        };

        var run = new Run(folder, reader);
        foreach (var source in sources)
        {
            await foreach (var part in source.PartsAsync(turn, cancellationToken))
            {
                run.Take(part);
            }
        }

        foreach (var (table, content, lines) in StoredRows.Of(rows, network.Value, snapshot.Tenant))
        {
            run.Put(TakenPlace.Confidential, run.Word(Sentence.TakenStored) + "/" + table + JsonLines, content, lines, run.About(Sentence.TakenStored));
        }

        var readme = ExportReadme.Write(turn, run.Files, papers);
        run.Put(TakenPlace.Open, Messages.Get(reader, Sentence.TakenReadmeName), readme, null, string.Empty, isFirst: true);
        folder.Complete([.. run.Files.Select(file => file.Path)], time.GetUtcNow());
        return new ExportSummary(snapshot.Network.Name, run.Files, run.Bytes, papers);
    }

    /// <summary>One export on its way.</summary>
    private sealed class Run(ExportFolder folder, Reader reader)
    {
        private readonly List<ExportedFile> files = [];

        private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>What was written, what may be passed on first.</summary>
        public IReadOnlyList<ExportedFile> Files => [.. files.OrderBy(file => file.Place)];

        /// <summary>How many bytes.</summary>
        public long Bytes { get; private set; }

        /// <summary>The name of a file or folder.</summary>
        public string Word(Sentence words) => Messages.Get(reader, words).Split(Apart)[0];

        /// <summary>What it is.</summary>
        public string About(Sentence words) => Messages.Get(reader, words).Split(Apart)[1];

        /// <summary>Writes a part.</summary>
        public void Take(TakenPart part)
        {
            if (part is TakenPart.Document document)
            {
                Put(document.Place, Word(document.Words) + "/" + document.Name, document.Content, null, About(document.Words));
                return;
            }

            var table = (TakenPart.Table)part;
            var headings = Messages.Get(reader, table.Words).Split(Apart)[2].Split(';');
            foreach (var rows in table.Rows.GroupBy(row => row.Place).OrderBy(rows => rows.Key))
            {
                var name = table.Suffix.Length > 0 ? Word(table.Words) + "-" + table.Suffix : Word(table.Words);
                Put(rows.Key, name + Csv, DelimitedText.Write([headings, .. rows.Select(row => row.Cells)]), rows.Count(), About(table.Words));
            }
        }

        /// <summary>Writes a file into the folder of its place; where the name is taken already, under one with a number.</summary>
        public void Put(TakenPlace place, string name, byte[] content, int? entries, string about, bool isFirst = false)
        {
            var path = place == TakenPlace.Open ? name : Messages.Get(reader, Sentence.TakenFolders).Split(';')[(int)place - 1] + "/" + name;
            var free = path;
            for (var number = 2; !taken.Add(free); number++)
            {
                var dot = path.LastIndexOf('.');
                free = path[..dot] + "-" + number.ToString(CultureInfo.InvariantCulture) + path[dot..];
            }

            folder.Write(free, content);
            Bytes += content.Length;
            files.Insert(isFirst ? 0 : files.Count, new ExportedFile(place, free, entries, about));
        }
    }
}
