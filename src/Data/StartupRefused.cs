namespace Concierge.Data;

/// <summary>The program must not start. The message says what is wrong, where, and what to do.</summary>
public sealed class StartupRefused(string message, Exception? because = null) : Exception(message, because);
