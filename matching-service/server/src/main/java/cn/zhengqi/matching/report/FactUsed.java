package cn.zhengqi.matching.report;

/**
 * What was known of the enterprise when it was matched.
 *
 * @param tax whether it came from the tax authority by the enterprise's authorization
 */
public record FactUsed(String name, String label, String value, boolean tax) {}
