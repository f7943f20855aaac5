package cn.zhengqi.matching.reverse;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise, held against one policy or product.
 *
 * @param degree 匹配度, 0 to 100
 * @param completeness 数据完整度, 0 to 100
 * @param reasons what is met, what is missing to it, or what is to be filled in; without a figure of its tax data, and without any for who may not read enterprises
 */
public record ReverseRow(
        UUID enterpriseId,
        String name,
        String uscc,
        @Nullable String townName,
        @Nullable String industryName,
        ReverseOutcome outcome,
        int degree,
        int completeness,
        List<String> reasons) {}
