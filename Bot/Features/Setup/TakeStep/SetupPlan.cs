using System.Collections.Generic;
using Bot.Storage;

namespace Bot.Features.Setup.TakeStep;

/// <summary>What a step comes to with the network as it is now.</summary>
internal abstract record SetupPlan
{
    private SetupPlan()
    {
    }

    /// <summary>Something is missing, not understood, or stands in the way: the form is shown with these. Markdown.</summary>
    public sealed record Asked(params IReadOnlyList<string> Questions) : SetupPlan;

    /// <summary>It is so already. Markdown.</summary>
    public sealed record Stands(string Said) : SetupPlan;

    /// <summary>It can be done.</summary>
    /// <param name="Lines">What it will change, as the preview shows it. Markdown. What was shown is what may be done: when these differ by then, it is shown again.</param>
    /// <param name="Change">The change.</param>
    /// <param name="Done">What is said when it was done. Markdown.</param>
    public sealed record Ready(IReadOnlyList<string> Lines, NetworkChange Change, string Done) : SetupPlan
    {
        /// <summary>What else the preview says, such as what happens nowhere. Markdown.</summary>
        public IReadOnlyList<string> Hints { get; init; } = [];

        /// <summary>Of a committee that ends, its gate as it was before it was seen that nothing runs there; null for every other step.</summary>
        public CommitteeGate.PassedGate? Gate { get; init; }

        /// <summary>What is to be looked at once it is stored, because something follows from it by time; null for nothing.</summary>
        public Platform.Scheduling.DueSubject? Follows { get; init; }

        /// <summary>What the coordinators are told of it; null for what gives no power.</summary>
        public PowerNotice? Notice { get; init; }
    }
}
