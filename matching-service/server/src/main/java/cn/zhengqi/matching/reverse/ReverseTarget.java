package cn.zhengqi.matching.reverse;

import java.util.UUID;

/**
 * A policy or product that enterprises can be asked for.
 *
 * @param subjectId of the policy or product
 * @param issuer number of the document, or the bank
 */
public record ReverseTarget(UUID subjectId, String code, String title, String issuer) {}
