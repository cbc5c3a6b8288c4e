namespace Bot.Features.Tasks;

/// <summary>The verbs of the buttons on cards of tasks.</summary>
internal static class TaskVerbs
{
    /// <summary>Says that a task is done.</summary>
    public const string Finish = "task.done";
}
