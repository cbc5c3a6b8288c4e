using System.Collections.Generic;
using Bot.Platform.Playground;

namespace Bot.Features.ExampleNetwork;

/// <summary>Somebody of the example network. All invented.</summary>
/// <param name="Key">Short name, the root of all ids.</param>
/// <param name="Number">Last digits of the Entra object id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Organization">Key of the organization they act for, or null.</param>
/// <param name="IsOnBoard">Whether they sit in the advisory board.</param>
/// <param name="Seat">How the local chat window has them: with a window, without one, or not at all.</param>
internal sealed record ExamplePerson(string Key, int Number, string Name, string? Organization, bool IsOnBoard, ExampleSeat Seat)
{
    /// <summary>The id Teams would use.</summary>
    public string TeamsId => "29:" + Key;

    /// <summary>The Entra object id.</summary>
    public string AadObjectId => $"00000000-0000-0000-0000-{Number:000000000000}";

    /// <summary>As the local chat window wants it.</summary>
    public PlaygroundPerson ToPlayground() => new(TeamsId, AadObjectId, Name, Key + "@buendnis.example", Seat == ExampleSeat.Window);
}

/// <summary>How the local chat window has somebody.</summary>
internal enum ExampleSeat
{
    /// <summary>In no window: somebody who does not use Teams.</summary>
    None,

    /// <summary>In all groups, without a window of their own.</summary>
    Group,

    /// <summary>With a window of their own.</summary>
    Window,
}

/// <summary>The people of the example network.</summary>
internal static class ExamplePeople
{
    /// <summary>Coordinator first; the six with a seat are those the local chat window shows.</summary>
    public static IReadOnlyList<ExamplePerson> All { get; } =
    [
        new("katrin", 1, "Katrin Vogel", null, false, ExampleSeat.Window),
        new("amina", 2, "Amina Yıldız", "kulturbruecke", true, ExampleSeat.Window),
        new("bernd", 3, "Bernd Krüger", "kirchgemeinde", true, ExampleSeat.Window),
        new("samira", 4, "Samira Haddad", null, false, ExampleSeat.Window),
        new("clara", 5, "Clara Neumann", "gewerkschaftsjugend", true, ExampleSeat.Group),
        new("dao", 6, "Dao Nguyen", "sportbund", false, ExampleSeat.Group),
        new("edda", 7, "Edda Hoffmann", "freiwilligenagentur", false, ExampleSeat.None),
        new("frank", 8, "Frank Seidel", "volkshochschule", false, ExampleSeat.None),
        new("guel", 9, "Gül Aydın", "integrationsbuero", false, ExampleSeat.None),
        new("hanna", 10, "Hanna Brandt", "jugendtreff", false, ExampleSeat.None),
        new("ivo", 11, "Ivo Petrov", "kulturbruecke", false, ExampleSeat.None),
    ];
}
