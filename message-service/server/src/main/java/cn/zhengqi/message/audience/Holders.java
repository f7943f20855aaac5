package cn.zhengqi.message.audience;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.tag.InternalTags;
import cn.zhengqi.matching.api.tag.InternalTags.NamedTag;
import cn.zhengqi.matching.api.tag.InternalTags.Question;
import cn.zhengqi.message.MessageProblem;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks matching-service what it alone knows of an audience: which enterprises have a tag or are of a size (ADR 0064). It is asked about those that fulfil the other conditions,
 * in portions; where one portion is not answered there is no answer, so that nobody takes half an audience for the whole. Outside of transactions.
 */
@Component
public class Holders {

    private final JdbcClient jdbc;
    private final InternalTags tags;

    Holders(JdbcClient jdbc, InternalTags tags) {
        this.jdbc = jdbc;
        this.tags = tags;
    }

    /** @throws ProblemException TAGS_UNANSWERED */
    public Meant meant(Conditions conditions) {
        if (!conditions.asksForHolders()) {
            return new Meant(conditions, null);
        }
        Conditions.Query query = conditions.candidates();
        List<UUID> candidates = jdbc.sql(query.sql())
                .params(query.parameters())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        Set<UUID> holders = new HashSet<>();
        for (int from = 0; from < candidates.size(); from += InternalTags.MOST_ENTERPRISES) {
            int to = Math.min(candidates.size(), from + InternalTags.MOST_ENTERPRISES);
            Question question = new Question(
                    Set.copyOf(conditions.tags()),
                    conditions.sizes().isEmpty() ? Set.of() : EnumSet.copyOf(conditions.sizes()),
                    Set.copyOf(candidates.subList(from, to)));
            holders.addAll(answered(() -> tags.holders(question)));
        }
        return new Meant(conditions, holders);
    }

    /** Of these, those that there are in the library of tags, also what is retired. @throws ProblemException TAGS_UNANSWERED */
    public List<NamedTag> named(Collection<UUID> some) {
        return some.isEmpty() ? List.of() : answered(() -> tags.named(Set.copyOf(some)));
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProblemException unanswered) {
            if (unanswered.code() != CommonProblem.SERVICE_UNAVAILABLE) {
                throw unanswered;
            }
            throw new ProblemException(MessageProblem.TAGS_UNANSWERED);
        }
    }
}
