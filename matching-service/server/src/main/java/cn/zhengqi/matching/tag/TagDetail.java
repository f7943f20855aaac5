package cn.zhengqi.matching.tag;

import cn.zhengqi.matching.api.match.ConditionResult;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag with its rule.
 *
 * @param criteria as the editor holds them
 * @param conditions the same in words
 */
public record TagDetail(
        UUID id,
        TagSubject subject,
        TagKind kind,
        String category,
        String name,
        @Nullable String description,
        @Nullable Map<String, Object> criteria,
        List<ConditionResult> conditions,
        boolean retired,
        int version) {

    static TagDetail of(Tag tag, LocalDate today) {
        return new TagDetail(
                tag.id(),
                tag.subject(),
                tag.kind(),
                tag.category(),
                tag.name(),
                tag.description(),
                tag.criteria(),
                tag.derived() ? words(tag, today) : List.of(),
                tag.retired(),
                tag.version());
    }

    /** As an enterprise is told of which nothing is known. */
    private static List<ConditionResult> words(Tag tag, LocalDate today) {
        RuleBook book = RuleBook.of(List.of(tag.rule()));
        return new Explainer(book.evaluate(FactVector.of(book.facts(), Map.of(), today))).conditions(0);
    }
}
