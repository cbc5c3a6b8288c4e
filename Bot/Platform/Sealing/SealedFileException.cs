using System;
using System.IO;

namespace Bot.Platform.Sealing;

/// <summary>A sealed file cannot be read; the message says why and what to do.</summary>
internal sealed class SealedFileException : IOException
{
    private SealedFileException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>It does not begin like one.</summary>
    public static SealedFileException Foreign() => new("The file is no backup of this bot, or its very beginning is damaged. Choose the file that 'backup' has written.");

    /// <summary>Its format is not known yet.</summary>
    public static SealedFileException Newer(int version) =>
        new($"The file has format {version}; this version of the bot knows formats up to {SealedHeader.Version}. Use the version of the bot that wrote it, or a newer one.");

    /// <summary>The first piece does not open.</summary>
    public static SealedFileException WrongKey() => new("The passphrase does not fit this file, or the file's beginning is damaged. Try the passphrase again, then another copy of the file.");

    /// <summary>A piece does not open, is out of place, or something stands behind the last.</summary>
    /// <param name="at">Where the piece begins, in bytes.</param>
    /// <param name="cause">What was met; null for nothing more to say.</param>
    public static SealedFileException Damaged(long at, Exception? cause = null) => new($"The file is damaged: what begins at byte {at} is not as it was written. Use another copy.", cause);

    /// <summary>The last piece is missing.</summary>
    /// <param name="at">Where the file ends, in bytes.</param>
    public static SealedFileException Truncated(long at) => new($"The file is incomplete: it ends at byte {at}, before its last part. It was not copied or written to its end; use another copy.");
}
