using System.Threading.Tasks;
using Bot.Tests.Benchmarks;
using Bot.Tests.Fuzzing;
using Xunit.Runner.InProc.SystemConsole;

namespace Bot.Tests;

/// <summary>Entry point: the test runner, or with <c>bench</c> or <c>fuzz</c> as first word the benchmark or the fuzzer.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args switch
    {
        ["bench", .. var rest] => BenchCommand.RunAsync(rest),
        ["fuzz", .. var rest] => FuzzCommand.RunAsync(rest),
        _ => ConsoleRunner.Run(args),
    };
}
