using System;

namespace Bot.Platform.Playground;

/// <summary>One person's chat window: the Playground process that acts as this person.</summary>
internal sealed class PlaygroundWindow(PlaygroundPerson person)
{
    private volatile Uri? address;

    public PlaygroundPerson Person { get; } = person;

    /// <summary>Where the window is served, e.g. <c>http://127.0.0.1:56150/</c>; null while it is not ready or has died.</summary>
    public Uri? Address
    {
        get => address;
        set => address = value;
    }
}
