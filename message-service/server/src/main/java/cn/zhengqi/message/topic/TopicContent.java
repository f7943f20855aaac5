package cn.zhengqi.message.topic;

import cn.zhengqi.matching.api.facts.IndustrySection;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of new policies, as typed.
 *
 * @param industries absent as none: a page that was open before there were any does not know them
 * @param words in the title or in the name of the issuer
 */
record TopicContent(
        @NotNull(message = "缺少政策类别") @Size(max = 10, message = "政策类别过多")
        List<@NotNull(message = "政策类别不能为空") PolicyCategory> categories,

        @NotNull(message = "缺少政策级别") @Size(max = 10, message = "政策级别过多")
        List<@NotNull(message = "政策级别不能为空") PolicyLevel> levels,

        @Nullable @Size(max = 20, message = "行业过多") List<@NotNull(message = "行业不能为空") IndustrySection> industries,

        @Nullable @Size(max = 30, message = "关键词不超过 30 字") String words) {

    @Nullable
    String typed() {
        return words == null || words.isBlank() ? null : words.strip();
    }

    boolean asksNothing() {
        return categories.isEmpty() && levels.isEmpty() && industryNames().length == 0 && typed() == null;
    }

    /** Each once, in one order: the same topic is the same, however it was put together. */
    String[] categoryNames() {
        return names(categories);
    }

    String[] levelNames() {
        return names(levels);
    }

    String[] industryNames() {
        return names(industries == null ? List.of() : industries);
    }

    private static String[] names(List<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).distinct().sorted().toArray(String[]::new);
    }
}
