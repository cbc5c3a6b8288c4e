using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Activities.Connector.Credentials;
using Bot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Features.Checkup;

/// <summary>The bot's own token, without which nothing it says arrives.</summary>
internal sealed class TokenLook(IServiceProvider services, TimeProvider time) : ILook
{
    public Sentence Subject => Sentence.CheckupToken;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var credential = services.GetRequiredService<BotCredential>();
        if (credential.Setting is not { } setting)
        {
            return [new Finding(Gravity.LeftOut, Sentence.CheckupWithoutAppId)];
        }

        var now = time.GetUtcNow();
        if (CertificateTerm.EndsSoon(credential, now) is not { } end)
        {
            return [await AskAsync(setting, cancellationToken)];
        }

        var days = (int)Math.Floor((end - now).TotalDays);
        return days < 0
            ? [new Finding(Gravity.Wrong, Sentence.CheckupCertificateEnded, setting, Day(end))]
            : [await AskAsync(setting, cancellationToken), new Finding(Gravity.Warning, Sentence.CheckupCertificateEnds, setting, Day(end), days)];
    }

    /// <summary>What Entra's refusal means.</summary>
    /// <param name="reason">Its number, or the kind of failure.</param>
    /// <param name="setting">The setting the token was asked with.</param>
    /// <remarks>Source: "Microsoft Entra authentication and authorization error codes".</remarks>
    public static Finding Words(string reason, string setting) => new(
        Gravity.Wrong,
        reason switch
        {
            "AADSTS7000215" or "AADSTS7000216" => Sentence.CheckupTokenWrongSecret,
            "AADSTS7000222" => Sentence.CheckupTokenOldSecret,
            "AADSTS700016" or "AADSTS7000112" => Sentence.CheckupTokenUnknownApp,
            "AADSTS90002" or "AADSTS900023" => Sentence.CheckupTokenUnknownTenant,
            "AADSTS700027" or "AADSTS700021" or "AADSTS70021" or "AADSTS700211" or "AADSTS700213" => Sentence.CheckupTokenNotTrusted,
            "CredentialUnavailableException" => Sentence.CheckupTokenNoIdentity,
            _ => Sentence.CheckupTokenRefused,
        },
        setting,
        reason);

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Finding> AskAsync(string setting, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<IConnectorToken>().GetAsync(cancellationToken);
            return new Finding(Gravity.Fine, Sentence.CheckupTokenFine, setting);
        }
        catch (ConnectorException refused) when (refused.NoTokenBecause is { } reason)
        {
            return Words(reason, setting);
        }
    }
}
