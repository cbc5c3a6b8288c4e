using System.ComponentModel.DataAnnotations;

namespace Bot.Platform.Playground;

/// <summary>Settings of the local chat windows, a tool for development only.</summary>
internal sealed class PlaygroundOptions
{
    public const string Section = "Playground";

    /// <summary>Whether the chat windows are started; unset means yes in Development. True elsewhere stops the start.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Port of the first window; the others follow. A taken port is stepped over.</summary>
    [Range(1024, 65000)]
    public int FirstPort { get; set; } = 56150;

    /// <summary>Language of the people in the windows, such as <c>de-DE</c> or <c>en-GB</c>. The Playground itself always
    /// says <c>en-US</c>; in Teams each person's client says its own.</summary>
    [Required]
    public string Locale { get; set; } = "de-DE";

    /// <summary>Folder for the npm package, the windows' settings and logs; relative to the content root.</summary>
    [Required]
    public string Folder { get; set; } = "data/playground";
}
