using System;

namespace Bot.Platform.Playground;

/// <summary>One of the people of the local chat window.</summary>
/// <param name="Id">Channel id as Teams shapes it, e.g. <c>29:katrin</c>; unique, and it stays the same over restarts.</param>
/// <param name="AadObjectId">Entra object id, a GUID; members can be asked for by it as in Teams.</param>
/// <param name="Name">Name as shown in the chat; its last word is taken as the surname.</param>
/// <param name="UserPrincipalName">Sign-in name, also given as the e-mail address.</param>
/// <param name="HasWindow">Whether a chat window of their own is opened. Somebody without one is like somebody who
/// has not installed the app: in every group, but not reachable in a 1:1 chat.</param>
internal sealed record PlaygroundPerson(string Id, string AadObjectId, string Name, string UserPrincipalName, bool HasWindow)
{
    /// <summary>Id of the 1:1 chat between this person and the bot.</summary>
    public string PersonalChatId => "a:personal-" + Id[(Id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether <paramref name="id"/> names this person: by channel id, Entra object id or sign-in name.</summary>
    public bool IsNamedBy(string id) =>
        string.Equals(id, Id, StringComparison.Ordinal)
        || string.Equals(id, AadObjectId, StringComparison.OrdinalIgnoreCase)
        || string.Equals(id, UserPrincipalName, StringComparison.OrdinalIgnoreCase);
}
