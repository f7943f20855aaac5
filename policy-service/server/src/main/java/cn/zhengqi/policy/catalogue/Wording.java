package cn.zhengqi.policy.catalogue;

/**
 * What a document says.
 *
 * @param ofDraft whether the draft was written from it; else it was found in a file that came with the draft, which may be an annex
 */
public record Wording(String text, boolean ofDraft) {}
