using System;
using System.IO;

namespace Bot.Tests.TestSupport;

/// <summary>A folder of its own for one test, gone with it. In memory where the machine offers that: each dialogue commits hundreds of times, and each commit waits for the disk,
/// which took more of the suite's time than the bot did. What a lost disk page would show is no dialogue's matter.</summary>
/// <param name="isOnDisk">Whether it must lie on a disk: for what is about the file itself, and for figures.</param>
public sealed class TemporaryFolder(bool isOnDisk = false) : IDisposable
{
    private const string Prefix = "koordinationsbot-";

    private const string Memory = "/dev/shm";

    /// <summary>What has to be free in memory: far more than the whole suite was seen to use at a time.</summary>
    private const long LeastFree = 1L << 30;

    private static readonly bool HasMemory = IsRoomInMemory();

    /// <summary>The folder's full path.</summary>
    public string Path { get; } = !isOnDisk && HasMemory
        ? Directory.CreateDirectory(System.IO.Path.Combine(Memory, Prefix + System.IO.Path.GetRandomFileName())).FullName
        : Directory.CreateTempSubdirectory(Prefix).FullName;

    /// <summary>The full path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static bool IsRoomInMemory()
    {
        try
        {
            return Directory.Exists(Memory) && new DriveInfo(Memory) is { DriveFormat: "tmpfs", IsReady: true, AvailableFreeSpace: >= LeastFree };
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
