using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Bot.Tests.Platform.Telemetry;

/// <summary>A message of Protocol Buffers taken apart into its fields, as far as telemetry needs it.</summary>
internal sealed class WireMessage
{
    private readonly List<(int Number, ulong Number64, ReadOnlyMemory<byte> Bytes)> fields = [];

    private WireMessage(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = Take(bytes);
        }
    }

    /// <summary>Takes a whole message apart.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static WireMessage Of(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>The messages in a repeated field, at the end of a path of such fields.</summary>
    public IEnumerable<WireMessage> All(params int[] path) => path switch
    {
        [] => [this],
        [var first, .. var rest] => fields.Where(field => field.Number == first).SelectMany(field => Of(field.Bytes).All(rest)),
    };

    /// <summary>A text field; empty when it is not there.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(fields.LastOrDefault(field => field.Number == number).Bytes.Span);

    /// <summary>A field of bytes, in hexadecimal; empty when it is not there.</summary>
    public string Hex(int number) => Convert.ToHexString(fields.LastOrDefault(field => field.Number == number).Bytes.Span);

    /// <summary>A number field; 0 when it is not there.</summary>
    public ulong Number(int number) => fields.LastOrDefault(field => field.Number == number).Number64;

    /// <summary>Whether a field is there.</summary>
    public bool Has(int number) => fields.Exists(field => field.Number == number);

    private ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes)
    {
        var (key, rest) = Variable(bytes);
        var number = (int)(key >> 3);
        switch (key & 7)
        {
            case 0:
                (var value, rest) = Variable(rest);
                fields.Add((number, value, default));
                return rest;
            case 1:
                fields.Add((number, BinaryPrimitives.ReadUInt64LittleEndian(rest.Span), default));
                return rest[8..];
            case 2:
                (var length, rest) = Variable(rest);
                fields.Add((number, 0, rest[..(int)length]));
                return rest[(int)length..];
            case 5:
                fields.Add((number, BinaryPrimitives.ReadUInt32LittleEndian(rest.Span), default));
                return rest[4..];
            default:
                throw new FormatException($"Field {number} is of no known kind.");
        }
    }

    private static (ulong Value, ReadOnlyMemory<byte> Left) Variable(ReadOnlyMemory<byte> bytes)
    {
        var value = 0UL;
        for (var place = 0; place < 10; place++)
        {
            value |= (ulong)(bytes.Span[place] & 0x7F) << (7 * place);
            if (bytes.Span[place] < 0x80)
            {
                return (value, bytes[(place + 1)..]);
            }
        }

        throw new FormatException("A number is too long.");
    }
}
