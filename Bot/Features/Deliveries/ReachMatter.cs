using System.Collections.Generic;
using Bot.Texts;

namespace Bot.Features.Deliveries;

/// <summary>Something else that is talked about than a meeting or a ballot: an election, a case, minutes, a task, a working group.</summary>
/// <param name="Kind">What kind of subject it is.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Names">What stands in the title's gaps.</param>
/// <param name="Said">Messages that are still said to whoever has not heard them, as they are filed; empty where that cannot be told without the feature that says them.</param>
internal sealed record ReachMatter(string Kind, string Id, Sentence Title, IReadOnlyList<object> Names, IReadOnlySet<string> Said);
