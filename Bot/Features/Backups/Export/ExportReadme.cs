using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Backups.Export;

/// <summary>The text that lies beside an export: what each file is, how it is opened, what is not there and why.</summary>
internal static class ExportReadme
{
    private const string LineEnd = "\r\n";

    /// <summary>Writes it; UTF-8 with a mark and the line ends of Windows, so that every editor shows it.</summary>
    /// <param name="turn">In whose language, of which network.</param>
    /// <param name="files">The files.</param>
    /// <param name="papers">Papers of secret ballots that are not in it.</param>
    public static byte[] Write(Turn turn, IReadOnlyList<ExportedFile> files, int papers)
    {
        var reader = turn.Reader;
        var lines = new List<string>
        {
            Messages.Get(reader, Sentence.TakenReadmeTitle, turn.Network.Name, turn.LocalNow),
            string.Empty,
            Messages.Get(reader, Sentence.TakenReadmeForms),
            Messages.Get(reader, Sentence.TakenReadmeFormulas),
            Messages.Get(reader, Sentence.TakenReadmeFolders, [.. Messages.Get(reader, Sentence.TakenFolders).Split(';')]),
            Messages.Get(reader, Sentence.TakenReadmeLocked),
            Messages.Get(reader, Sentence.TakenReadmeVerify),
        };
        foreach (var group in files.GroupBy(file => file.About))
        {
            lines.Add(string.Empty);
            lines.Add(group.Key);
            lines.AddRange(group.Where(file => file.Entries is not null).Select(file => Messages.Get(reader, Sentence.TakenReadmeRows, file.Path, file.Entries!.Value)));
            // Documents by their folder only: names of files may tell which confidential committees there are, and this text may be passed on with the rest.
            lines.AddRange(group.Where(file => file.Entries is null).GroupBy(file => file.Path[..(file.Path.LastIndexOf('/') + 1)]).Select(files => Messages.Get(reader, Sentence.TakenReadmeDocuments, files.Key, files.Count())));
        }

        lines.Add(string.Empty);
        lines.Add(Messages.Get(reader, Sentence.LeftOutHeading));
        lines.AddRange(LeavingTable.Reasons.Append(Sentence.LeftOutVotes).Select(reason => Messages.Get(reader, Sentence.TakenReadmeFile, Messages.Get(reader, reason))));
        if (papers > 0)
        {
            lines.Add(string.Empty);
            lines.Add(Messages.Get(reader, Sentence.LeftOutUncounted, papers));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + LineEnd)))];
    }
}
