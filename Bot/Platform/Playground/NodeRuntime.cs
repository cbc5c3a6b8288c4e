namespace Bot.Platform.Playground;

/// <summary>Node.js as found on this machine.</summary>
/// <param name="Node">Path of the program.</param>
/// <param name="Npm">Path of its package manager.</param>
internal sealed record NodeRuntime(string Node, string Npm);
