package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong at one place of a tree of conditions.
 *
 * @param path of the faulty condition, empty for the whole tree: {@code /criteria/0/bands/1/then}
 * @param member the member of it that is wrong, such as {@code value}; absent where it is the condition itself
 * @param code stable
 * @param message Chinese, fit to stand beside the condition
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CriteriaFault(String path, @Nullable String member, String code, String message) {}
