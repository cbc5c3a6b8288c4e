using System;

namespace Bot.Platform.Documents;

/// <summary>Reads a table from a file, by what is in it; its name says nothing reliable. Never throws, whatever the bytes are.</summary>
internal static class SheetFile
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>UTF-16 of the stream's name that a workbook with a password consists of (MS-OFFCRYPTO, 2.3.4.4).</summary>
    private static readonly byte[] EncryptedPackage = System.Text.Encoding.Unicode.GetBytes(nameof(EncryptedPackage));

    /// <summary>Reads it.</summary>
    public static SheetReading Read(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        return content.Length switch
        {
            0 => SheetReading.Refused(SheetFault.Empty),
            > SheetLimits.Bytes => SheetReading.Refused(SheetFault.TooLarge),
            _ when bytes.StartsWith(CompoundFile) => SheetReading.Refused(bytes.IndexOf(EncryptedPackage) >= 0 ? SheetFault.Encrypted : SheetFault.OldWorkbook),
            _ when bytes.StartsWith("PK\u0003\u0004"u8) => WorkbookFile.Read(content),
            _ => DelimitedText.Decode(content) is { } text ? DelimitedText.Read(text) : SheetReading.Refused(SheetFault.Unknown),
        };
    }
}
