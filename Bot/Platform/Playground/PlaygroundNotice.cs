using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Bot.Platform.Playground;

/// <summary>What the developer reads on the console about the chat windows: every sentence, in one place. Developers
/// read English; what people read in a chat lies in Texts.</summary>
internal sealed class PlaygroundNotice(TextWriter console)
{
    private const string BotRuns = "The bot runs without them.";

    public void NodeMissing() => Write(
        $"No chat windows: Node.js {NodeSearch.OldestMajor} or newer (with npm) was not found on the PATH. {BotRuns}",
        "Install Node.js 20 from https://nodejs.org and start again; or set Playground:Enabled to false.");

    public void NoAddress() => Write($"No chat windows: the bot is not reached on a plain http address of this machine. {BotRuns}");

    public void Installing(string folder) => Write($"Fetching the chat window with npm into {folder}, about 15 MB, only this once …");

    public void Installed() => Write("The chat window is fetched.");

    public void InstallFailed(string output) => Write(
        [$"No chat windows: npm could not fetch the Microsoft 365 Agents Playground. {BotRuns} The next start tries again.",
         .. LastLines(output)]);

    public void WindowDied(PlaygroundPerson person, int startsLeft, string output) => Write(
        [startsLeft > 0
             ? $"The chat window of {person.Name} has ended; starting it again ({startsLeft} more times at most)."
             : $"The chat window of {person.Name} has ended too often and stays closed.",
         .. LastLines(output)]);

    public void Broken(string reason) => Write($"No chat windows: {reason} {BotRuns}");

    /// <param name="windows">The windows that are ready.</param>
    /// <param name="botName">Name the bot is mentioned by.</param>
    /// <param name="firstThing">What to type first, as the first of them.</param>
    public void Ready(IReadOnlyList<PlaygroundWindow> windows, string botName, string firstThing)
    {
        var width = windows.Max(window => window.Person.Name.Length);
        Write(
            ["Open a chat window for each person you want to be (one browser tab each):",
             .. windows.Select(window => $"  {window.Person.Name.PadRight(width)}  {window.Address?.GetLeftPart(System.UriPartial.Authority)}"),
             $"Type first, as {windows[0].Person.Name} in Personal Chat:  {firstThing}",
             $"In the group chat and the channel type @ first and click {botName}.",
             "Ctrl+C stops the bot and closes the windows."]);
    }

    private static IEnumerable<string> LastLines(string output) =>
        output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(5).Select(line => "  | " + line);

    private void Write(params IEnumerable<string> lines)
    {
        // One call, so that lines of the log do not come between.
        console.WriteLine(string.Join(console.NewLine, ["", .. lines, ""]));
        console.Flush();
    }
}
