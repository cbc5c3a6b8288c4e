using System.Threading.Tasks;
using Bot.Tests.Benchmarks;
using Bot.Tests.Cards;
using Bot.Tests.Fuzzing;
using Xunit.Runner.InProc.SystemConsole;

namespace Bot.Tests;

/// <summary>Entry point: the test runner, or with <c>bench</c>, <c>fuzz</c> or <c>cards</c> as first word the benchmark, the fuzzer or pictures of all cards.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args switch
    {
        ["bench", .. var rest] => BenchCommand.RunAsync(rest),
        ["fuzz", .. var rest] => FuzzCommand.RunAsync(rest),
        ["cards", .. var rest] => PictureCommand.RunAsync(rest),
        _ => ConsoleRunner.Run(args),
    };
}
