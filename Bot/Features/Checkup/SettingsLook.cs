using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Hosting;
using Bot.Texts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Features.Checkup;

/// <summary>All settings, as the start judges them.</summary>
internal sealed class SettingsLook(IConfiguration configuration, IStartupValidator validator) : ILook
{
    public Sentence Subject => Sentence.CheckupSettings;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var faults = KnownSettings.Faults((IConfigurationRoot)configuration).Concat(Invalid()).Distinct().ToList();
        return Task.FromResult<IReadOnlyList<Finding>>(faults.Count == 0
            ? [new Finding(Gravity.Fine, Sentence.CheckupSettingsFine)]
            : [.. faults.Select(StartWords.Wrong)]);
    }

    private IReadOnlyList<string> Invalid()
    {
        try
        {
            validator.Validate();
            return [];
        }
        catch (Exception exception) when (StartFault.Of(exception) is { Count: > 0 } faults)
        {
            return faults;
        }
    }
}
