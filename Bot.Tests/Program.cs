using System.Threading.Tasks;
using Bot.Tests.Benchmarks;
using Bot.Tests.Cards;
using Bot.Tests.EndToEnd;
using Bot.Tests.FaultRuns;
using Bot.Tests.Fuzzing;
using Xunit.Runner.InProc.SystemConsole;

namespace Bot.Tests;

/// <summary>Entry point: the test runner, or with <c>bench</c>, <c>fuzz</c>, <c>faults</c>, <c>cards</c> or <c>day</c> as first word the benchmark, the fuzzer, the killer of processes, pictures of all cards or those of the README's first day.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args switch
    {
        ["bench", .. var rest] => BenchCommand.RunAsync(rest),
        ["fuzz", .. var rest] => FuzzCommand.RunAsync(rest),
        ["faults", .. var rest] => FaultCommand.RunAsync(rest),
        ["cards", .. var rest] => PictureCommand.RunAsync(rest),
        ["day", .. var rest] => DayCommand.RunAsync(rest),
        _ => ConsoleRunner.Run(args),
    };
}
