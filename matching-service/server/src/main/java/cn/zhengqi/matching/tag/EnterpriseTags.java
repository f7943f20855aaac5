package cn.zhengqi.matching.tag;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.match.MatchOutcome;
import cn.zhengqi.matching.engine.Evaluation;
import cn.zhengqi.matching.engine.Explainer;
import cn.zhengqi.matching.engine.FactVector;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.engine.RuleFacts;
import cn.zhengqi.matching.profile.ProfileScan;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tags of one enterprise: those that were set, and those that follow from its facts in this moment. Tax data is not read. From the primary: people look at it
 * right after they filled something in.
 */
@Service
@Transactional
class EnterpriseTags {

    private final JdbcClient jdbc;
    private final ProfileScan profiles;
    private final DerivedTags derivedTags;
    private final Clock clock;

    EnterpriseTags(JdbcClient jdbc, ProfileScan profiles, DerivedTags derivedTags, Clock clock) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.derivedTags = derivedTags;
        this.clock = clock;
    }

    /** As the enterprise itself sees them. */
    List<EnterpriseTag> own(UUID enterprise) {
        return of(enterprise, new TagHolders.Reader(DataScope.all(), true), true);
    }

    /**
     * As somebody else sees them. Who wants no recommendations by its profile has no derived tags for others.
     *
     * @throws ProblemException NOT_FOUND where the reader does not reach
     */
    List<EnterpriseTag> seenBy(TagHolders.Reader reader, UUID enterprise) {
        return of(enterprise, reader, false);
    }

    private List<EnterpriseTag> of(UUID enterprise, TagHolders.Reader reader, boolean own) {
        LocalDate today = BusinessTime.today(clock);
        List<Tag> derived = derivedTags.all();
        RuleBook book = RuleBook.of(derived.stream().map(Tag::rule).toList());
        Set<String> facts = new HashSet<>();
        derived.forEach(tag -> facts.addAll(RuleFacts.of(tag.rule())));
        List<EnterpriseTag> tags = new ArrayList<>();
        boolean[] there = {false};
        profiles.each(ProfileScan.Which.withoutTaxData(reader.scope()).only(List.of(enterprise)), facts, today, one -> {
            there[0] = true;
            if (own || one.personalised()) {
                Evaluation evaluation = book.evaluate(FactVector.of(FactDictionary.inForce(), one.facts(), today));
                for (int i = 0; i < derived.size(); i++) {
                    judge(derived.get(i), evaluation, i, reader.figures(), own, tags);
                }
            }
        });
        if (!there[0]) {
            throw ProblemException.notFound("没有这家企业，或不在您的数据权限内");
        }
        tags.addAll(0, set(enterprise));
        return tags;
    }

    private static void judge(
            Tag tag, Evaluation evaluation, int place, boolean figures, boolean own, List<EnterpriseTag> into) {
        MatchOutcome outcome = evaluation.outcome(place);
        if (outcome == MatchOutcome.ELIGIBLE || outcome == MatchOutcome.UNKNOWN) {
            into.add(new EnterpriseTag(
                    tag.id(),
                    tag.name(),
                    tag.category(),
                    tag.kind(),
                    tag.description(),
                    true,
                    outcome == MatchOutcome.ELIGIBLE ? TagState.HAS : TagState.UNKNOWN,
                    TagReasons.of(
                            new Explainer(evaluation).conditions(place),
                            RuleFacts.conditions(tag.rule()),
                            figures,
                            own),
                    null,
                    null,
                    null));
        }
    }

    private List<EnterpriseTag> set(UUID enterprise) {
        return jdbc.sql("select " + Tag.COLUMNS + """
                        , g.set_by_institution, g.set_at, g.note from tagging g join tag t on t.id = g.tag_id
                        where g.subject_id = ? and t.subject = 'ENTERPRISE' and t.retired_at is null order by t.category, t.name""")
                .param(enterprise)
                .query((row, number) -> {
                    Tag tag = Tag.of(row, number);
                    return new EnterpriseTag(
                            tag.id(),
                            tag.name(),
                            tag.category(),
                            tag.kind(),
                            tag.description(),
                            false,
                            TagState.HAS,
                            List.of(),
                            row.getString("set_by_institution"),
                            BusinessTime.at(row.getObject("set_at", OffsetDateTime.class)
                                    .toInstant()),
                            row.getString("note"));
                })
                .list();
    }
}
