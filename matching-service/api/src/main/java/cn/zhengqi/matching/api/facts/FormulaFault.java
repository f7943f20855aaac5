package cn.zhengqi.matching.api.facts;

/**
 * What is wrong with a formula.
 *
 * @param path which part of it, as in JSON: {@code /parts/0}; empty for the whole
 * @param code stable
 * @param message in Chinese, for the person who builds it
 */
public record FormulaFault(String path, String code, String message) {}
