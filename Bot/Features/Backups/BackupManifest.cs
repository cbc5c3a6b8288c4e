using System;
using System.Text.Json;

namespace Bot.Features.Backups;

/// <summary>The first record of a backup: what it is of.</summary>
/// <param name="Format">How the records behind it are written.</param>
/// <param name="Network">The network's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tenant">The Teams tenant it lives in.</param>
/// <param name="MadeAt">When it was begun.</param>
/// <param name="Bot">Version of the bot that wrote it.</param>
internal sealed record BackupManifest(int Format, string Network, string Name, string Tenant, DateTimeOffset MadeAt, string Bot)
{
    /// <summary>What this version writes; it reads no newer one.</summary>
    public const int Current = 1;

    /// <summary>As it is written.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>As it was written.</summary>
    public static BackupManifest Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<BackupManifest>(bytes)!;
}
