using System.Collections.Generic;
using System.Text.Json;

namespace Bot.Platform.Activities;

/// <summary>The answer to an activity with <see cref="DeliveryModes.ExpectReplies"/>.</summary>
internal sealed class ExpectedReplies
{
    public IReadOnlyList<Activity> Activities { get; set; } = [];

    /// <summary>What was sent during the turn; for an invoke its answer comes last, as an activity of its own.</summary>
    public static InvokeResponse Of(TurnContext turn, InvokeResponse answer)
    {
        IReadOnlyList<Activity> activities = turn.Activity.Type is ActivityTypes.Invoke
            ? [.. turn.ExpectedReplies, new Activity { Type = ActivityTypes.InvokeResponse, Value = Wire(answer) }]
            : turn.ExpectedReplies;
        return new InvokeResponse(200, new ExpectedReplies { Activities = activities });
    }

    private static JsonElement Wire(InvokeResponse answer) =>
        JsonSerializer.SerializeToElement(answer, ActivityFormat.Of<InvokeResponse>());
}
