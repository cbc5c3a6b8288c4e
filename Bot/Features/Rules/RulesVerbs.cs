namespace Bot.Features.Rules;

/// <summary>The verbs of the buttons on cards about rules of procedure.</summary>
internal static class RulesVerbs
{
    /// <summary>Shows a committee's rules.</summary>
    public const string Show = "rules.show";

    /// <summary>Shows further committees to choose from.</summary>
    public const string Choose = "rules.choose";

    /// <summary>Shows the form for one kind of decision.</summary>
    public const string Edit = "rules.edit";

    /// <summary>Shows what would be set, to be confirmed.</summary>
    public const string Preview = "rules.preview";

    /// <summary>Sets the rule.</summary>
    public const string Set = "rules.set";

    /// <summary>Shows what taking back a change to come would do, to be confirmed.</summary>
    public const string AskTakeBack = "rules.takeback.ask";

    /// <summary>Back to the form for how it is elected.</summary>
    public const string EditElections = "rules.election.edit";

    /// <summary>Shows how it would be elected, to be confirmed.</summary>
    public const string PreviewElections = "rules.election.preview";

    /// <summary>Sets how it is elected.</summary>
    public const string SetElections = "rules.election.set";

    /// <summary>Shows what taking back a change to come of that would do, to be confirmed.</summary>
    public const string AskTakeBackElections = "rules.election.takeback.ask";

    /// <summary>Shows the form for what stands on every agenda.</summary>
    public const string EditStanding = "rules.standing.edit";

    /// <summary>Shows what would stand on every agenda, to be confirmed.</summary>
    public const string PreviewStanding = "rules.standing.preview";

    /// <summary>Sets what stands on every agenda.</summary>
    public const string SetStanding = "rules.standing.set";

    /// <summary>Shows what taking back a change to come of what stands on every agenda would do, to be confirmed.</summary>
    public const string AskTakeBackStanding = "rules.standing.takeback.ask";

    /// <summary>The form for follow-up meetings.</summary>
    public const string EditFollowUps = "rules.followup.edit";

    /// <summary>Shows what would be set for follow-up meetings, to be confirmed.</summary>
    public const string PreviewFollowUps = "rules.followup.preview";

    /// <summary>Sets the terms of follow-up meetings.</summary>
    public const string SetFollowUps = "rules.followup.set";

    /// <summary>Shows what taking back a change to come of that would do, to be confirmed.</summary>
    public const string AskTakeBackFollowUps = "rules.followup.takeback.ask";

    /// <summary>Shows when a committee would meet, to be confirmed.</summary>
    public const string PreviewRhythm = "rules.rhythm.preview";

    /// <summary>Back to the form for when a committee meets.</summary>
    public const string EditRhythm = "rules.rhythm.edit";

    /// <summary>Sets when a committee meets.</summary>
    public const string SetRhythm = "rules.rhythm.set";

    /// <summary>Shows what taking back a change to come of when a committee meets would do, to be confirmed.</summary>
    public const string AskTakeBackRhythm = "rules.rhythm.takeback.ask";

    /// <summary>Shows a notice period, to be confirmed.</summary>
    public const string PreviewNotice = "rules.notice.preview";

    /// <summary>Sets a notice period.</summary>
    public const string SetNotice = "rules.notice.set";

    /// <summary>Shows what taking back a change to come of a notice period would do, to be confirmed.</summary>
    public const string AskTakeBackNotice = "rules.notice.takeback.ask";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "rules.dismiss";
}
