using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bot.Platform.Activities.Connector.Credentials;

/// <summary>The certificate the bot signs its requests for tokens with.</summary>
internal static class BotCertificate
{
    /// <summary>The certificate the settings name, or null when they name none.</summary>
    /// <exception cref="CryptographicException">It cannot be read, is password-protected otherwise, or is in neither store.</exception>
    /// <exception cref="IOException">A file is not there.</exception>
    public static X509Certificate2? Load(ConnectorOptions options)
    {
        if (!string.IsNullOrEmpty(options.CertificateFile))
        {
            return FromFile(options.CertificateFile, PasswordOf(options));
        }

        return string.IsNullOrEmpty(options.CertificateThumbprint)
            ? null
            : InStore(StoreLocation.CurrentUser, options.CertificateThumbprint)
                ?? InStore(StoreLocation.LocalMachine, options.CertificateThumbprint)
                ?? throw new CryptographicException("No such certificate in the user's or the machine's store.");
    }

    private static string? PasswordOf(ConnectorOptions options) =>
        string.IsNullOrEmpty(options.CertificatePasswordFile) ? null : File.ReadAllText(options.CertificatePasswordFile).TrimEnd('\r', '\n');

    private static X509Certificate2 FromFile(string path, string? password)
    {
        if (X509Certificate2.GetCertContentType(path) is X509ContentType.Pkcs12)
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }

        return password is null ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
    }

    private static X509Certificate2? InStore(StoreLocation location, string thumbprint)
    {
        using var store = new X509Store(StoreName.My, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (CryptographicException)
        {
            return null; // This machine has no such store.
        }

        var found = store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false);
        return found.Count == 0 ? null : found[0];
    }
}
