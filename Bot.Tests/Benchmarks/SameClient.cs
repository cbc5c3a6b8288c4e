using System;

namespace Bot.Tests.Benchmarks;

/// <summary>Sends the same again and again.</summary>
/// <param name="body">What is sent.</param>
/// <param name="comesBack">Whether the answer must be as long as what was sent.</param>
internal sealed class SameClient(byte[] body, bool comesBack) : ILoadClient
{
    private readonly NumberedRequest request = new(body);

    public ReadOnlyMemory<byte> Next() => request.Next();

    public void Answered(int status, ReadOnlySpan<byte> answer)
    {
        if (status != 200 || (comesBack && answer.Length != body.Length))
        {
            throw new WrongAnswerException($"Answered with {status} and {answer.Length} bytes.");
        }
    }
}
