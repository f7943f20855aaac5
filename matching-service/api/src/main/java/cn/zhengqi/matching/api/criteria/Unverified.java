package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A condition whose figures are not known here; always unknown, so that nothing is promised or refused.
 *
 * @param reason what is missing and why, shown to the enterprise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Unverified(@Nullable String label, @Nullable Clause clause, String reason) implements Criterion {}
