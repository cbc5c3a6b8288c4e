using System.Net;

namespace Bot.Platform.Activities;

/// <summary>The answer to an invoke: it becomes the HTTP answer as it is.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Any type <see cref="ActivityFormat"/> knows, or null for an empty body.</param>
internal sealed record InvokeResponse(int Status, object? Body)
{
    /// <summary>The bot knows nothing to do with this invoke.</summary>
    public static InvokeResponse NotImplemented { get; } = new((int)HttpStatusCode.NotImplemented, null);

    /// <summary>Understood, nothing to say.</summary>
    public static InvokeResponse Empty { get; } = new((int)HttpStatusCode.OK, null);
}
