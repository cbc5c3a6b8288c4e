using System;

namespace Bot.Tests.Fuzzing;

/// <summary>Changes bytes, whatever they mean: what comes out is seldom JSON.</summary>
internal static class ByteMutation
{
    /// <summary>Applies a few changes.</summary>
    public static byte[] Mutate(Random random, byte[] bytes, int times)
    {
        for (var i = 0; i < times && bytes.Length > 0; i++)
        {
            bytes = MutateOnce(random, bytes);
        }

        return bytes;
    }

    private static byte[] MutateOnce(Random random, byte[] bytes)
    {
        var at = random.Next(bytes.Length);
        var length = random.Next(1, Math.Min(bytes.Length - at, 200) + 1);
        switch (random.Next(8))
        {
            case 0:
                return bytes[..at];
            case 1:
                return bytes[at..];
            case 2:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 3:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 4:
                var noise = new byte[length];
                random.NextBytes(noise);
                return [.. bytes[..at], .. noise, .. bytes[at..]];
            case 5:
                return [0xEF, 0xBB, 0xBF, .. bytes];
            case 6:
                byte[] structure = [.. "{}[]\",:\\\0\n0eE+-"u8];
                bytes[at] = structure[random.Next(structure.Length)];
                return bytes;
            default:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }
}
