package cn.zhengqi.message.template;

import cn.zhengqi.kernel.Sort;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds of notices are looked for.
 *
 * @param q part of what happened, of title or text
 * @param changed whether operators wrote the words
 * @param sort by name or changedAt; as the catalogue has them when absent
 */
record TemplateFilter(
        @Nullable @Size(max = 50, message = "关键词不超过 50 字") String q,

        @Nullable NoticeGroup group,
        @Nullable Boolean enabled,
        @Nullable Boolean changed,
        @Nullable String sort) {

    private static final Map<String, Comparator<TemplateView>> SORTABLE = Map.of(
            "name", Comparator.comparing(TemplateView::name),
            "changedAt",
                    Comparator.comparing(TemplateView::changedAt, Comparator.nullsFirst(Comparator.naturalOrder())));

    Stream<TemplateView> of(Stream<TemplateView> all) {
        Sort<Comparator<TemplateView>> asked = Sort.parse(sort, SORTABLE);
        Stream<TemplateView> found = all.filter(this::takes);
        return asked == null
                ? found
                : found.sorted(asked.ascending() ? asked.by() : asked.by().reversed());
    }

    private boolean takes(TemplateView it) {
        return (group == null || it.group() == group)
                && (enabled == null || it.enabled() == enabled)
                && (changed == null || it.number() > 0 == changed)
                && (q == null
                        || Stream.of(it.name(), it.title(), it.body())
                                .anyMatch(text -> text.toLowerCase(Locale.ROOT)
                                        .contains(q.strip().toLowerCase(Locale.ROOT))));
    }
}
