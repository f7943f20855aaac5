package cn.zhengqi.kernel;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field, as in {@code contacts[0].phone}
 * @param code stable, upper case: REQUIRED, RANGE, FORMAT, …
 * @param message Chinese, fit to stand beside the field
 */
public record FieldProblem(String field, String code, String message) {}
