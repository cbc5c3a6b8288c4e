using System;
using System.IO;

namespace Bot.Features.Backups;

/// <summary>A backup or restore is refused; the message says why and what to do. Nothing that was there is lost.</summary>
internal sealed class BackupException(string message, Exception? cause = null) : IOException(message, cause)
{
}
