package cn.zhengqi.code.issued;

import java.time.Instant;

/**
 * What a claim led to.
 *
 * @param number 企业标识, fit to be read out
 */
public record IssuedCode(String number, Instant issuedAt) {}
