using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.Samples;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.EndToEnd;

/// <summary>The README's guide "First day", walked through in the real Playground, in a real browser, with the bot as a process of its own on an empty store.</summary>
public class FirstDayTests
{
    /// <summary>The setting of a bot that begins without a network.</summary>
    internal const string WithoutExample = "--ExampleNetwork:Enabled=false";

    [Fact]
    public async Task Administrator_FromTheCodeInTheLogToTheFirstMeeting_SeesWhatTheGuideSays()
    {
        await using var story = await PlaygroundStory.StartAsync(TestContext.Current.CancellationToken, WithoutExample);
        await new FirstDay(story, pictures: null).PlayAsync();
    }

    [Fact]
    public void Readme_ShowsEachPicture_AndEachIsSmall()
    {
        var readme = File.ReadAllText(Path.Combine(SampleFiles.Root, "README.md"));
        var files = FirstDay.Pictures.Select(name => new FileInfo(Path.Combine(DayCommand.ReadmeFolder, name + ".png"))).ToList();

        Faults.None(files.Where(file => !file.Exists || file.Length >= DayCommand.LargestPicture).Select(file => $"{file.Name} is missing or too large."));
        Faults.None(files.Where(file => !readme.Contains($"](Bot/Pictures/{file.Name})", System.StringComparison.Ordinal)).Select(file => $"The README does not show {file.Name}."));
    }
}
