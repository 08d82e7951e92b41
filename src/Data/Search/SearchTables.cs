using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>In which messages of a block a piece of text may stand. Nothing of the text itself, and nothing of whose it is.</summary>
public sealed class MessageGramEntry
{
    /// <summary>The block's number above, the piece's below (32 bits each): what is written together lies side by side, at the end of the table.</summary>
    public required long Id { get; init; }

    /// <summary><see cref="Data.Places"/>.</summary>
    public required byte[] Places { get; init; }

    public static long IdOf(long block, int gram) => (block << 32) | (uint)gram;

    public static long BlockOf(long id) => id >> 32;
}

/// <summary>So many messages side by side, by their seq, as the index knows them.</summary>
public sealed class MessageBlockEntry
{
    public const int Size = 4096;

    public required long Id { get; init; }

    /// <summary>Seq of the last message that the index knows.</summary>
    public required long UpTo { get; set; }

    /// <summary>How often words in it were taken away since it was read last.</summary>
    public required int Stale { get; set; }
}

/// <summary>That a piece of text stands in somebody's name or telephone number.</summary>
public sealed class MemberGramEntry
{
    public required long Gram { get; init; }
    public required string MemberId { get; init; }
}

internal static class SearchTables
{
    public static void Map(ModelBuilder model)
    {
        var gram = model.Entity<MessageGramEntry>().ToTable("message_gram");
        gram.HasKey(g => g.Id);
        gram.Property(g => g.Id).ValueGeneratedNever();

        var block = model.Entity<MessageBlockEntry>().ToTable("message_block");
        block.HasKey(b => b.Id);
        block.Property(b => b.Id).ValueGeneratedNever();

        var member = model.Entity<MemberGramEntry>().ToTable("member_gram");
        member.HasKey(g => new { g.Gram, g.MemberId });
        member.HasIndex(g => g.MemberId);
        Mapping.OfMember(member, nameof(MemberGramEntry.MemberId));
    }
}
