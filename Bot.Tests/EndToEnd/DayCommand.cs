using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Tests.Samples;

namespace Bot.Tests.EndToEnd;

/// <summary><c>day pictures</c>: plays the first day and draws the pictures of the README's guide anew, or into another folder with <c>day &lt;folder&gt;</c>.</summary>
internal static class DayCommand
{
    /// <summary>Larger pictures make the README slow, bytes.</summary>
    public const int LargestPicture = 120_000;

    /// <summary>Where the README's pictures lie.</summary>
    public static string ReadmeFolder { get; } = Path.Combine(SampleFiles.Root, "Bot", "Pictures");

    /// <summary>Draws them.</summary>
    /// <returns>0; 1 when one is too large; 2 when the words make no sense.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        if (words is not [{ Length: > 0 } word] || word.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync("day pictures|<folder>");
            return 2;
        }

        var folder = word == "pictures" ? ReadmeFolder : word;
        Directory.CreateDirectory(folder);
        await using (var story = await PlaygroundStory.StartAsync(CancellationToken.None, FirstDayTests.WithoutExample))
        {
            await new FirstDay(story, folder).PlayAsync();
        }

        var sizes = FirstDay.Pictures.Select(name => (Name: name, new FileInfo(Path.Combine(folder, name + ".png")).Length)).ToList();
        sizes.ForEach(picture => Console.WriteLine($"{picture.Name}: {picture.Length} bytes"));
        return sizes.TrueForAll(picture => picture.Length < LargestPicture) ? 0 : 1;
    }
}
