namespace Bot.Features.Rotas;

/// <summary>The verbs of the buttons on cards about who leads.</summary>
internal static class RotaVerbs
{
    /// <summary>Sets the order.</summary>
    public const string Set = "rota.set";

    /// <summary>Asks somebody to swap turns.</summary>
    public const string AskSwap = "rota.swap.ask";

    /// <summary>Agrees to swap.</summary>
    public const string AgreeSwap = "rota.swap.agree";

    /// <summary>Does not swap.</summary>
    public const string DeclineSwap = "rota.swap.decline";

    /// <summary>Passes over the turn in preparation.</summary>
    public const string Skip = "rota.skip";

    /// <summary>Notes what is done for a meeting.</summary>
    public const string Check = "rota.check";

    /// <summary>Leaves everything as it is.</summary>
    public const string Dismiss = "rota.dismiss";
}
