using System.Threading.Tasks;
using Bot.Tests.Benchmarks;
using Xunit.Runner.InProc.SystemConsole;

namespace Bot.Tests;

/// <summary>Entry point: the test runner, or with <c>bench</c> as first word the benchmark.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args is ["bench", .. var rest] ? BenchCommand.RunAsync(rest) : ConsoleRunner.Run(args);
}
