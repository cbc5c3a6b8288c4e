using System.Threading.Tasks;
using Bot.Tests.Benchmarks;
using Bot.Tests.Cards;
using Xunit.Runner.InProc.SystemConsole;

namespace Bot.Tests;

/// <summary>Entry point: the test runner, or with <c>bench</c> as first word the benchmark, with <c>cards</c> pictures of all cards.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args switch
    {
        ["bench", .. var rest] => BenchCommand.RunAsync(rest),
        ["cards", .. var rest] => PictureCommand.RunAsync(rest),
        _ => ConsoleRunner.Run(args),
    };
}
