package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.catalogue.PolicyMapper.FacetRow;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The policies as everyone reads them: published editions, status as of today. */
@Service
@Transactional(readOnly = true)
class PolicyCatalogue {

    private final PolicyMapper policies;
    private final PolicyEditionMapper editions;
    private final PolicyAttachments attachments;
    private final PolicyRelations relations;
    private final PolicyExclusions exclusions;
    private final PolicyTexts texts;
    private final Clock clock;

    PolicyCatalogue(
            PolicyMapper policies,
            PolicyEditionMapper editions,
            PolicyAttachments attachments,
            PolicyRelations relations,
            PolicyExclusions exclusions,
            PolicyTexts texts,
            Clock clock) {
        this.policies = policies;
        this.editions = editions;
        this.attachments = attachments;
        this.relations = relations;
        this.exclusions = exclusions;
        this.texts = texts;
        this.clock = clock;
    }

    /** Words that no policy contains as typed are looked for piece by piece, rather than answering with nothing. */
    PolicyPage search(PolicyFilter filter, @Nullable String sort, PageRequest page) {
        PolicyQuery query = PolicyQuery.of(filter, waysToSay(filter.q()), today(), sort, page);
        long total = policies.count(query);
        if (total == 0 && query.text() != null && SearchText.pairs(query.text()).size() > 1) {
            PolicyQuery loose = query.loosely();
            long looseTotal = policies.count(loose);
            if (looseTotal > 0) {
                query = loose;
                total = looseTotal;
            }
        }
        List<PolicySummary> items = total <= page.offset() ? List.of() : policies.list(query);
        return PolicyPage.of(Page.of(items, total, page), facets(query));
    }

    List<PolicySummary> latest(int limit) {
        return policies.latest(today(), limit);
    }

    /**
     * @param idOrCode of the policy
     * @throws ProblemException POLICY_NOT_FOUND, or POLICY_NOT_IN_FORCE when it is not published any more
     */
    PolicyDetail detail(String idOrCode) {
        Policy policy = policy(idOrCode);
        PolicySummary summary = policies.find(policy.id(), today()).orElseThrow(() -> notPublished(policy));
        PolicyEdition edition = editions.published(policy.id()).orElseThrow(() -> notPublished(policy));
        return detail(policy, summary, edition);
    }

    /**
     * An edition as it was read, whether or not it is in force. Its list of editions tells which one is. With the newest all before it are taken down.
     *
     * @throws ProblemException POLICY_NOT_FOUND, or POLICY_NOT_IN_FORCE when the edition or the newest was taken down
     */
    PolicyDetail edition(String idOrCode, int number) {
        Policy policy = policy(idOrCode);
        PolicyEdition edition = readable(policy, number);
        PolicySummary summary =
                policies.findEdition(policy.id(), number, today()).orElseThrow(() -> notPublished(policy));
        return detail(policy, summary, edition);
    }

    /**
     * A file of an edition that can be read.
     *
     * @throws ProblemException POLICY_NOT_FOUND, POLICY_NOT_IN_FORCE, NOT_FOUND
     */
    PolicyAttachments.Content attachment(String idOrCode, int number, UUID id) {
        Policy policy = policy(idOrCode);
        return attachments.open(policy.id(), readable(policy, number).edition(), id);
    }

    private PolicyEdition readable(Policy policy, int number) {
        PolicyEdition edition = editions.edition(policy.id(), number)
                .orElseThrow(() -> new ProblemException(PolicyProblem.POLICY_NOT_FOUND));
        if (!edition.readable()
                || editions.newest(policy.id()).filter(PolicyEdition::takenDown).isPresent()) {
            throw notPublished(policy);
        }
        return edition;
    }

