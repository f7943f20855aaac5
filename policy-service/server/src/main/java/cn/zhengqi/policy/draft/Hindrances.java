package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemCode;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What keeps a draft from being handed in: all of it at once, so that its author does not come back for each. Outside any transaction, for the engine is asked and what was
 * refused is held here until the rest is known.
 */
@Component
class Hindrances {

    private static final Set<ProblemCode> OF_THE_DRAFT = Set.of(
            CommonProblem.VALIDATION_FAILED,
            PolicyProblem.CRITERIA_FAULTY,
            PolicyProblem.QUOTE_DIFFERS,
            PolicyProblem.GOLDEN_CASE_REQUIRED,
            PolicyProblem.GOLDEN_CASE_FAILED);

    private final PolicyDrafts drafts;
    private final PublishedCriteria criteria;

    Hindrances(PolicyDrafts drafts, PublishedCriteria criteria) {
        this.drafts = drafts;
        this.criteria = criteria;
    }

    /**
     * One of several.
     *
     * @param code as it would be answered by itself
     */
    record Part(String code, String detail) {}

    /**
     * @throws ProblemException VALIDATION_FAILED, CRITERIA_FAULTY, QUOTE_DIFFERS, GOLDEN_CASE_REQUIRED, GOLDEN_CASE_FAILED, and DRAFT_FAULTY with what each of them would
     *     say where there are several
     */
    void requireNone(PolicyDrafts.Publishable draft) {
        DraftContent content = draft.content();
        Found found = new Found();
        found.passes(content::requireComplete);
        found.passes(() -> drafts.requireSuccessor(draft));
        if (content.namesRelations()) {
            found.passes(() -> drafts.requireRelations(draft));
        }
        if (content.namesExclusions()) {
            found.passes(() -> drafts.requireExclusions(draft));
        }
        if (found.passes(() -> criteria.requireSound(content))) {
            found.passes(() -> criteria.requireQuoted(content));
            found.passes(() -> criteria.requireCases(content, draft.cases()));
            found.passes(() -> criteria.heldByCases(content, draft.cases(), "不能提交审核"));
        }
        found.tell();
    }

    private static final class Found {

        private final List<FieldProblem> fields = new ArrayList<>();
        private final List<ProblemException> others = new ArrayList<>();

        /** Whatever else goes wrong is no fault of the draft, and ends it here. */
        boolean passes(Runnable check) {
            try {
                check.run();
                return true;
            } catch (ProblemException refused) {
                if (!OF_THE_DRAFT.contains(refused.code())) {
                    throw refused;
                }
                if (refused.code() == CommonProblem.VALIDATION_FAILED) {
                    fields.addAll(refused.fieldErrors());
                } else {
                    others.add(refused);
                }
                return false;
            }
        }

        void tell() {
            if (others.isEmpty()) {
                if (!fields.isEmpty()) {
                    throw ProblemException.validation(fields);
                }
                return;
            }
            if (fields.isEmpty() && others.size() == 1) {
                throw others.getFirst();
            }
            List<Part> parts = new ArrayList<>();
            if (!fields.isEmpty()) {
                parts.add(new Part(CommonProblem.VALIDATION_FAILED.name(), "文件有 " + fields.size() + " 处待填写或改正"));
            }
            Map<String, Object> extras = new HashMap<>();
            for (ProblemException one : others) {
                parts.add(new Part(one.code().name(), one.detail()));
                extras.putAll(one.extras());
            }
            extras.put("parts", parts);
            throw new ProblemException(
                    PolicyProblem.DRAFT_FAULTY,
                    parts.stream().map(Part::detail).collect(Collectors.joining("；")),
                    fields,
                    extras);
        }
    }
}
