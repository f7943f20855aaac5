package cn.zhengqi.matching.reverse;

/**
 * A policy or product that enterprises can be asked for.
 *
 * @param issuer number of the document, or the bank
 */
public record ReverseTarget(String code, String title, String issuer) {}
