namespace Bot.Features.Digests;

/// <summary>The verbs of the buttons on weekly overviews.</summary>
internal static class DigestVerbs
{
    /// <summary>The sender wants no more.</summary>
    public const string Off = "digest.off";

    /// <summary>The sender wants them again.</summary>
    public const string On = "digest.on";
}
