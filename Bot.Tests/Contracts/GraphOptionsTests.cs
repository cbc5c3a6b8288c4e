using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bot.Platform.Directory;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Bot.Tests.Contracts;

public class GraphOptionsTests
{
    private const string Guid = "11111111-1111-1111-1111-111111111111";

    [Fact]
    public void Validate_OfTheDefaults_IsFineAndOff()
    {
        Assert.Empty(Faults(new GraphOptions()));
        Assert.False(new GraphOptions().Enabled);
        Assert.False(new GraphOptions { TenantId = Guid }.Serves(Guid));
    }

    [Fact]
    public void Validate_OfAllThatIsNeeded_IsFine() => Assert.Empty(Faults(Good()));

    public static TheoryData<string, string> Wrong => new()
    {
        { "TenantId", "Graph:TenantId must" }, { "ClientId", "Graph:ClientId must" }, { "Organizer", "Graph:Organizer must" }, { "ClientSecretFile", "Graph:ClientSecretFile names" },
        { "Address", "Graph:Address may only" }, { "TimeoutSeconds", "Graph:TimeoutSeconds must" }, { "Folder", "Graph:Folder must" }, { "Drive", "Graph:Drive must" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_OneWrong_IsNamedInOneLine(string key, string fault)
    {
        var options = Good();
        typeof(GraphOptions).GetProperty(key)!.SetValue(options, key switch
        {
            "Address" => new Uri("http://graph.example.org"),
            "TimeoutSeconds" => 0,
            "ClientSecretFile" => Path.Combine(Path.GetTempPath(), "nicht-da-" + System.Guid.NewGuid().ToString("N")),
            "Folder" => "a/../b",
            "Drive" => "a/b",
            "Organizer" => "me/../x@example.org",
            _ => "x",
        });
        Assert.StartsWith(fault, Assert.Single(Faults(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "http://127.0.0.1:5000", true)]
    [InlineData("Development", "https://localhost:5000", true)]
    [InlineData("Development", "https://graph.example.org", false)]
    [InlineData("Production", "http://127.0.0.1:5000", false)]
    [InlineData("Production", "https://graph.microsoft.com", false)]
    public void Validate_AnotherAddress_IsThisMachineInDevelopmentAlone(string environment, string address, bool isFine) =>
        Assert.Equal(isFine, Faults(new GraphOptions { Address = new Uri(address) }, environment).Count == 0);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Validate_TimeoutAroundItsLimits_IsTakenWithin(int seconds, bool isFine) => Assert.Equal(isFine, Faults(new GraphOptions { TimeoutSeconds = seconds }).Count == 0);

    private static GraphOptions Good() => new() { Enabled = true, TenantId = Guid, ClientId = Guid, Organizer = "sitzungen@buendnis.example", Drive = "b!AbC-1_2", Folder = "Bündnis/Koordinationsbot" };

    private static List<string> Faults(GraphOptions options, string environment = "Production") =>
        new GraphOptionsValidator(new Place(environment)).Validate(null, options).Failures?.ToList() ?? [];

    private sealed class Place(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "Bot";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
