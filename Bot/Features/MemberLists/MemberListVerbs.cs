namespace Bot.Features.MemberLists;

/// <summary>Verbs of this feature's buttons, as they stand on the wire.</summary>
internal static class MemberListVerbs
{
    /// <summary>Takes a list.</summary>
    public const string Take = "list.take";

    /// <summary>Answers what only somebody who knows can say.</summary>
    public const string Answer = "list.answer";

    /// <summary>Hands over what was found in a list.</summary>
    public const string Report = "list.report";

    /// <summary>Drops a list.</summary>
    public const string Drop = "list.drop";
}
