using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Concierge.Admin.SignIn;

/// <summary>Passwords of staff: PBKDF2 with HMAC-SHA512, as the framework stores them. Why not Argon2: decision 0009.</summary>
public sealed class Passwords
{
    public const int Shortest = 12, Longest = 128;

    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA512 (Password Storage Cheat Sheet, 2023).</summary>
    private const int Iterations = 210_000;

    private const int FewestDifferent = 5, GroupsOfOne = 4, LettersOfGroup = 4;

    /// <summary>None that are taken for each other when they are read out.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly PasswordHasher<object> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly string nobodys;

    public Passwords() => nobodys = Hash(OneTime());

    public string Hash(string password) => hasher.HashPassword(this, password);

    /// <param name="hash">Null for somebody unknown or without a password: never right, and takes as long.</param>
    public bool Fits(string? hash, string password) =>
        hasher.VerifyHashedPassword(this, hash ?? nobodys, password) != PasswordVerificationResult.Failed && hash is not null;

    /// <summary>Long rather than odd (NIST SP 800-63B, 3.1.1.2): no rules on kinds of letters.</summary>
    public static bool IsGood(string password, string login) =>
        password.Length is >= Shortest and <= Longest && password.Distinct().Count() >= FewestDifferent && !password.Contains(login, StringComparison.OrdinalIgnoreCase);

    /// <summary>A first password, e.g. <c>k7mq-2xhd-w9fp-t4ab</c>: 79 bits, good to read out.</summary>
    public static string OneTime() => string.Join('-', Enumerable.Range(0, GroupsOfOne).Select(_ => RandomNumberGenerator.GetString(Letters, LettersOfGroup)));
}
