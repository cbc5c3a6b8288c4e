using System.IO;

namespace Bot.Features.Backups;

/// <summary>An export or a removal cannot be done as it was ordered; the message says why and what to do. Nothing was begun.</summary>
internal sealed class LeaveException(string message) : IOException(message)
{
}
