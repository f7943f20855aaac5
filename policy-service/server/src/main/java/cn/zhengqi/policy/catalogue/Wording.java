package cn.zhengqi.policy.catalogue;

/**
 * What a document says.
 *
 * @param isNew whether the draft was written from it, or it is that of a file which came with this draft; else the file was there with the edition before, and may be an annex
 */
public record Wording(String text, boolean isNew) {}
