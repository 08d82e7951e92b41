using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Concierge.BrowserTests.WebChat;

/// <summary>A certificate for this machine that nobody signed: what browsers do differently over https can be seen with it.</summary>
public sealed class OwnCertificate : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("concierge-https-").FullName;

    public OwnCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(Path, made.Export(X509ContentType.Pkcs12));
    }

    public string Path => System.IO.Path.Combine(_folder, "own.pfx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
