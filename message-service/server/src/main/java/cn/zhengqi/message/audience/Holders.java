package cn.zhengqi.message.audience;

import cn.zhengqi.finance.api.applicant.ApplicantStanding;
import cn.zhengqi.finance.api.applicant.InternalApplicants;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.tag.InternalTags;
import cn.zhengqi.matching.api.tag.InternalTags.NamedTag;
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
 * Asks what others alone know of an audience: matching-service which enterprises have a tag or are of a size (ADR 0064), finance-service which applied to a bank (ADR 0074). They
 * are asked about those that fulfil the other conditions, in portions; where one portion is not answered there is no answer, so that nobody takes half an audience for the whole. Outside of transactions.
 */
@Component
public class Holders {

    /** As many as each of them answers at once. */
    private static final int PORTION = Math.min(InternalTags.MOST_ENTERPRISES, InternalApplicants.MOST_ENTERPRISES);

    private final JdbcClient jdbc;
    private final InternalTags tags;

    private final InternalApplicants applicants;

    Holders(JdbcClient jdbc, InternalTags tags, InternalApplicants applicants) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.applicants = applicants;
    }

    /** @throws ProblemException TAGS_UNANSWERED, APPLICANTS_UNANSWERED */
    public Meant meant(Conditions conditions) {
        if (!conditions.asksOthers()) {
            return new Meant(conditions, null);
        }
        Conditions.Query query = conditions.candidates();
        List<UUID> candidates = jdbc.sql(query.sql())
                .params(query.parameters())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        Set<UUID> found = new HashSet<>();
        for (int from = 0; from < candidates.size(); from += PORTION) {
            int to = Math.min(candidates.size(), from + PORTION);
            Set<UUID> some = Set.copyOf(candidates.subList(from, to));
            Set<UUID> holders = holders(conditions, some);
            // Who says more than was asked about brings in nobody whom the other one did not name.
            applicants(conditions, holders).stream().filter(holders::contains).forEach(found::add);
        }
        return new Meant(conditions, found);
    }

    private Set<UUID> holders(Conditions conditions, Set<UUID> some) {
        if (!conditions.asksForHolders()) {
            return some;
        }
        InternalTags.Question question = new InternalTags.Question(
                Set.copyOf(conditions.tags()),
                conditions.sizes().isEmpty() ? Set.of() : EnumSet.copyOf(conditions.sizes()),
                some);
        return answered(MessageProblem.TAGS_UNANSWERED, () -> tags.holders(question));
    }

    private Set<UUID> applicants(Conditions conditions, Set<UUID> some) {
        if (!conditions.asksForApplicants() || some.isEmpty()) {
            return some;
        }
        ApplicantStanding standing = conditions.applications();
        InternalApplicants.Question question = new InternalApplicants.Question(
                Set.copyOf(conditions.banks()), standing == null ? ApplicantStanding.APPLIED : standing, some);
        return answered(MessageProblem.APPLICANTS_UNANSWERED, () -> applicants.applicants(question));
    }

    /** Of these, those that there are in the library of tags, also what is retired. @throws ProblemException TAGS_UNANSWERED */
    public List<NamedTag> named(Collection<UUID> some) {
        return some.isEmpty()
                ? List.of()
                : answered(MessageProblem.TAGS_UNANSWERED, () -> tags.named(Set.copyOf(some)));
    }

    private static <T> T answered(MessageProblem otherwise, Supplier<T> question) {
        try {
            return question.get();
        } catch (ProblemException unanswered) {
            if (unanswered.code() != CommonProblem.SERVICE_UNAVAILABLE) {
                throw unanswered;
            }
            throw new ProblemException(otherwise);
        }
    }
}