    private PolicyDetail detail(Policy policy, PolicySummary summary, PolicyEdition edition) {
        UUID successor = edition.supersededBy();
        PolicyRule rule = edition.rule();
        return PolicyDetail.of(
                summary,
                edition,
                texts.of(edition).orElse(null),
                policies.libraryTags(policy.id()),
                successor == null ? null : policies.reference(successor).orElse(null),
                policies.supersededBy(policy.id()),
                policies.editions(policy.id()),
                attachments.of(
                        policy.id(),
                        edition.edition(),
                        "/api/policy/policies/" + policy.code() + "/editions/" + edition.edition() + "/attachments"),
                relations.of(policy.id(), edition.edition()),
                rule == null ? List.of() : CarriedConditions.of(rule.criteria(), exclusions::inForce),
                rule == null ? null : conditionsFrom(rule, summary),
                exclusions.of(policy, rule));
    }

    /** The library goes by the day of the document, matching by that of the conditions: who would find them at odds is told. */
    private @Nullable LocalDate conditionsFrom(PolicyRule rule, PolicySummary summary) {
        LocalDate from = rule.validity().from();
        LocalDate document = summary.effectiveFrom();
        if (from == null || from.equals(document)) {
            return null;
        }
        LocalDate today = today();
        return from.isAfter(today) || (document != null && document.isAfter(today)) ? from : null;
    }

    /** From the primary: who has just changed one looks at it here. */
    @Transactional
    Page<ManagedPolicy> managed(ManagedQuery query, PageRequest page) {
        return Page.of(policies.managed(query, page), policies.countManaged(query), page);
    }

    long countManaged(ManagedQuery query) {
        return policies.countManaged(query);
    }

    /** Row by row; the rows are not kept. */
    void eachManaged(ManagedQuery query, Consumer<ManagedPolicy> receiver) {
        policies.eachManaged(query, it -> receiver.accept(it.getResultObject()));
    }

    ManagedQuery query(ManagedFilter filter, CurrentUser reader) {
        return ManagedQuery.of(filter, today(), PolicyKeeper.of(reader), reader.accountId());
    }

    private Policy policy(String idOrCode) {
        return Ids.tryParse(idOrCode)
                .flatMap(policies::policy)
                .or(() -> policies.policyByCode(idOrCode))
                .orElseThrow(() -> new ProblemException(PolicyProblem.POLICY_NOT_FOUND));
    }

    /** A draft that nobody has published yet is nothing that a stranger should learn of. */
    private ProblemException notPublished(Policy policy) {
        return new ProblemException(
                policies.editions(policy.id()).isEmpty()
                        ? PolicyProblem.POLICY_NOT_FOUND
                        : PolicyProblem.POLICY_NOT_IN_FORCE);
    }

    private List<List<String>> waysToSay(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        List<String> terms = SearchText.terms(typed);
        List<PolicyMapper.Alias> aliases = policies.aliasesIn(String.join(" ", terms));
        return terms.stream()
                .map(term -> {
                    List<String> ways = new ArrayList<>(List.of(term));
                    aliases.stream()
                            .filter(alias -> term.contains(alias.word()))
                            .forEach(alias -> ways.addAll(alias.official()));
                    return ways.stream().map(SearchText::pattern).toList();
                })
                .toList();
    }

    private PolicyPage.Facets facets(PolicyQuery query) {
        List<FacetRow> rows = policies.facets(query);
        return new PolicyPage.Facets(
                facet(rows, "LEVEL", value -> PolicyLevel.valueOf(value).label()),
                facet(rows, "CATEGORY", value -> PolicyCategory.valueOf(value).label()),
                facet(rows, "TAG", value -> value),
                facet(rows, "STATUS", value -> PolicyStatus.valueOf(value).label()));
    }

    private static List<PolicyPage.Facet> facet(List<FacetRow> rows, String dimension, UnaryOperator<String> label) {
        return rows.stream()
                .filter(row -> row.dimension().equals(dimension))
                .map(row -> new PolicyPage.Facet(row.value(), label.apply(row.value()), row.count()))
                .sorted((a, b) -> Long.compare(b.count(), a.count()))
                .toList();
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
