using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Features.Checkup;

/// <summary>The order <c>check</c> as the program composes it, in a folder of its own.</summary>
internal sealed class CheckScene : IDisposable
{
    /// <summary>The invented bot's registration and tenant.</summary>
    public const string AppId = "7d0d5f6a-8a51-4b7b-8e0e-3f5f4c1a9b22", Tenant = "0f7c0f0e-2f0e-4d5b-9a55-0a3b2b6f1e11";

    private readonly TemporaryFolder folder = new();

    /// <summary>The content root; the data folder is <c>data</c> in it.</summary>
    public string Root => folder.Path;

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    /// <summary>Gives the order in English, listening nowhere.</summary>
    public Task<Checked> RunAsync(params string[] words) => RunInAsync("en", words);

    /// <summary>Gives the order.</summary>
    public async Task<Checked> RunInAsync(string language, params string[] words)
    {
        using var output = new StringWriter();
        var code = await global::Program.CheckAsync(
            ["--language", language, "--contentRoot=" + folder.Path, "--environment=Development", "--urls=http://127.0.0.1:0", "--Playground:Enabled=false", .. words], output, Cancellation);
        return new Checked(code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd())]);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

/// <summary>What the order answered.</summary>
internal sealed record Checked(int Code, string[] Lines)
{
    /// <summary>The one line about a subject.</summary>
    public string Line(string subject) => Assert.Single(Lines, line => line.Contains($" {subject}: ", StringComparison.Ordinal));

    /// <summary>Exactly one line about the subject has this gravity and says this.</summary>
    public void Says(string gravity, string subject, string words) =>
        Assert.Single(Lines, line => line.StartsWith($"{gravity,-8} {subject}: ", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal));
}
