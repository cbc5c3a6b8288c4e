using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace Bot.Features.Backups.Export;

/// <summary>Where an export is written: beside the name it is to have, with a mark, and under that name only when it is whole. Everything in it is for its owner alone.</summary>
/// <remarks>A folder with the mark is this order's own interrupted try, and is begun anew; whatever else is there already is never touched.</remarks>
internal sealed class ExportFolder
{
    private const string PartEnding = ".part", Mark = ".export-unfinished", ZipEnding = ".zip";

    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string target;

    private readonly string part;

    private ExportFolder(string target)
    {
        this.target = target;
        part = target + PartEnding;
    }

    /// <summary>Whether it becomes one file.</summary>
    private bool IsZip => target.EndsWith(ZipEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>Begins.</summary>
    /// <param name="to">The folder, or a file that ends in <c>.zip</c>.</param>
    /// <exception cref="LeaveException">Something is there already.</exception>
    public static ExportFolder Begin(string to)
    {
        var folder = new ExportFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(to)));
        if (File.Exists(folder.target) || (Directory.Exists(folder.target) && (folder.IsZip || IsForeign(folder.target))))
        {
            throw new LeaveException($"{folder.target} is there already and not empty. Choose another name; no export is written over anything.");
        }

        if (File.Exists(folder.part) || (Directory.Exists(folder.part) && IsForeign(folder.part)))
        {
            throw new LeaveException($"{folder.part} is there already and is no interrupted export. Move it away, or choose another name.");
        }

        if (Directory.Exists(folder.part))
        {
            Directory.Delete(folder.part, recursive: true);
        }

        MakeFolder(folder.part);
        folder.Write(Mark, []);
        return folder;
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Within the folder, with <c>/</c>.</param>
    /// <param name="content">The bytes.</param>
    public void Write(string path, byte[] content)
    {
        var full = Path.Combine(part, path.Replace('/', Path.DirectorySeparatorChar));
        MakeFolder(Path.GetDirectoryName(full)!);
        using var file = Create(full);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Gives it its name. Whoever dies before leaves nothing under it.</summary>
    /// <param name="files">What was written, in the order in which it stands in a zip.</param>
    /// <param name="at">When, for the zip.</param>
    public void Complete(IReadOnlyList<string> files, DateTimeOffset at)
    {
        if (IsZip)
        {
            var zip = Path.Combine(part, Mark + ZipEnding);
            using (var file = Create(zip))
            {
                using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var path in files)
                    {
                        var entry = archive.CreateEntry(path);
                        entry.LastWriteTime = at;
                        using var into = entry.Open();
                        using var from = File.OpenRead(Path.Combine(part, path.Replace('/', Path.DirectorySeparatorChar)));
                        from.CopyTo(into);
                    }
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(zip, target);
            Directory.Delete(part, recursive: true);
            return;
        }

        if (Directory.Exists(target))
        {
            // Empty, or left by a try that died on the next line but one.
            Directory.Delete(target, recursive: File.Exists(Path.Combine(target, Mark)));
        }

        Directory.Move(part, target);
        File.Delete(Path.Combine(target, Mark));
    }

    private static bool IsForeign(string folder) => !File.Exists(Path.Combine(folder, Mark)) && Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>Makes it and those above it that are missing; the system would make those for everybody to read.</summary>
    private static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { } above)
        {
            MakeFolder(above);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnFolder);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        return new FileStream(path, options);
    }
}
