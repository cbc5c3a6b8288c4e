using System;

namespace Bot.Tests.Benchmarks;

/// <summary>Sends the same again and again.</summary>
/// <param name="body">What is sent.</param>
/// <param name="comesBack">Whether the answer must be as long as what was sent.</param>
internal sealed class SameClient(byte[] body, bool comesBack) : ILoadClient
{
    private NumberedRequest? request;

    /// <summary>The Authorization header; null for none.</summary>
    public string? Authorization { get; init; }

    /// <summary>The status that is to come.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What stands in every right answer; empty for anything.</summary>
    public byte[] Holds { get; init; } = [];

    public ReadOnlyMemory<byte> Next() => (request ??= new NumberedRequest(body, Authorization)).Next();

    public void Answered(int status, ReadOnlySpan<byte> answer)
    {
        if (status != Status || (comesBack && answer.Length != body.Length) || answer.IndexOf(Holds) < 0)
        {
            throw new WrongAnswerException($"Answered with {status} and {answer.Length} bytes.");
        }
    }
}
